// The order of a plan as a graph: its tasks, and a start and an end node for each workstream, so that edges stay few.
import { assert } from '../lib/assert.ts';

/** The part of a plan that makes its order; a `Plan` is one. */
export interface Ordered {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly workstreamId: string;
    readonly after: readonly { readonly task: string }[];
  }[];
  readonly workstreams: readonly { readonly workstreamId: string; readonly after: readonly string[] }[];
}

/** Nodes `0 … tasks-1` are the tasks in file order; workstream `w` has its start at `tasks+2w` and its end after it. */
export interface TaskGraph {
  readonly taskCount: number;
  readonly ids: readonly string[];
  readonly predecessors: readonly (readonly number[])[];
}

/** O(V + E). References to what does not exist are left out; the plan's check reports them. */
export function buildTaskGraph(plan: Ordered): TaskGraph {
  const taskCount = plan.tasks.length;
  const predecessors: number[][] = Array.from({ length: taskCount + 2 * plan.workstreams.length }, () => []);
  const taskNode = new Map(plan.tasks.map((task, index) => [task.taskId, index]));
  const start = new Map(plan.workstreams.map((one, index) => [one.workstreamId, taskCount + 2 * index]));
  plan.tasks.forEach((task, index) => {
    const own = start.get(task.workstreamId);
    const before = predecessors[index] ?? [];
    if (own !== undefined) {
      before.push(own);
      predecessors[own + 1]?.push(index);
    }
    for (const edge of task.after) {
      const node = taskNode.get(edge.task);
      if (node !== undefined) before.push(node);
    }
  });
  for (const [index, workstream] of plan.workstreams.entries()) {
    predecessors[taskCount + 2 * index + 1]?.push(taskCount + 2 * index);
    for (const id of workstream.after) {
      const before = start.get(id);
      if (before !== undefined) predecessors[taskCount + 2 * index]?.push(before + 1);
    }
  }
  return { taskCount, ids: plan.tasks.map((task) => task.taskId), predecessors };
}

/** All nodes, predecessors first, otherwise in file order: a depth-first walk in O(V + E). The graph must have no cycle. */
export function orderNodes(graph: TaskGraph): readonly number[] {
  const state = new Uint8Array(graph.predecessors.length);
  const next = new Int32Array(graph.predecessors.length);
  const order: number[] = [];
  const path: number[] = [];
  for (let root = 0; root < state.length; root += 1) {
    if (state[root] !== 0) continue;
    path.push(root);
    state[root] = 1;
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const place = next[node] ?? 0;
      const before = graph.predecessors[node]?.[place];
      next[node] = place + 1;
      if (before === undefined) {
        state[node] = 2;
        order.push(node);
        path.pop();
      } else if (state[before] === 0) {
        state[before] = 1;
        path.push(before);
      } else assert(state[before] === 2, `the order of a checked plan has no cycle, but node ${before} is on one`);
    }
  }
  return order;
}

/** Longest weight of what must come before each node, and the predecessor it goes through. */
export function longestPaths(graph: TaskGraph, weight: (node: number) => number) {
  const before = new Array<number>(graph.predecessors.length).fill(0);
  const via = new Array<number>(graph.predecessors.length).fill(-1);
  for (const node of orderNodes(graph)) {
    for (const previous of graph.predecessors[node] ?? []) {
      const total = (before[previous] ?? 0) + (previous < graph.taskCount ? weight(previous) : 0);
      // A node of weight 0 still passes its own path on, so the first predecessor is taken even at equal weight.
      if (total > (before[node] ?? 0) || via[node] === -1) [before[node], via[node]] = [total, previous];
    }
  }
  return { before, via };
}
