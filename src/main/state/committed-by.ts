// The patches by which a task, or one that went on with its work, has changed the run's head, oldest first.
import { present } from '../../shared/lib/assert.ts';
import type { PatchNode, RunNode } from './run-state.ts';
import { livesOf } from './task-lives.ts';

export function committedBy(run: RunNode, taskId: string): readonly PatchNode[] {
  const task = present(run.tasks.get(taskId), `task ${taskId}`);
  const all = livesOf(run, task).flatMap((life) => [life, ...life.additions]);
  return all.flatMap(({ patches }) => patches.filter(({ state }) => state === 'committed'));
}
