// Keeps one subscription per view and parameters however many screens look at it, and what it last showed.
import type { ViewHead, ViewItem, ViewName } from '../../shared/ipc/views.ts';
import type { WireError } from '../../shared/ipc/wire.ts';
import { applyPush, type Held, NOTHING_HELD, type Push } from './apply-push.ts';
import type { Connection } from './connection.ts';

/** What a screen sees of a view. While reconnecting it stays `ready` with the last data. */
export interface ViewState<V extends ViewName> {
  readonly status: 'loading' | 'ready' | 'error';
  readonly head: ViewHead<V> | null;
  readonly items: readonly ViewItem<V>[];
  readonly error: WireError | null;
}

interface Entry {
  held: Held;
  state: ViewState<ViewName>;
  readonly listeners: Set<() => void>;
  readonly unsubscribe: () => void;
}

/** A view nobody looks at is kept this long, so that going back shows it at once. */
const LINGER_MS = 15_000;

const LOADING: ViewState<ViewName> = { status: 'loading', head: null, items: [], error: null };

export class ViewCache {
  readonly #connection: Connection;
  readonly #entries = new Map<string, Entry>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  state(key: string): ViewState<ViewName> {
    return this.#entries.get(key)?.state ?? LOADING;
  }

  watch(view: ViewName, params: unknown, listener: () => void): () => void {
    const key = viewKey(view, params);
    const entry = this.#entries.get(key) ?? this.#begin(key, view, params);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
      setTimeout(() => this.#endIfUnwatched(key, entry), LINGER_MS);
    };
  }

  #begin(key: string, view: ViewName, params: unknown): Entry {
    const unsubscribe = this.#connection.subscribe(view, params, {
      onPush: (push) => this.#take(key, push as Push), // pushes have this form for every view (views.ts)
      onError: (error) => this.#show(key, { ...this.state(key), status: 'error', error }),
    });
    const entry: Entry = { held: NOTHING_HELD, state: LOADING, listeners: new Set(), unsubscribe };
    this.#entries.set(key, entry);
    return entry;
  }

  #take(key: string, push: Push): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.held = applyPush(entry.held, push);
    const { head, items } = entry.held;
    // The service pushes heads and items of the view that was asked for.
    this.#show(key, { status: 'ready', head, items, error: null } as ViewState<ViewName>);
  }

  #show(key: string, state: ViewState<ViewName>): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }

  #endIfUnwatched(key: string, entry: Entry): void {
    if (entry.listeners.size > 0 || this.#entries.get(key) !== entry) return;
    this.#entries.delete(key);
    entry.unsubscribe();
  }
}

export function viewKey(view: ViewName, params: unknown): string {
  return `${view} ${JSON.stringify(params)}`;
}
