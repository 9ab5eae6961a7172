// How tasks and, following them, workstreams move: queue, retry, fail, complete, block, open, end.
import type { AttemptFailure } from '../../shared/domain/attempt.ts';
import type { TaskCompletion } from '../../shared/domain/task.ts';
import { TASK_MACHINE } from '../../shared/domain/task.ts';
import type { WorkstreamState } from '../../shared/domain/workstream.ts';
import type { EventData } from '../../shared/events/event.ts';
import { present } from '../../shared/lib/assert.ts';
import { isTerminal } from '../../shared/lib/machine.ts';
import { hasFinished, isMet } from '../state/edges.ts';
import { acceptancePlan, newestAcceptance, workstreamsAfter } from '../state/evolve-acceptance.ts';
import { phaseOf } from '../state/evolve-run.ts';
import { phaseStanding } from '../state/phase-standing.ts';
import type { RunNode, TaskNode, WorkstreamNode } from '../state/run-state.ts';
import { handOver } from './hand-over.ts';
import { planRetry, type RetryPlan } from './plan-retry.ts';
import { startAcceptance } from './start-acceptance.ts';
import type { Subject, Turn } from './turn.ts';

type Skipped = NonNullable<EventData['task-completed']['skipped']>;

export function taskSubject(task: TaskNode): Subject {
  return { entity: 'task', id: task.ulid };
}

/** The run gives up everything; a run that drains still finishes what it has in hand. */
export function isCancelling(run: RunNode): boolean {
  return run.control === 'stopping' && run.ending === 'cancel';
}

/** Queues a pending task whose edges and workstream allow it; a task for a person waits for one instead. */
export function queueIfReady(turn: Turn, run: RunNode, task: TaskNode): void {
  if (task.state !== 'pending' || task.waitingFor > 0) return;
  // What goes on with work that is in hand does not wait again for what that work came after.
  if (task.workstream.waitingFor > 0 && task.addedFor === null) return;
  if (run.state !== 'running' || run.control === 'stopping') return;
  const { taskId } = task.plan;
  if (task.plan.launch.kind === 'person') {
    const reason = 'a person has to approve it';
    turn.emit(run.runId, 'task-blocked', taskSubject(task), { taskId, reason, rootCause: null });
    return;
  }
  turn.emit(run.runId, 'task-queued', taskSubject(task), { taskId });
}

type ByATool = Exclude<TaskCompletion, 'skipped' | 'replaced'>;

export function completeTask(turn: Turn, run: RunNode, task: TaskNode, completion: ByATool): void {
  const { failures, plan } = task;
  const data = { taskId: plan.taskId, completion, failures, skipped: null };
  turn.emit(run.runId, 'task-completed', taskSubject(task), data);
  letGoOn(turn, run, task);
  const original = openOriginal(task);
  if (original !== null) completeReplaced(turn, run, original, task);
}

/** The change of a task that was added for it is on the head. */
function completeReplaced(turn: Turn, run: RunNode, task: TaskNode, by: TaskNode): void {
  const { failures, plan } = task;
  const replacedBy = { taskId: by.plan.taskId, kind: present(by.plan.origin, 'its origin').kind };
  const data = { taskId: plan.taskId, completion: 'replaced', failures, skipped: null, replacedBy } as const;
  turn.emit(run.runId, 'task-completed', taskSubject(task), data);
  letGoOn(turn, run, task);
  const original = openOriginal(task);
  if (original !== null) completeReplaced(turn, run, original, task);
}

/** The task that this one goes on with, while that one waits for it. */
function openOriginal({ addedFor }: TaskNode): TaskNode | null {
  return addedFor?.state === 'validating' ? addedFor : null;
}

/** Completed by a person's word, without a change. */
export function completeSkipped(turn: Turn, run: RunNode, task: TaskNode, skipped: Skipped): void {
  const { failures, plan } = task;
  const data = { taskId: plan.taskId, completion: 'skipped', failures, skipped } as const;
  turn.emit(run.runId, 'task-completed', taskSubject(task), data);
  letGoOn(turn, run, task);
  // Whoever says that one of the two is not needed says so of the other.
  const added = task.additions.at(-1);
  if (added !== undefined) cancelTask(turn, run, added, `${plan.taskId} was skipped`);
  const original = openOriginal(task);
  if (original !== null) completeSkipped(turn, run, original, skipped);
}

/** What a completed task was waited for. */
function letGoOn(turn: Turn, run: RunNode, task: TaskNode): void {
  handOver(turn, run, task);
  for (const edge of task.dependentsOf) {
    if (edge.edge === 'gate' && !isMet(task, edge)) blockTask(turn, run, edge.task, task.plan.taskId);
  }
  queueAfter(turn, run, task);
  workstreamSettled(turn, run, task.workstream);
  judgePhaseAgain(turn, run, task.workstream);
}

/** A task that was tried again although its workstream is complete leads to another judgement of a phase that was refused. */
function judgePhaseAgain(turn: Turn, run: RunNode, { state, plan: { phaseId } }: WorkstreamNode): void {
  if (state !== 'completed' || newestAcceptance(run, 'phase', phaseId)?.state !== 'failed') return;
  const own = [...run.workstreams.values()].filter((one) => one.plan.phaseId === phaseId);
  if (own.some((one) => one.unsettled > 0 || one.state !== 'completed')) return;
  startAcceptance(turn, run, 'phase', phaseId);
  movePhase(turn, run, phaseId);
}

/** Queues what may start now that a task has finished, also behind blocked ones that have finished with it. */
function queueAfter(turn: Turn, run: RunNode, first: TaskNode): void {
  const open = [first];
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    for (const { task: next } of task.dependentsOf) {
      if (next.state === 'blocked' && hasFinished(next)) open.push(next);
      else if (next.state === 'retrying') requeueDue(turn, run, [next.plan.taskId]);
      else queueIfReady(turn, run, next);
    }
  }
}

/** Another attempt where the task has one left and the failure may pass; else the task fails and its chain halts. True when it will be tried again. */
export function retryOrFail(
  turn: Turn,
  run: RunNode,
  task: TaskNode,
  failure: AttemptFailure,
  mayPass: boolean,
): boolean {
  const plan = planRetry(task, failure, mayPass);
  // A tool that was stopped on request has not failed, and neither has one that could be tried again.
  if (run.control === 'stopping' && (run.ending === 'cancel' || plan.again || failure.code === 'E_CANCELED')) {
    cancelTask(turn, run, task, run.controlReason);
    return false;
  }
  if (!plan.again) {
    failTask(turn, run, task, failure);
    return false;
  }
  retryTask(turn, run, task, failure, plan);
  return true;
}

export function retryTask(
  turn: Turn,
  run: RunNode,
  task: TaskNode,
  failure: AttemptFailure,
  plan: Pick<RetryPlan, 'counts' | 'waitMs'>,
): void {
  turn.emit(run.runId, 'task-retrying', taskSubject(task), {
    taskId: task.plan.taskId,
    code: failure.code,
    reason: failure.message,
    notBefore: new Date(turn.nowMs + plan.waitMs).toISOString(),
    counted: plan.counts,
  });
  haltIfLost(turn, run, task);
}

/** What a task comes after may have been tried again while it worked, and have failed by now. */
function haltIfLost(turn: Turn, run: RunNode, task: TaskNode): void {
  if (task.waitingFor === 0) return;
  const lost = task.after
    .map((edge) => ({ ...edge, before: run.tasks.get(edge.task) }))
    .find(({ edge, before }) => edge !== 'finish' && before !== undefined && isLost(before));
  if (lost !== undefined) blockTask(turn, run, task, lost.before?.rootCause ?? lost.task);
}

/** Nothing will come of it unless a person does something about it. */
export function isLost(task: TaskNode): boolean {
  if (task.state === 'blocked') return task.rootCause !== null;
  return task.state === 'failed' || task.state === 'cancelled';
}

export function failTask(turn: Turn, run: RunNode, task: TaskNode, failure: AttemptFailure): void {
  const { taskId } = task.plan;
  turn.emit(run.runId, 'task-failed', taskSubject(task), { taskId, code: failure.code, reason: failure.message });
  for (const { task: next, edge } of task.dependentsOf) if (edge !== 'finish') blockTask(turn, run, next, taskId);
  queueAfter(turn, run, task);
  workstreamSettled(turn, run, task.workstream);
}

export function cancelTask(turn: Turn, run: RunNode, task: TaskNode, reason: string): void {
  if (isTerminal(TASK_MACHINE, task.state)) return;
  turn.emit(run.runId, 'task-cancelled', taskSubject(task), { taskId: task.plan.taskId, reason });
  const together = openOriginal(task) ?? task.additions.at(-1);
  if (together !== undefined && together.state !== 'running') cancelTask(turn, run, together, reason);
}

/** Halts the chain behind `rootCause`: breadth first, each task once. What only waits for an end, whatever it is, goes on. */
export function blockTask(turn: Turn, run: RunNode, first: TaskNode, rootCause: string): void {
  const open = [first];
  for (let task = open.shift(); task !== undefined; task = open.shift()) {
    const { taskId } = task.plan;
    // It worked when what it comes after was tried again, and waits for that now.
    if (task.state === 'retrying' && task.waitingFor > 0)
      turn.emit(run.runId, 'task-queued', taskSubject(task), { taskId });
    else if (task.state !== 'pending') continue;
    const how = run.tasks.get(rootCause)?.state === 'completed' ? 'did not pass a gate' : 'did not succeed';
    const reason = `${rootCause} ${how}, and this task comes after it`;
    turn.emit(run.runId, 'task-blocked', taskSubject(task), { taskId, reason, rootCause });
    for (const { task: next, edge } of task.dependentsOf) if (edge !== 'finish') open.push(next);
    if (hasFinished(task)) queueAfter(turn, run, task);
    workstreamSettled(turn, run, task.workstream);
  }
}

/** Queues again what has waited long enough and waits for nothing else: the named tasks, or else those whose stamp has come. */
export function requeueDue(turn: Turn, run: RunNode, due?: readonly string[]): void {
  if (run.state !== 'running' || run.control === 'stopping') return;
  const isDue = ({ plan, notBefore }: TaskNode) =>
    due === undefined ? notBefore === null || Date.parse(notBefore) <= turn.nowMs : due.includes(plan.taskId);
  for (const task of [...run.retrying]) {
    if (!isDue(task) || task.waitingFor > 0) continue;
    turn.emit(run.runId, 'task-queued', taskSubject(task), { taskId: task.plan.taskId });
  }
}

/** Opens every workstream that waits for nothing; called once, when the run starts. */
export function openWorkstreams(turn: Turn, run: RunNode): void {
  for (const workstream of run.workstreams.values()) openIfReady(turn, run, workstream);
}

/** Ends the workstream when nothing of it can change any more, and lets the next ones open or halt. */
export function workstreamSettled(turn: Turn, run: RunNode, workstream: WorkstreamNode): void {
  // What is being judged ends with its judgement.
  if (workstream.unsettled > 0 || workstream.state === 'validating' || hasEnded(workstream)) return;
  const complete = workstream.tasks.every((task) => task.state === 'completed' || !task.plan.critical);
  if (workstream.state === 'planned') moveWorkstream(turn, run, workstream, complete ? 'executing' : 'blocked');
  if (workstream.state === 'ready') moveWorkstream(turn, run, workstream, 'executing');
  if (workstream.state !== 'executing' || !complete || workstream.plan.acceptance === null) {
    return endWorkstream(turn, run, workstream, complete);
  }
  // What is being cancelled is judged no more; the run ends it.
  if (isCancelling(run)) return;
  moveWorkstream(turn, run, workstream, 'validating');
  startAcceptance(turn, run, 'workstream', workstream.plan.workstreamId);
}

/** Lets what comes after a workstream open or halt, its phase included. */
export function endWorkstream(turn: Turn, run: RunNode, workstream: WorkstreamNode, complete: boolean): void {
  const isOpen = workstream.state === 'executing' || workstream.state === 'validating';
  if (isOpen) moveWorkstream(turn, run, workstream, complete ? 'completed' : 'failed');
  for (const next of workstream.dependents) {
    if (complete) openIfReady(turn, run, next);
    else haltWorkstream(turn, run, next, rootOf(workstream));
  }
  const { phaseId } = workstream.plan;
  const siblings = [...run.workstreams.values()].filter((one) => one.plan.phaseId === phaseId);
  if (acceptancePlan(run, 'phase', phaseId) === null || isCancelling(run)) return;
  if (siblings.some((one) => one.state !== 'completed')) return;
  startAcceptance(turn, run, 'phase', phaseId);
}

/** Lets the phases after a judged one open or halt. */
export function endPhase(turn: Turn, run: RunNode, phaseId: string): void {
  movePhase(turn, run, phaseId);
  for (const next of workstreamsAfter(run, phaseId)) {
    if (phaseStanding(run, phaseId) === 'completed') openIfReady(turn, run, next);
    else haltWorkstream(turn, run, next, phaseId);
  }
}

export function moveWorkstream(turn: Turn, run: RunNode, workstream: WorkstreamNode, state: WorkstreamState): void {
  const subject = { entity: 'workstream', id: workstream.ulid } as const;
  const { workstreamId, phaseId } = workstream.plan;
  turn.emit(run.runId, 'workstream-moved', subject, { workstreamId, state });
  movePhase(turn, run, phaseId);
}

/** Says how the phase stands now, where that is new. */
export function movePhase(turn: Turn, run: RunNode, phaseId: string): void {
  const from = phaseOf(run, phaseId).state;
  const to = phaseStanding(run, phaseId);
  if (from !== to) turn.emit(run.runId, 'phase-moved', { entity: 'run', id: run.runId }, { phaseId, from, to });
}

/** Ends what has not ended when the run is cancelled. */
export function cancelWorkstreams(turn: Turn, run: RunNode): void {
  for (const workstream of run.workstreams.values()) {
    if (!hasEnded(workstream) || workstream.state === 'blocked') moveWorkstream(turn, run, workstream, 'cancelled');
  }
}

export function openIfReady(turn: Turn, run: RunNode, workstream: WorkstreamNode): void {
  if (workstream.waitingFor > 0 || workstream.state !== 'planned') return;
  moveWorkstream(turn, run, workstream, 'ready');
  for (const task of workstream.tasks) queueIfReady(turn, run, task);
  workstreamSettled(turn, run, workstream);
}

export function haltWorkstream(turn: Turn, run: RunNode, workstream: WorkstreamNode, rootCause: string): void {
  for (const task of workstream.tasks) blockTask(turn, run, task, rootCause);
  workstreamSettled(turn, run, workstream);
}

/** The task that a halted workstream's followers name: the first that failed, or what blocked it. */
export function rootOf(workstream: WorkstreamNode): string {
  const failed = workstream.tasks.find((task) => task.state === 'failed');
  const blocked = workstream.tasks.find((task) => task.rootCause !== null);
  return failed?.plan.taskId ?? blocked?.rootCause ?? workstream.plan.workstreamId;
}

function hasEnded(workstream: WorkstreamNode): boolean {
  return ['completed', 'failed', 'cancelled', 'skipped', 'blocked'].includes(workstream.state);
}
