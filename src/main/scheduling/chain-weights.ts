// How long the longest chain of tasks is that starts at each task.
import type { TaskPlan } from '../../shared/plan/plan.ts';

/**
 * Task id → length of the longest chain from it to an end, itself included: in tasks, or in what `lengthOf` counts.
 * O(tasks + edges); the plan is acyclic.
 */
export function chainWeights(
  tasks: readonly TaskPlan[],
  lengthOf: (task: TaskPlan) => number = () => 1,
): ReadonlyMap<string, number> {
  const lengths = new Map(tasks.map((task) => [task.taskId, lengthOf(task)]));
  const weights = new Map(lengths);
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const unseen = countDependents(tasks);
  const open = tasks.filter((task) => unseen.get(task.taskId) === 0).map((task) => task.taskId);
  for (let taskId = open.pop(); taskId !== undefined; taskId = open.pop()) {
    const weight = weights.get(taskId) ?? 1;
    for (const { task } of byId.get(taskId)?.after ?? []) {
      weights.set(task, Math.max(weights.get(task) ?? 0, weight + (lengths.get(task) ?? 0)));
      const left = (unseen.get(task) ?? 1) - 1;
      unseen.set(task, left);
      if (left === 0) open.push(task);
    }
  }
  return weights;
}

/** Task id → number of tasks that name it in `after`. */
export function countDependents(tasks: readonly TaskPlan[]): Map<string, number> {
  const counts = new Map(tasks.map((task) => [task.taskId, 0]));
  for (const task of tasks) for (const edge of task.after) counts.set(edge.task, (counts.get(edge.task) ?? 0) + 1);
  return counts;
}
