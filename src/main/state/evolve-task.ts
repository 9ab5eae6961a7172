// How a task changes, and with it the counters that say what may start next.

import { TASK_MACHINE, type TaskState } from '../../shared/domain/task.ts';
import type { TaskEvents } from '../../shared/events/task-events.ts';
import { present } from '../../shared/lib/assert.ts';
import type { ErrorCode } from '../../shared/lib/errors.ts';
import { isTerminal, move } from '../../shared/lib/machine.ts';
import { leaveLines, letGoOfClaims, takeClaims } from './admission/claims.ts';
import { freeKey, offerTask } from './admission/holds.ts';
import { BACKGROUND_KEY, taskKey, workstreamKey } from './admission/task-conditions.ts';
import { gatesPassed, hasFinished, isMet } from './edges.ts';
import { isOver } from './is-over.ts';
import type { RunNode, TaskNode } from './run-state.ts';
import type { Family, Touch } from './step.ts';

/** Ends of an attempt that say nothing about the task's tool: there are no more of them for it. */
const NOT_ITS_OWN: ReadonlySet<ErrorCode> = new Set(['E_ORCHESTRATOR_CRASH', 'E_WORKER_LOST', 'E_DISK']);

type Kinds = Exclude<keyof TaskEvents, 'task-added' | 'task-retried' | 'task-unblocked' | 'task-prioritised'>;

export const TASK_FAMILY: Family<Kinds> = {
  'task-queued': (step) => {
    const task = taskOf(step.run, step.data.taskId);
    if (task.state === 'blocked') moveTask(step.run, task, 'pending');
    moveTask(step.run, task, 'queued');
    task.notBefore = null;
    step.run.queuings += 1;
    if (task.age === 0) task.age = step.run.queuings;
    step.run.retrying.delete(task);
    offerTask(step.run, task);
    step.touch(task);
  },
  'task-blocked': (step) => {
    const task = taskOf(step.run, step.data.taskId);
    moveTask(step.run, task, 'blocked');
    task.reason = step.data.reason;
    task.rootCause = step.data.rootCause;
    if (step.data.rootCause === null) step.run.waitingForPerson += 1;
    else task.workstream.unsettled -= 1;
    if (hasFinished(task)) letGo(task);
    step.touch(task);
  },
  'task-retrying': (step) => {
    const task = taskOf(step.run, step.data.taskId);
    moveTask(step.run, task, 'retrying');
    task.reason = step.data.reason;
    task.code = step.data.code;
    task.notBefore = step.data.notBefore;
    if (step.data.counted) task.failures += 1;
    else if (!NOT_ITS_OWN.has(step.data.code)) task.uncounted += 1;
    step.run.retrying.add(task);
    step.touch(task);
  },
  'task-completed': (step) => {
    const task = taskOf(step.run, step.data.taskId);
    const { skipped } = step.data;
    if (skipped !== null) passThrough(step.run, task, step.touch);
    task.completion = step.data.completion;
    step.run.completed += 1;
    endTask(step, task, 'completed', skipped?.why);
    if (task.dependentsOf.some(({ edge }) => edge === 'gate')) task.passedGates = gatesPassed(step.run, task);
    letGo(task);
  },
  'task-failed': (step) => {
    const task = taskOf(step.run, step.data.taskId);
    task.code = step.data.code;
    task.failures += 1;
    step.run.failed += 1;
    endTask(step, task, 'failed', step.data.reason);
    letGo(task);
  },
  'task-cancelled': (step) => {
    const task = taskOf(step.run, step.data.taskId);
    if (task.state === 'blocked' && task.rootCause === null) step.run.waitingForPerson -= 1;
    const hadFinished = hasFinished(task);
    endTask(step, task, 'cancelled', step.data.reason);
    if (!hadFinished) letGo(task);
  },
};

export function taskOf(run: RunNode, taskId: string): TaskNode {
  return present(run.tasks.get(taskId), `task ${taskId} of run ${run.runId}`);
}

/** A task that is skipped takes every step of its table to its end at once. */
function passThrough(run: RunNode, task: TaskNode, touch: Touch): void {
  if (task.rootCause !== null) unblock(run, task, touch);
  if (task.state === 'blocked') {
    run.waitingForPerson -= 1;
    moveTask(run, task, 'pending');
  }
  run.retrying.delete(task);
  task.notBefore = null;
  if (task.state === 'queued') leaveLines(run, task);
  // It takes no worker and no claim on its way, so only the last step is one that others hear of.
  // One whose work was handed on stands at the last step already.
  if (task.state === 'validating') return;
  for (const to of ['queued', 'running', 'validating'] as const) {
    if (task.state !== to) task.state = move(TASK_MACHINE, task.state, to, task.plan.taskId);
  }
  run.validating += 1;
}

/** From blocked by a failure back to pending. */
export function unblock(run: RunNode, task: TaskNode, touch: Touch): void {
  if (hasFinished(task)) takeBack(run, task, touch);
  moveTask(run, task, 'pending');
  task.reason = '';
  task.rootCause = null;
  task.workstream.unsettled += 1;
}

/** Moves a task by its table and keeps the counters of attempts in flight. */
export function moveTask(run: RunNode, task: TaskNode, to: TaskState): void {
  const from = task.state;
  task.state = move(TASK_MACHINE, from, to, task.plan.taskId);
  if (from === 'running') leaveSlot(run, task);
  if (to === 'running') {
    run.running += 1;
    task.workstream.active += 1;
    if (task.background) run.backgroundRunning += 1;
  }
  if (from === 'validating') {
    run.validating -= 1;
    run.handedOn.delete(task);
  }
  if (to === 'validating') run.validating += 1;
  moveHand(run, task, from, to);
  if (isOver(task)) freeKey(run, taskKey(task.plan.taskId));
}

/** From its start until its work is on the head or given up a task is in hand, and has its claims. */
function moveHand(run: RunNode, task: TaskNode, from: TaskState, to: TaskState): void {
  if (to === 'running') {
    run.inHand.add(task);
    takeClaims(run, task);
  } else if (from === 'queued') leaveLines(run, task);
  else if (to !== 'validating' && run.inHand.delete(task)) letGoOfClaims(run, task);
}

function endTask(step: { run: RunNode; at: string; touch: Touch }, task: TaskNode, to: TaskState, reason = ''): void {
  const wasSettled = task.state === 'blocked' && task.rootCause !== null;
  moveTask(step.run, task, to);
  step.run.retrying.delete(task);
  task.reason = reason;
  task.endedAt = step.at;
  if (isTerminal(TASK_MACHINE, to) && !wasSettled) task.workstream.unsettled -= 1;
  step.touch(task);
}

function leaveSlot(run: RunNode, task: TaskNode): void {
  run.running -= 1;
  task.workstream.active -= 1;
  if (task.background) {
    run.backgroundRunning -= 1;
    freeKey(run, BACKGROUND_KEY);
  }
  freeKey(run, workstreamKey(task.workstream.plan.workstreamId));
}

/** A task that has finished satisfies what comes after it, and so do the blocked ones that finish with it. */
export function letGo(first: TaskNode): void {
  // Most often there are none of those, and then no list of them is made either: this runs once for each task of a plan.
  let open: TaskNode[] | null = null;
  for (let task: TaskNode | undefined = first; task !== undefined; task = open?.pop()) {
    for (const edge of task.dependentsOf) {
      const { task: next } = edge;
      next.openBefore -= 1;
      if (isMet(task, edge)) next.waitingFor -= 1;
      if (next.state === 'blocked' && hasFinished(next)) (open ??= []).push(next);
    }
  }
}

/** The opposite: a task that had finished is about to live again, so what comes after it has to wait for it again. */
export function takeBack(run: RunNode, first: TaskNode, touch: Touch): void {
  const open = [first];
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    for (const edge of task.dependentsOf) {
      const { task: next } = edge;
      const had = next.state === 'blocked' && hasFinished(next);
      next.openBefore += 1;
      // Everything in the list had finished; a blocked one has not any more by now.
      if (edge.edge === 'finish' || isMet(task, edge)) next.waitingFor += 1;
      if (next.waitingFor > 0) callBack(run, next, touch);
      if (had) open.push(next);
    }
  }
}

/** A task that is about to start waits for its edges after all. */
export function callBack(run: RunNode, task: TaskNode, touch: Touch): void {
  if (task.state !== 'queued') return;
  moveTask(run, task, 'blocked');
  moveTask(run, task, 'pending');
  touch(task);
}
