// Whether anything more will come of a task in its run.
import { TASK_MACHINE } from '../../shared/domain/task.ts';
import { isTerminal } from '../../shared/lib/machine.ts';
import type { TaskNode } from './run-state.ts';

/** True when it has ended, or a person or a failed task holds it. */
export function isOver(task: TaskNode): boolean {
  return task.state === 'blocked' || isTerminal(TASK_MACHINE, task.state);
}
