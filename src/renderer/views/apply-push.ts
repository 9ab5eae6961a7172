// Applies a pushed snapshot or delta to what a view holds, keeping the identity of items that did not change.

export interface Item {
  readonly key: string;
}

export type Push =
  | { readonly kind: 'snapshot'; readonly head: unknown; readonly items: readonly Item[] }
  | {
      readonly kind: 'delta';
      readonly head?: unknown;
      readonly upsert: readonly Item[];
      readonly remove: readonly string[];
    };

/** What is known of a view: its head, its items in order, and where each key stands. */
export interface Held {
  readonly head: unknown;
  readonly items: readonly Item[];
  readonly places: ReadonlyMap<string, number>;
}

export const NOTHING_HELD: Held = { head: null, items: [], places: new Map() };

export function applyPush(held: Held, push: Push): Held {
  return push.kind === 'snapshot' ? replaced(held, push.head, push.items) : changed(held, push);
}

/** After a reconnect most items are equal to the old ones: keeping their identity keeps their rows from rendering. */
function replaced(held: Held, head: unknown, items: readonly Item[]): Held {
  const kept = items.map((item) => {
    const place = held.places.get(item.key);
    const old = place === undefined ? undefined : held.items[place];
    return old !== undefined && sameContent(old, item) ? old : item;
  });
  return { head: sameContent(held.head, head) ? held.head : head, items: kept, places: placesOf(kept) };
}

function changed(held: Held, push: Extract<Push, { kind: 'delta' }>): Held {
  const head = 'head' in push ? push.head : held.head;
  if (push.upsert.length === 0 && push.remove.length === 0) return { ...held, head };
  const items = [...held.items];
  let places = held.places;
  let fresh: Map<string, number> | null = null;
  for (const item of push.upsert) {
    const place = (fresh ?? places).get(item.key);
    if (place !== undefined) items[place] = item;
    else {
      fresh ??= new Map(places);
      fresh.set(item.key, items.push(item) - 1);
    }
  }
  places = fresh ?? places;
  if (push.remove.length === 0) return { head, items, places };
  const gone = new Set(push.remove);
  const left = items.filter((item) => !gone.has(item.key));
  return { head, items: left, places: placesOf(left) };
}

function placesOf(items: readonly Item[]): ReadonlyMap<string, number> {
  return new Map(items.map((item, place) => [item.key, place]));
}

function sameContent(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
