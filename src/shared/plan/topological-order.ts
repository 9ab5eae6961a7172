// The tasks of a plan in an order in which they could run one at a time.
import { buildTaskGraph, type Ordered, orderNodes } from './task-graph.ts';

/** Task ids, each after everything it waits for, otherwise in file order. */
export function topologicalOrder(plan: Ordered): readonly string[] {
  const graph = buildTaskGraph(plan);
  return orderNodes(graph).flatMap((node) => (node < graph.taskCount ? (graph.ids[node] ?? []) : []));
}
