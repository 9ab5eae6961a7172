// Which ready task goes next: a binary heap over a fixed order, so that a start costs O(log ready).

/** What the order of ready tasks looks at (engine.md §2). */
export interface Ranked {
  readonly background: boolean;
  readonly priority: number;
  /** Of a task that the run added: more than the number of tasks that wait for it. 0 for the plan's own. */
  readonly impact: number;
  /** Tasks on the longest chain that starts here, itself included. */
  readonly weight: number;
  readonly dependents: number;
  /** When it was first ready, among all tasks: a count from 1. */
  readonly age: number;
  /** Position in plan order; unique. */
  readonly index: number;
}

/** Negative when `a` goes first: foreground, priority, impact, critical-path weight, dependents, age, then plan order. */
export function compareRank(a: Ranked, b: Ranked): number {
  if (a.background !== b.background) return a.background ? 1 : -1;
  const byUse = b.priority - a.priority || b.impact - a.impact || b.weight - a.weight || b.dependents - a.dependents;
  return byUse || a.age - b.age || a.index - b.index;
}

/**
 * A heap ordered by {@link compareRank}, as a plain array, so that the state of a run that holds one can be kept as data.
 * Only the functions below may change it.
 */
export type ReadyQueue<T extends Ranked> = T[];

export function pushReady<T extends Ranked>(queue: ReadyQueue<T>, item: T): void {
  let at = queue.length;
  queue.push(item);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = queue[parent];
    if (above === undefined || compareRank(item, above) >= 0) break;
    queue[at] = above;
    at = parent;
  }
  queue[at] = item;
}

/** Takes out the item that goes first. */
export function popReady<T extends Ranked>(queue: ReadyQueue<T>): T | undefined {
  const top = queue[0];
  const last = queue.pop();
  if (top === undefined || last === undefined || queue.length === 0) return top;
  siftDown(queue, last);
  return top;
}

/** Puts `item` at the top, then lets what goes before it rise: nothing is compared twice. */
function siftDown<T extends Ranked>(heap: T[], item: T): void {
  let at = 0;
  for (let left = 1; left < heap.length; left = 2 * at + 1) {
    let first = left;
    let below = heap[left];
    const right = left + 1 < heap.length ? heap[left + 1] : undefined;
    if (below === undefined) break;
    if (right !== undefined && compareRank(right, below) < 0) {
      first = left + 1;
      below = right;
    }
    if (compareRank(item, below) <= 0) break;
    heap[at] = below;
    at = first;
  }
  heap[at] = item;
}
