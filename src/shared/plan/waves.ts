// Waves: which tasks could run side by side if every task took equally long.
import { buildTaskGraph, longestPaths, type Ordered } from './task-graph.ts';

/** Wave of each task from 0: the most tasks that must come one after the other before it. */
export function waves(plan: Ordered): ReadonlyMap<string, number> {
  const graph = buildTaskGraph(plan);
  const { before } = longestPaths(graph, () => 1);
  return new Map(graph.ids.map((id, index) => [id, before[index] ?? 0]));
}

/** Of the result of {@link waves}. */
export function waveCount(wavesOfTasks: ReadonlyMap<string, number>): number {
  let last = -1;
  for (const wave of wavesOfTasks.values()) last = Math.max(last, wave);
  return last + 1;
}
