// Retry, skip and prioritise: what a person does about one task, or about a level that was not accepted.

import { TASK_MACHINE } from '../../shared/domain/task.ts';
import { present } from '../../shared/lib/assert.ts';
import { isTerminal } from '../../shared/lib/machine.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import {
  blockTask,
  completeSkipped,
  movePhase,
  moveWorkstream,
  queueIfReady,
  requeueDue,
  taskSubject,
} from './decide-order.ts';
import { giveUpReview } from './decide-review.ts';
import { goOn } from './go-on.ts';
import { causeOf, releaseBlocked, reopenWorkstream } from './release-blocked.ts';
import { startAcceptance } from './start-acceptance.ts';
import type { Turn } from './turn.ts';

/** A task that waits for another try has it now; one that has ended lives again; a level is judged again. */
export function retry(turn: Turn, run: RunNode, id: string): void {
  goOn(turn, run);
  const task = run.tasks.get(id);
  if (task === undefined) return judgeAgain(turn, run, id);
  if (task.state === 'retrying') return requeueDue(turn, run, [id]);
  giveUpReview(turn, run, task, 'the task is tried again');
  reviveTask(turn, run, task);
  releaseBlocked(turn, run);
  // It may have been skipped while what it comes after had failed for good.
  const cause = causeOf(run, task);
  if (cause === null) queueIfReady(turn, run, task);
  else blockTask(turn, run, task, cause);
}

export function skip(
  turn: Turn,
  run: RunNode,
  taskId: string,
  said: { readonly by: string; readonly why: string },
): void {
  goOn(turn, run);
  const task = present(run.tasks.get(taskId), `task ${taskId}`);
  giveUpReview(turn, run, task, 'the task is skipped');
  if (isTerminal(TASK_MACHINE, task.state)) reviveTask(turn, run, task);
  else reopenWorkstream(turn, run, task.workstream);
  completeSkipped(turn, run, task, said);
  releaseBlocked(turn, run);
}

export function prioritise(turn: Turn, run: RunNode, taskId: string, priority: number | null): void {
  const task = present(run.tasks.get(taskId), `task ${taskId}`);
  const data = { taskId, priority: priority ?? firstPriority(run, task) };
  turn.emit(run.runId, 'task-prioritised', taskSubject(task), data);
  // The work of it that is left to do is in the hands of another one.
  const added = run.handedOn.has(task) ? task.additions.at(-1) : undefined;
  if (added === undefined || isTerminal(TASK_MACHINE, added.state)) return;
  turn.emit(run.runId, 'task-prioritised', taskSubject(added), { ...data, taskId: added.plan.taskId });
}

function reviveTask(turn: Turn, run: RunNode, task: TaskNode): void {
  const data = { taskId: task.plan.taskId, retryOf: task.ulid };
  turn.emit(run.runId, 'task-retried', { entity: 'task', id: turn.nextId() }, data);
  reopenWorkstream(turn, run, task.workstream);
}

function judgeAgain(turn: Turn, run: RunNode, id: string): void {
  const workstream = run.workstreams.get(id);
  if (workstream !== undefined) {
    moveWorkstream(turn, run, workstream, 'executing');
    moveWorkstream(turn, run, workstream, 'validating');
    startAcceptance(turn, run, 'workstream', id);
  } else {
    startAcceptance(turn, run, 'phase', id);
    movePhase(turn, run, id);
  }
  releaseBlocked(turn, run);
}

/** Above every other task that has not ended. */
function firstPriority(run: RunNode, task: TaskNode): number {
  let highest = task.priority;
  for (const other of run.tasks.values()) {
    if (other !== task && !isTerminal(TASK_MACHINE, other.state)) highest = Math.max(highest, other.priority + 1);
  }
  return highest;
}
