// Which ready task goes next: a binary heap over a fixed order, so that a start costs O(log ready).

/** What the order of ready tasks looks at (engine.md §2). */
export interface Ranked {
  readonly background: boolean;
  readonly priority: number;
  /** Tasks on the longest chain that starts here, itself included. */
  readonly weight: number;
  readonly dependents: number;
  /** When it was first ready, among all tasks: a count from 1. */
  readonly age: number;
  /** Position in plan order; unique. */
  readonly index: number;
}

/** Negative when `a` goes first: foreground, priority, critical-path weight, dependents, age, then plan order. */
export function compareRank(a: Ranked, b: Ranked): number {
  if (a.background !== b.background) return a.background ? 1 : -1;
  const byUse = b.priority - a.priority || b.weight - a.weight || b.dependents - a.dependents;
  return byUse || a.age - b.age || a.index - b.index;
}

/**
 * A heap ordered by {@link compareRank}, as a plain array, so that the state of a run that holds one can be kept as data.
 * Only the functions below may change it.
 */
export type ReadyQueue<T extends Ranked> = T[];

export function pushReady<T extends Ranked>(queue: ReadyQueue<T>, item: T): void {
  queue.push(item);
  siftUp(queue, queue.length - 1);
}

/** Takes out the item that goes first. */
export function popReady<T extends Ranked>(queue: ReadyQueue<T>): T | undefined {
  const top = queue[0];
  const last = queue.pop();
  if (top !== undefined && last !== undefined && queue.length > 0) {
    queue[0] = last;
    siftDown(queue, 0);
  }
  return top;
}

function siftUp<T extends Ranked>(heap: T[], from: number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!swapIfBefore(heap, at, parent)) return;
    at = parent;
  }
}

function siftDown<T extends Ranked>(heap: T[], from: number): void {
  let at = from;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    let first = at;
    if (isBefore(heap, left, first)) first = left;
    if (isBefore(heap, right, first)) first = right;
    if (first === at) return;
    swapIfBefore(heap, first, at);
    at = first;
  }
}

function isBefore<T extends Ranked>(heap: readonly T[], a: number, b: number): boolean {
  const left = heap[a];
  const right = heap[b];
  return left !== undefined && right !== undefined && compareRank(left, right) < 0;
}

function swapIfBefore<T extends Ranked>(heap: T[], a: number, b: number): boolean {
  const left = heap[a];
  const right = heap[b];
  if (left === undefined || right === undefined || compareRank(left, right) >= 0) return false;
  heap[a] = right;
  heap[b] = left;
  return true;
}
