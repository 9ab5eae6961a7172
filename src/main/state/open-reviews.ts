// What waits for a person's decision about a patch, and for nothing else.
import type { ReviewNode, RunNode, TaskNode } from './run-state.ts';

/** The review that a task's work waits for; null when it waits for none. */
export function openReviewOf(run: RunNode, task: TaskNode): ReviewNode | null {
  for (const review of run.openReviews) if (review.patch.task === task) return review;
  return null;
}

/** Tasks whose work has a question open, and those that handed theirs on to one of these. */
export function tasksInReview(run: RunNode): ReadonlySet<TaskNode> {
  const tasks = new Set([...run.openReviews].map(({ patch }) => patch.task));
  for (const { addedFor } of [...tasks]) if (addedFor !== null) tasks.add(addedFor);
  return tasks;
}

/** A person may begin the task anew in place of deciding; what was added for another task ends by the decision only. */
export function mayBeLeft(run: RunNode, task: TaskNode): boolean {
  return task.addedFor === null && openReviewOf(run, task) !== null;
}
