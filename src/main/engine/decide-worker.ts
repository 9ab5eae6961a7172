// What a heartbeat means for the workers of a run, and what a person does with them.
import { LIMITS } from '../../shared/domain/limits.ts';
import type { ExpectedBasis } from '../../shared/events/worker-events.ts';
import type { AttemptNode, RunNode, WorkerNode } from '../state/run-state.ts';
import { drain, endWorker, trimPool, workerSubject } from './assign-worker.ts';
import type { OutcomeMessage } from './message.ts';
import type { Turn } from './turn.ts';
import type { WorkerSeen } from './worker-seen.ts';

/** What was seen under a lease that does not hold any more is nobody's. */
export function workersSeen(turn: Turn, run: RunNode, seen: readonly WorkerSeen[]): void {
  for (const one of seen) {
    const worker = run.workers.get(one.workerId);
    const attempt = worker?.attempt ?? null;
    if (worker === undefined || attempt?.attemptId !== one.attemptId || worker.lease !== one.lease) continue;
    if (one.verdict.kind === 'alive') showedLife(turn, run, worker, one);
    else checkFailed(turn, run, worker, one);
    if (worker.lease !== null) warnIfStuck(turn, run, { worker, attempt, runningMs: one.probe.runningMs });
  }
}

/** Each sign of life renews the lease; the log is told only what is new, and now and then that all is well. */
function showedLife(turn: Turn, run: RunNode, worker: WorkerNode, { attemptId, lease, probe }: WorkerSeen): void {
  const sinceMs = worker.lastSeenAt === null ? Number.POSITIVE_INFINITY : turn.nowMs - Date.parse(worker.lastSeenAt);
  if (worker.missed === 0 && sinceMs < LIMITS.heartbeatLoggedMs) return;
  turn.emit(run.runId, 'worker-heartbeat', workerSubject(worker), {
    attemptId,
    lease,
    missed: worker.missed,
    processes: probe.process?.processes ?? 0,
    memoryBytes: probe.process?.memoryBytes ?? null,
    cpuMs: probe.process?.cpuMs ?? null,
    outputBytes: probe.process?.outputBytes ?? 0,
  });
}

function checkFailed(turn: Turn, run: RunNode, worker: WorkerNode, { attemptId, lease, verdict }: WorkerSeen): void {
  if (verdict.kind === 'alive') return;
  const { check, message } = verdict;
  const missed = worker.missed + 1;
  turn.emit(run.runId, 'worker-check-failed', workerSubject(worker), { attemptId, lease, check, missed, message });
  if (verdict.kind === 'failed') quarantine(turn, run, worker, message);
  else if (missed >= LIMITS.heartbeatsMissed)
    quarantine(turn, run, worker, `${message}, ${missed} heartbeats in a row`);
}

/** Its lease ends here: the tool is killed, what it wrote is saved, and whatever is still reported is not heard. */
function quarantine(turn: Turn, run: RunNode, worker: WorkerNode, reason: string): void {
  const { attempt, lease } = worker;
  const attemptId = attempt?.attemptId ?? null;
  turn.emit(run.runId, 'worker-quarantined', workerSubject(worker), { attemptId, lease, reason });
  if (attempt === null) return;
  for (const effect of turn.pending.values()) {
    if (effect.kind === 'start-attempt' && effect.body.attemptId === attempt.attemptId) turn.settle(effect.effectId);
  }
  turn.stop({ kind: 'stop-attempt', id: attempt.attemptId, reason });
  const { taskId } = attempt.task.plan;
  turn.want(run.runId, 'salvage-attempt', { attemptId: attempt.attemptId, taskId, tryNumber: attempt.tryNumber });
}

interface InHand {
  readonly worker: WorkerNode;
  readonly attempt: AttemptNode;
  readonly runningMs: number;
}

/** A warning, once for each attempt: it may well be a long task. */
function warnIfStuck(turn: Turn, run: RunNode, { worker, attempt, runningMs }: InHand): void {
  if (worker.stuck !== null) return;
  const { ms: expectedMs, basis } = expectedDuration(run, attempt);
  if (runningMs <= Math.max(LIMITS.stuckFactor * expectedMs, LIMITS.stuckMinMs)) return;
  const { attemptId, lease, task } = attempt;
  const { taskId } = task.plan;
  const facts = { attemptId, taskId, lease: lease ?? 0, runningMs, expectedMs, basis };
  turn.emit(run.runId, 'worker-stuck', workerSubject(worker), facts);
}

/** From earlier runs, where they say something about the task or its tool. */
function expectedDuration(run: RunNode, { task }: AttemptNode): { readonly ms: number; readonly basis: ExpectedBasis } {
  const known = run.created.expected[task.plan.taskId];
  if (known !== undefined) return { ms: known.ms, basis: known.basis === 'task_history' ? 'task' : 'tool' };
  return { ms: task.plan.timeoutMs, basis: 'timeout' };
}

/** A report of an attempt whose lease was withdrawn is written down once, and nothing follows from it. */
export function lateReport(turn: Turn, run: RunNode, { effect, outcome }: StartOutcome): void {
  const attempt = run.attempts.get(effect.body.attemptId);
  if (attempt?.lost == null || attempt.lateReports > 0 || attempt.workerId === null) return;
  const { attemptId, taskId, lease } = effect.body;
  const reason = `the lease was withdrawn because ${attempt.lost}`;
  const subject = { entity: 'worker', id: attempt.workerId } as const;
  const facts = { attemptId, taskId, lease, result: outcome.result, reason };
  turn.emit(run.runId, 'report-ignored', subject, facts);
}

export type StartOutcome = Extract<OutcomeMessage, { kind: 'start-attempt' }>;

/** Idle, it ends at once; busy, after its task. Doing so twice is nothing; who asks for a worker that is not there was refused before. */
export function drainWorker(turn: Turn, run: RunNode, workerId: string, reason: string): void {
  const worker = run.workers.get(workerId);
  if (worker?.state === 'IDLE') endWorker(turn, run, worker, reason);
  else if (worker?.state === 'BUSY') drain(turn, run, worker, reason);
}

/** It may be given tasks again. Doing so twice is nothing. */
export function releaseWorker(turn: Turn, run: RunNode, workerId: string, reason: string): void {
  const worker = run.workers.get(workerId);
  if (worker === undefined || worker.quarantined === null || worker.state === 'TERMINATED') return;
  turn.emit(run.runId, 'worker-released', workerSubject(worker), { reason });
  trimPool(turn, run, worker);
}
