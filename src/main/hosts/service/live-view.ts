// One subscription: gathers what became dirty and pushes what really differs from what was sent last.
import type { Change } from '../../engine/loop.ts';

/** How one view looks at the world. Keys name items; `null` from `item` removes it. */
export interface LiveView<Head, Item> {
  readonly head: () => Head;
  readonly items: () => readonly Item[];
  /** Keys whose item a change may have altered. */
  readonly dirty: (change: Change) => readonly string[];
  readonly item: (key: string) => Item | null;
  /** Keys that may change without an event of their own, for example a reason for waiting. */
  readonly restless: () => readonly string[];
  /** At most so many items are kept by the client; the oldest go first. */
  readonly keep: number;
}

export type Push<Head, Item> =
  | { readonly kind: 'snapshot'; readonly head: Head; readonly items: readonly Item[] }
  | {
      readonly kind: 'delta';
      readonly head?: Head;
      readonly upsert: readonly Item[];
      readonly remove: readonly string[];
    };

export interface Subscription {
  /** True when something may have to be pushed. */
  note(change: Change): boolean;
  flush(): void;
  /** Looks at everything again, for a reader that is not told what changed. */
  renew(): void;
}

interface Keyed {
  readonly key: string;
}

/** Pushes the snapshot at once. */
export function openLiveView<Head, Item extends Keyed>(
  view: LiveView<Head, Item>,
  push: (message: Push<Head, Item>) => void,
): Subscription {
  const sent = new Map<string, string>();
  const dirty = new Set<string>();
  const items = view.items();
  let sentHead = JSON.stringify(view.head());
  for (const item of items) sent.set(item.key, JSON.stringify(item));
  push({ kind: 'snapshot', head: view.head(), items });
  return {
    note: (change) => {
      for (const key of view.dirty(change)) dirty.add(key);
      return dirty.size > 0 || change.touched.size > 0;
    },
    flush: () => {
      const upsert: Item[] = [];
      const remove: string[] = [];
      for (const key of new Set([...dirty, ...view.restless()])) {
        const item = view.item(key);
        const text = item === null ? undefined : JSON.stringify(item);
        if (text === sent.get(key)) continue;
        if (item === null || text === undefined) {
          sent.delete(key);
          remove.push(key);
        } else {
          sent.set(key, text);
          upsert.push(item);
        }
      }
      dirty.clear();
      for (const key of sent.keys()) {
        if (sent.size <= view.keep) break;
        sent.delete(key);
        remove.push(key);
      }
      const head = view.head();
      const headText = JSON.stringify(head);
      const headChanged = headText !== sentHead;
      sentHead = headText;
      if (!headChanged && upsert.length === 0 && remove.length === 0) return;
      push({ kind: 'delta', ...(headChanged ? { head } : {}), upsert, remove });
    },
    renew: () => {
      const now = view.items();
      const texts = new Map(now.map((item) => [item.key, JSON.stringify(item)]));
      const upsert = now.filter((item) => sent.get(item.key) !== texts.get(item.key));
      const remove = [...sent.keys()].filter((key) => !texts.has(key));
      const head = view.head();
      const headText = JSON.stringify(head);
      if (headText === sentHead && upsert.length === 0 && remove.length === 0) return;
      sent.clear();
      for (const [key, text] of texts) sent.set(key, text);
      sentHead = headText;
      push({ kind: 'delta', head, upsert, remove });
    },
  };
}
