// The patches by which a task has changed the run's head, oldest first.
import { present } from '../../shared/lib/assert.ts';
import type { PatchNode, RunNode } from './run-state.ts';
import { livesOf } from './task-lives.ts';

export function committedBy(run: RunNode, taskId: string): readonly PatchNode[] {
  const task = present(run.tasks.get(taskId), `task ${taskId}`);
  return livesOf(run, task).flatMap(({ patches }) => patches.filter(({ state }) => state === 'committed'));
}
