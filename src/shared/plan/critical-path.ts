// The chain of tasks that decides how long a plan takes.
import { buildTaskGraph, longestPaths, type Ordered } from './task-graph.ts';

/** The tasks of the longest chain by `duration` (any unit; 1 for each task by default), first to last. */
export function criticalPath(plan: Ordered, duration: (taskId: string) => number = () => 1): readonly string[] {
  const graph = buildTaskGraph(plan);
  const weight = (node: number): number => duration(graph.ids[node] ?? '');
  const { before, via } = longestPaths(graph, weight);
  let end = -1;
  let longest = -1;
  for (let node = 0; node < graph.taskCount; node += 1) {
    const total = (before[node] ?? 0) + weight(node);
    if (total > longest) [end, longest] = [node, total];
  }
  const path: string[] = [];
  for (let node = end; node !== -1; node = via[node] ?? -1) {
    const id = graph.ids[node];
    if (id !== undefined) path.push(id);
  }
  return path.reverse();
}
