// The life of a run: start, go on after a crash.
import { LIMITS } from '../../shared/domain/limits.ts';
import { runHeadRef } from '../../shared/domain/run.ts';
import { DEFAULT_HEALTH } from '../../shared/domain/worker-health.ts';
import { describeDirectEdits } from '../../shared/plan/describe-direct-edits.ts';
import type { SwapOutcome } from '../../shared/ports/integration.ts';
import { offerAll } from '../state/admission/holds.ts';
import type { RunNode } from '../state/run-state.ts';
import { seatFreed } from './ask-for-seat.ts';
import { endWorker } from './assign-worker.ts';
import { cancelTask, cancelWorkstreams, openWorkstreams, requeueDue } from './decide-order.ts';
import { inheritTools } from './decide-tool.ts';
import type { Message } from './message.ts';
import type { Subject, Turn } from './turn.ts';

type StartRun = Extract<Message, { type: 'start-run' }>;

export function runSubject(run: RunNode): Subject {
  return { entity: 'run', id: run.runId };
}

export function startRun(turn: Turn, runId: string, facts: StartRun['facts']): void {
  const withUlids = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, turn.nextId()]));
  turn.emit(
    runId,
    'run-created',
    { entity: 'run', id: runId },
    {
      ...facts,
      health: facts.health ?? DEFAULT_HEALTH,
      toolRecords: facts.toolRecords ?? [],
      expected: facts.expected ?? {},
      whenStuck: facts.whenStuck ?? 'end',
      maxParallel: Math.min(facts.maxParallel, LIMITS.maxParallelMax),
      taskUlids: withUlids(facts.plan.tasks.map((task) => task.taskId)),
      workstreamUlids: withUlids(facts.plan.workstreams.map((workstream) => workstream.workstreamId)),
    },
  );
  const { tasks } = facts.plan;
  const direct = tasks
    .filter((task) => !task.patchMode.on)
    .map(({ taskId, patchMode }) => ({ taskId, place: patchMode.place }));
  if (direct.length > 0) {
    const message = describeDirectEdits(direct, tasks.length);
    turn.emit(runId, 'run-noted', { entity: 'run', id: runId }, { message });
  }
  turn.want(runId, 'create-run-ref', { ref: runHeadRef(runId), base: facts.base });
}

export function refCreated(turn: Turn, run: RunNode, outcome: SwapOutcome): void {
  if (run.state !== 'pending') return;
  if (run.control === 'stopping') return runNotBegun(turn, run, run.controlReason);
  if (outcome.kind === 'moved') {
    return runNotBegun(turn, run, `The ref ${runHeadRef(run.runId)} exists already at ${outcome.actual ?? 'nothing'}.`);
  }
  turn.emit(run.runId, 'run-started', runSubject(run), { ref: runHeadRef(run.runId) });
  inheritTools(turn, run);
  openWorkstreams(turn, run);
}

/** Ends a run that was cancelled before it began, or could not begin; none of its tasks seems to wait for anything. */
export function runNotBegun(turn: Turn, run: RunNode, reason: string): void {
  const state = run.control === 'stopping' ? 'canceled' : 'failed';
  if (state === 'failed') turn.emit(run.runId, 'run-started', runSubject(run), { ref: runHeadRef(run.runId) });
  // What a person skipped before the start may have brought a level to its judgement; no check of it has begun.
  for (const { acceptanceId, level, levelId } of run.openAcceptances) {
    const subject = { entity: 'acceptance', id: acceptanceId } as const;
    turn.emit(run.runId, 'acceptance-finished', subject, { level, levelId, state: 'canceled', reason });
  }
  for (const task of run.tasks.values()) cancelTask(turn, run, task, reason);
  cancelWorkstreams(turn, run);
  turn.emit(run.runId, 'run-finished', runSubject(run), { state, reason });
}

/** After a start of the engine: attempts of the one before are salvaged; every other intent is simply done again. */
export function recoverRun(turn: Turn, run: RunNode): void {
  seatFreed(run);
  offerAll(run);
  const starts = new Map<string, string>();
  const salvaging = new Set<string>();
  for (const effect of turn.pending.values()) {
    if (effect.kind === 'start-attempt') starts.set(effect.body.attemptId, effect.effectId);
    if (effect.kind === 'salvage-attempt') salvaging.add(effect.body.attemptId);
  }
  let interrupted = 0;
  for (const attempt of run.attempts.values()) {
    if (attempt.state !== 'pending' && attempt.state !== 'running') continue;
    const start = starts.get(attempt.attemptId);
    if (start !== undefined) turn.settle(start);
    if (salvaging.has(attempt.attemptId)) continue;
    interrupted += 1;
    const { attemptId, task, tryNumber } = attempt;
    turn.want(run.runId, 'salvage-attempt', { attemptId, taskId: task.plan.taskId, tryNumber });
  }
  endInterrupted(turn, run);
  if (interrupted > 0) {
    const message = `Patchbay was interrupted: ${interrupted} attempt${interrupted === 1 ? ' is' : 's are'} saved and started again.`;
    turn.emit(run.runId, 'run-noted', runSubject(run), { message });
  }
  requeueDue(turn, run);
}

/** What a worker had in hand went with the process that ran it; one in quarantine waits for its person. */
function endInterrupted(turn: Turn, run: RunNode): void {
  for (const worker of [...run.pool]) {
    if (worker.attempt !== null && worker.quarantined === null)
      endWorker(turn, run, worker, 'Patchbay was interrupted');
  }
}
