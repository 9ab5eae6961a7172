// Every cycle of a graph: strongly connected components by Tarjan, then a shortest cycle through each edge not yet shown.

/** Successors by node number. */
export type Successors = readonly (readonly number[])[];

/**
 * Cycles as lists of nodes, each starting at its smallest node, each listed once; together they cover every edge that
 * lies on a cycle, so that removing what they show leaves none. At most `limit`; O(V + E) for each cycle listed.
 */
export function findCycles(successors: Successors, limit = 100): readonly (readonly number[])[] {
  const component = stronglyConnected(successors);
  const shown = new Set<string>();
  const covered = new Set<string>();
  const cycles: (readonly number[])[] = [];
  for (let from = 0; from < successors.length; from += 1) {
    for (const to of successors[from] ?? []) {
      if (component[from] !== component[to] || covered.has(`${from},${to}`)) continue;
      const cycle = fromSmallest([from, ...shortestPath({ successors, component, from: to, to: from }).slice(0, -1)]);
      cycle.forEach((node, index) => {
        covered.add(`${node},${cycle[(index + 1) % cycle.length]}`);
      });
      if (shown.has(cycle.join())) continue;
      shown.add(cycle.join());
      cycles.push(cycle);
      if (cycles.length >= limit) return cycles;
    }
  }
  return cycles;
}

/** Component number of each node, without recursion: a chain may be as long as the plan. */
export function stronglyConnected(successors: Successors): Int32Array {
  const size = successors.length;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const component = new Int32Array(size).fill(-1);
  const next = new Int32Array(size);
  const path: number[] = [];
  const open: number[] = [];
  let visited = 0;
  let components = 0;
  const enter = (node: number): void => {
    order[node] = visited;
    low[node] = visited;
    visited += 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node));
    if (at(low, node) !== at(order, node)) return;
    let member: number | undefined;
    do {
      member = open.pop();
      if (member !== undefined) component[member] = components;
    } while (member !== undefined && member !== node);
    components += 1;
  };
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const to = successors[node]?.[at(next, node)];
      next[node] = at(next, node) + 1;
      if (to === undefined) leave(node);
      else if (order[to] === -1) enter(to);
      else if (component[to] === -1) low[node] = Math.min(at(low, node), at(order, to));
    }
  }
  return component;
}

interface Route {
  readonly successors: Successors;
  readonly component: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Nodes from `from` to `to` inclusive, staying in their component; it exists because both are in one. */
function shortestPath({ successors, component, from, to }: Route): readonly number[] {
  const cameFrom = new Map<number, number>([[from, -1]]);
  const queue = [from];
  for (let head = 0; head < queue.length && !cameFrom.has(to); head += 1) {
    const node = queue[head] ?? -1;
    for (const next of successors[node] ?? []) {
      if (component[next] !== component[to] || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  const path: number[] = [];
  for (let node = to; node !== -1; node = cameFrom.get(node) ?? -1) path.push(node);
  return path.reverse();
}

function fromSmallest(cycle: readonly number[]): readonly number[] {
  const start = cycle.indexOf(cycle.reduce((least, node) => Math.min(least, node), Number.POSITIVE_INFINITY));
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

function at(list: Int32Array, index: number): number {
  return list[index] ?? 0;
}
