// What the end of an attempt means for its task and what becomes of what it wrote.
import type { AttemptFailure } from '../../shared/domain/attempt.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { CapturedPatch } from '../../shared/domain/patch.ts';
import { present } from '../../shared/lib/assert.ts';
import { ERRORS, type ErrorCode } from '../../shared/lib/errors.ts';
import type { AttemptOutcome } from '../../shared/ports/execution.ts';
import type { AttemptNode, RunNode, TaskNode } from '../state/run-state.ts';
import { endIfDrained } from './assign-worker.ts';
import { createDirectChange } from './decide-direct-change.ts';
import { cancelTask, completeTask, failTask, isCancelling, retryOrFail, retryTask } from './decide-order.ts';
import { createPatch } from './decide-patch.ts';
import { diskRefused, isDiskTried } from './decide-resource.ts';
import { isProbe, toolAnswered } from './decide-tool.ts';
import type { EffectBody } from './effect.ts';
import type { Message } from './message.ts';
import { dropChange, setAside } from './set-aside.ts';
import { startAcceptance } from './start-acceptance.ts';
import type { Subject, Turn } from './turn.ts';

type AttemptStartedMessage = Extract<Message, { type: 'attempt-started' }>;

function attemptSubject(attemptId: string): Subject {
  return { entity: 'attempt', id: attemptId };
}

export function attemptStarted(turn: Turn, run: RunNode, message: AttemptStartedMessage): void {
  if (run.attempts.get(message.attemptId)?.state !== 'pending') return;
  turn.emit(run.runId, 'attempt-started', attemptSubject(message.attemptId), message.started);
}

export function attemptFinished(
  turn: Turn,
  run: RunNode,
  body: EffectBody<'start-attempt'>,
  reported: AttemptOutcome,
): void {
  const attempt = present(run.attempts.get(body.attemptId), `attempt ${body.attemptId}`);
  const outcome = asUnchanged(run, attempt, reported);
  if (attempt.state === 'pending') {
    const nothing = { pid: null, processStart: null, workspace: '' };
    turn.emit(run.runId, 'attempt-started', attemptSubject(attempt.attemptId), nothing);
  }
  finish(turn, run, attempt, outcome);
  if (!isHeldFirst(attempt, outcome.patch)) releaseWorkspace(turn, run, attempt);
  switch (outcome.result) {
    case 'patch':
      return madeChange(turn, run, attempt, outcome.patch);
    case 'no_change':
      return changedNothing(turn, run, attempt);
    case 'failed':
    case 'stopped': {
      const failure = outcome.failure ?? { code: 'E_CANCELED', message: 'it was stopped' };
      keepPartialWork(turn, run, attempt, { patch: outcome.patch, code: failure.code, why: failure.message });
      if (failure.code === 'E_DISK' && run.control !== 'stopping') return diskWasFull(turn, run, attempt.task, failure);
      retryOrFail(turn, run, attempt.task, failure, ERRORS[failure.code].retry || outcome.result === 'stopped');
      return;
    }
  }
}

/** A fix that leaves what it began with has changed nothing, however that differs from the head. */
function asUnchanged(run: RunNode, { task }: AttemptNode, outcome: AttemptOutcome): AttemptOutcome {
  const { fix } = task.plan.origin ?? {};
  if (fix === undefined || outcome.result !== 'patch') return outcome;
  const begunWith = run.gateRuns.get(fix.gateRunId)?.tree;
  return outcome.patch?.tree === begunWith ? { ...outcome, result: 'no_change', patch: null } : outcome;
}

/** It is tried again when there is room, and counts as no failure of the tool. */
function diskWasFull(turn: Turn, run: RunNode, task: TaskNode, failure: AttemptFailure): void {
  diskRefused(turn, run, failure);
  if (isDiskTried(task)) failTask(turn, run, task, failure);
  else retryTask(turn, run, task, failure, { counts: false, waitMs: LIMITS.backoffFirstMs });
}

/** The engine or the worker that ran the attempt is gone: its work is kept, and the task is tried again without it counting. */
export function attemptSalvaged(turn: Turn, run: RunNode, attemptId: string, patch: CapturedPatch | null): void {
  const attempt = present(run.attempts.get(attemptId), `attempt ${attemptId}`);
  const failure = lossOf(attempt);
  const state = attempt.state === 'pending' ? 'canceled' : 'error';
  const { task } = attempt;
  const probed = isProbe(run, attempt);
  turn.emit(run.runId, 'attempt-finished', attemptSubject(attemptId), {
    taskId: task.plan.taskId,
    state,
    result: attempt.lost === null ? 'stopped' : 'failed',
    failure,
    usage: null,
    logs: `attempts/${attemptId}`,
    notes: [],
  });
  endIfDrained(turn, run, attempt);
  toolAnswered(turn, run, attempt, probed);
  keepPartialWork(turn, run, attempt, { patch, code: failure.code, why: failure.message });
  if (!isHeldFirst(attempt, patch)) releaseWorkspace(turn, run, attempt);
  if (run.control === 'stopping') cancelTask(turn, run, task, run.controlReason);
  else if (workersLost(task) >= task.plan.maxAttempts) failTask(turn, run, task, costsWorkers(task));
  else retryTask(turn, run, task, failure, { counts: false, waitMs: 0 });
}

function lossOf({ lost }: AttemptNode): AttemptFailure {
  if (lost !== null) return { code: 'E_WORKER_LOST', message: `its worker was quarantined: ${lost}` };
  return { code: 'E_ORCHESTRATOR_CRASH', message: 'Patchbay was interrupted while it ran' };
}

/** Not failures of the tool, but what costs a worker each time is not tried for ever. */
function workersLost({ attempts }: TaskNode): number {
  return attempts.filter(({ lost }) => lost !== null).length;
}

function costsWorkers(task: TaskNode): AttemptFailure {
  const last = task.attempts.at(-1)?.lost ?? '';
  return {
    code: 'E_WORKER_LOST',
    message: `it cost ${workersLost(task)} workers; the last one was lost because ${last}`,
  };
}

/** The workspace of a direct edit goes when a ref holds the work (changeHeld). */
function isHeldFirst(attempt: AttemptNode, captured: CapturedPatch | null): boolean {
  return captured !== null && !attempt.task.plan.patchMode.on;
}

function releaseWorkspace(turn: Turn, run: RunNode, { attemptId }: AttemptNode): void {
  turn.want(run.runId, 'release-workspace', { attemptId });
}

function finish(turn: Turn, run: RunNode, attempt: AttemptNode, outcome: AttemptOutcome): void {
  const good = outcome.result === 'patch' || outcome.result === 'no_change';
  const state = good ? 'completed' : outcome.result === 'stopped' ? 'canceled' : 'error';
  const probed = isProbe(run, attempt);
  turn.emit(run.runId, 'attempt-finished', attemptSubject(attempt.attemptId), {
    taskId: attempt.task.plan.taskId,
    state,
    result: outcome.result === 'patch' && !attempt.task.plan.patchMode.on ? 'direct_change' : outcome.result,
    failure: outcome.failure,
    usage: outcome.usage,
    logs: outcome.logs,
    notes: outcome.notes,
  });
  endIfDrained(turn, run, attempt);
  toolAnswered(turn, run, attempt, probed);
}

function madeChange(turn: Turn, run: RunNode, attempt: AttemptNode, captured: CapturedPatch | null): void {
  const made = { captured: present(captured, 'captured patch'), recovered: false };
  const create = !attempt.task.plan.patchMode.on ? createDirectChange : createPatch;
  const change = create(turn, run, attempt, made);
  if (isCancelling(run)) {
    dropChange(turn, run, change, `the run was cancelled: ${run.controlReason}`);
    cancelTask(turn, run, attempt.task, run.controlReason);
  } else if (change.table === 'patches') turn.want(run.runId, 'validate-patch', { patchId: change.patchId });
}

function changedNothing(turn: Turn, run: RunNode, attempt: AttemptNode): void {
  const { task } = attempt;
  if (task.plan.allowNoChange) {
    if (task.plan.acceptance === null) return completeTask(turn, run, task, 'no_change');
    if (isCancelling(run)) return cancelTask(turn, run, task, run.controlReason);
    return startAcceptance(turn, run, 'task', task.plan.taskId);
  }
  const message = 'the tool ended well but changed nothing';
  // Another fix follows, which counts: the same one is not tried again.
  retryOrFail(turn, run, task, { code: 'E_NO_CHANGE', message }, task.plan.origin?.fix === undefined);
}

interface PartialWork {
  readonly patch: CapturedPatch | null;
  readonly code: ErrorCode;
  readonly why: string;
}

function keepPartialWork(turn: Turn, run: RunNode, attempt: AttemptNode, work: PartialWork): void {
  if (work.patch === null) return;
  const create = !attempt.task.plan.patchMode.on ? createDirectChange : createPatch;
  const change = create(turn, run, attempt, { captured: work.patch, recovered: true });
  const reason = `kept for you to read; the attempt did not end well: ${work.why}`;
  setAside(turn, run, change, { reason, code: work.code, findings: [] });
}
