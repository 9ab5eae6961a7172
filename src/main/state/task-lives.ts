// The lives of a task: a person who has it tried again after its end gives it another one.
import type { RunNode, TaskNode } from './run-state.ts';

/** Oldest first, the present one last. */
export function livesOf(run: RunNode, task: TaskNode): readonly TaskNode[] {
  return [...formerLives(run, task), task];
}

/** Oldest first; empty for one that was never tried again after its end. */
export function formerLives(run: RunNode, task: TaskNode): readonly TaskNode[] {
  const lives: TaskNode[] = [];
  let former = formerLife(run, task);
  for (; former !== undefined; former = formerLife(run, former)) lives.push(former);
  return lives.reverse();
}

function formerLife(run: RunNode, { retryOf }: TaskNode): TaskNode | undefined {
  return retryOf === null ? undefined : run.formerTasks.get(retryOf);
}
