// The least that the order of a graph can cost: counters in one array, followers in another, and a queue that is a third.

export interface BareGraph {
  readonly open: Int32Array;
  /** Followers of task `n` are `followers[start[n]] … followers[start[n + 1] - 1]`. */
  readonly start: Int32Array;
  readonly followers: Int32Array;
}

export function bareGraph(after: readonly (readonly number[])[]): BareGraph {
  const open = Int32Array.from(after, (before) => before.length);
  const start = new Int32Array(after.length + 1);
  for (const before of after) for (const one of before) start[one + 1] = (start[one + 1] ?? 0) + 1;
  for (let n = 0; n < after.length; n += 1) start[n + 1] = (start[n + 1] ?? 0) + (start[n] ?? 0);
  const next = start.slice();
  const followers = new Int32Array(start[after.length] ?? 0);
  after.forEach((before, n) => {
    for (const one of before) {
      const place = next[one] ?? 0;
      followers[place] = n;
      next[one] = place + 1;
    }
  });
  return { open, start, followers };
}

/** Number of tasks that were reached. */
export function advanceBare({ open: counts, start, followers }: BareGraph): number {
  const open = counts.slice();
  const queue = new Int32Array(open.length);
  let size = 0;
  for (let n = 0; n < open.length; n += 1) if (open[n] === 0) queue[size++] = n;
  for (let at = 0; at < size; at += 1) {
    const task = queue[at] ?? 0;
    const end = start[task + 1] ?? 0;
    for (let place = start[task] ?? 0; place < end; place += 1) {
      const next = followers[place] ?? 0;
      const left = (open[next] ?? 0) - 1;
      open[next] = left;
      if (left === 0) queue[size++] = next;
    }
  }
  return size;
}
