// After every message a run goes on as far as it can: tasks start, the train moves, the run ends.
import { executionRequest } from '../../shared/plan/execution-request.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { popReady } from '../scheduling/ready-queue.ts';
import { phaseStanding } from '../state/phase-standing.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import { cancelTask, cancelWorkstreams, isOver, moveWorkstream } from './decide-order.ts';
import { STAGES } from './stages.ts';
import type { Turn } from './turn.ts';

export function advance(turn: Turn, run: RunNode): void {
  if (run.state !== 'running') return;
  if (run.control === 'stopping') return finishStopping(turn, run);
  startTasks(turn, run);
  for (const stage of STAGES) stage.advance(turn, run);
  finishIfOver(turn, run);
}

function startTasks(turn: Turn, run: RunNode): void {
  while (freeSlots(run) > 0) {
    const task = popReady(run.ready);
    if (task === undefined) return;
    if (task.state === 'queued' && !setAside(run, task)) startAttempt(turn, run, task);
  }
}

/** A sequential plan has one task in hand until its work is committed; otherwise only running tools take a slot. */
function freeSlots(run: RunNode): number {
  return isOneAtATime(run.created.plan) ? 1 - run.running - run.validating : run.created.maxParallel - run.running;
}

/** A workstream of such a plan may still be a dag by its own word; then the plan's order alone keeps the others apart. */
function isOneAtATime({ strategy, workstreams }: Plan): boolean {
  return strategy === 'sequential' && workstreams.every((workstream) => workstream.strategy === 'sequential');
}

/** Keeps a task back whose workstream is full or whose conflict group is taken; true when it was. */
function setAside(run: RunNode, task: TaskNode): boolean {
  const { workstream } = task;
  const limit = workstream.plan.maxParallel;
  if (limit !== null && workstream.active >= limit) {
    workstream.held.push(task);
    return true;
  }
  const group = task.plan.conflictGroup;
  if (group === null || (!run.groups.has(group) && !isOvertaking(run, task, group))) return false;
  run.heldByGroup.set(group, [...(run.heldByGroup.get(group) ?? []), task]);
  return true;
}

/** In plan order a later task of a group must not take it first: its patch would wait for the earlier one, and that one for the group. */
function isOvertaking(run: RunNode, task: TaskNode, group: string): boolean {
  if (run.created.plan.mergeOrder !== 'plan') return false;
  return run.inOrder.some((other) => other.index < task.index && other.plan.conflictGroup === group && !isOver(other));
}

function startAttempt(turn: Turn, run: RunNode, task: TaskNode): void {
  if (task.workstream.state === 'ready') moveWorkstream(turn, run, task.workstream, 'executing');
  const attemptId = turn.nextId();
  const requestId = turn.nextId();
  const promptId = turn.nextId();
  const { taskId, tool } = task.plan;
  const { plan, requestedBy } = run.created;
  const at = new Date(turn.nowMs).toISOString();
  const tryNumber = task.failures + 1;
  turn.emit(
    run.runId,
    'attempt-created',
    { entity: 'attempt', id: attemptId },
    {
      taskId,
      number: task.attempts.length + 1,
      tryNumber,
      slot: freeSlot(run),
      tool,
      base: run.head,
      requestId,
      promptId,
      request: executionRequest(plan, task.plan, { requestId, promptId, attemptId, requestedBy, at }),
    },
  );
  turn.want(run.runId, 'start-attempt', { attemptId, taskId, tryNumber });
}

/** The lowest number that no running attempt has, so that a slot keeps its number while it is taken. */
function freeSlot(run: RunNode): number {
  let slot = 1;
  while (run.slots.has(slot)) slot += 1;
  return slot;
}

function finishIfOver(turn: Turn, run: RunNode): void {
  if (run.running > 0 || run.validating > 0 || run.retrying.size > 0 || run.openAcceptances.size > 0) return;
  const subject = { entity: 'run', id: run.runId } as const;
  if ([...run.workstreams.values()].some((workstream) => workstream.unsettled > 0)) {
    if (run.waitingForPerson > 0 && run.control === 'active') {
      turn.emit(run.runId, 'run-control-changed', subject, {
        control: 'waiting',
        reason: 'A person has to approve a task.',
      });
    }
    return;
  }
  const isWhole = run.created.plan.phases.every(({ phaseId }) => phaseStanding(run, phaseId) === 'completed');
  const state = isWhole ? 'succeeded' : 'failed';
  turn.emit(run.runId, 'run-finished', subject, { state, reason: isWhole ? '' : failureReason(run) });
}

function failureReason(run: RunNode): string {
  const failed = [...run.tasks.values()].filter((task) => task.state === 'failed');
  const halted = [...run.tasks.values()].filter((task) => task.state === 'blocked').length;
  const first = failed[0];
  const head = first === undefined ? refusalOf(run) : `${first.plan.name}: ${first.reason.replace(/[.]$/, '')}.`;
  const more = failed.length > 1 ? ` ${failed.length - 1} more failed.` : '';
  return `${head}${more}${halted > 0 ? ` ${halted} after it could not start.` : ''}`;
}

/** The first phase or workstream that was not accepted. */
function refusalOf(run: RunNode): string {
  for (const { level, levelId, state, reason } of run.acceptances.values()) {
    if (level === 'task' || state !== 'failed') continue;
    return `${level === 'phase' ? 'Phase' : 'Workstream'} ${levelId}: ${reason.replace(/[.]$/, '')}.`;
  }
  return 'Nothing could go on.';
}

function finishStopping(turn: Turn, run: RunNode): void {
  if (run.running > 0 || run.candidate?.accepted === true) return;
  for (const task of run.tasks.values()) cancelTask(turn, run, task, run.controlReason);
  cancelWorkstreams(turn, run);
  const subject = { entity: 'run', id: run.runId } as const;
  turn.emit(run.runId, 'run-finished', subject, { state: 'canceled', reason: run.controlReason });
}
