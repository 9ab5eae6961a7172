// What will happen in virtual time, taken out in the order of its times and, at one time, in the order of its coming.

export interface Timeline<T> {
  /** The time of what was taken out last. */
  readonly nowMs: number;
  add(atMs: number, what: T): void;
  next(): T | null;
}

interface Entry<T> {
  readonly atMs: number;
  readonly order: number;
  readonly what: T;
}

/** A binary heap: O(log n) for each of both. Time never goes back. */
export function createTimeline<T>(startMs: number): Timeline<T> {
  const heap: Entry<T>[] = [];
  let nowMs = startMs;
  let order = 0;
  return {
    get nowMs() {
      return nowMs;
    },
    add: (atMs, what) => {
      order += 1;
      heap.push({ atMs: Math.max(nowMs, atMs), order, what });
      rise(heap);
    },
    next: () => {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        sink(heap);
      }
      nowMs = top.atMs;
      return top.what;
    },
  };
}

function rise<T>(heap: Entry<T>[]): void {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (!swapIfEarlier(heap, at, parent)) return;
    at = parent;
  }
}

function sink<T>(heap: Entry<T>[]): void {
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    const first = isEarlier(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!swapIfEarlier(heap, first, at)) return;
    at = first;
  }
}

function swapIfEarlier<T>(heap: Entry<T>[], a: number, b: number): boolean {
  const [one, other] = [heap[a], heap[b]];
  if (one === undefined || other === undefined || !isEarlier(one, other)) return false;
  heap[a] = other;
  heap[b] = one;
  return true;
}

function isEarlier<T>(a: Entry<T> | undefined, b: Entry<T> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
