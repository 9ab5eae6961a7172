// Pause, resume and the three ways to stop a run.
import type { StopMode } from '../../shared/domain/command.ts';
import type { AcceptanceNode } from '../state/acceptance-node.ts';
import { isLanding } from '../state/find-candidate.ts';
import type { RunNode } from '../state/run-state.ts';
import { judgeWaveAgain } from './close-waves.ts';
import { cancelTask, movePhase } from './decide-order.ts';
import { withdrawReviews } from './decide-review.ts';
import { runSubject } from './decide-run.ts';
import { finishIfWhole } from './finish-run.ts';
import { dropChange } from './set-aside.ts';
import type { Turn } from './turn.ts';

/** From now on nothing starts: no tool, no gate, no check, no candidate, no move of the head. */
export function pauseRun(turn: Turn, run: RunNode, reason: string): void {
  turn.emit(run.runId, 'run-control-changed', runSubject(run), { control: 'pausing', reason });
}

/** Paused is what has nothing under way: whatever was has ended its step and was recorded. */
export function settlePause(turn: Turn, run: RunNode): void {
  finishIfWhole(turn, run);
  if (run.control !== 'pausing') return;
  for (const effect of turn.pending.values()) if (effect.runId === run.runId) return;
  turn.emit(run.runId, 'run-control-changed', runSubject(run), { control: 'paused', reason: run.controlReason });
}

/** A run that is active goes on anyway, and one that waits for a person waits on, but for a gate at the end of a wave. */
export function resumeRun(turn: Turn, run: RunNode): void {
  if (run.control === 'waiting') return judgeWaveAgain(turn, run);
  if (run.control !== 'pausing' && run.control !== 'paused') return;
  turn.emit(run.runId, 'run-control-changed', runSubject(run), { control: 'active', reason: '' });
}

/** Tools end by themselves or are stopped; what they made, and what was made before, is still gated and committed. */
export function stopRun(turn: Turn, run: RunNode, mode: StopMode, reason: string): void {
  beginStopping(turn, run, reason);
  if (mode === 'kill') stopTools(turn, run, reason);
}

/** Stops what runs and drops what is not on its way onto the head; what tools wrote so far is kept as patches. */
export function cancelRun(turn: Turn, run: RunNode, reason: string): void {
  beginStopping(turn, run, reason);
  if (run.state === 'pending') return;
  withdrawReviews(turn, run, `the run was cancelled: ${reason}`);
  stopTools(turn, run, reason);
  for (const task of run.tasks.values()) {
    if (task.state !== 'running' && task.state !== 'validating') cancelTask(turn, run, task, reason);
  }
  for (const gateRun of run.gateRuns.values()) {
    if (gateRun.state === 'running') turn.stop({ kind: 'stop-gate', id: gateRun.gateRunId, reason });
  }
  for (const acceptance of run.openAcceptances) cancelAcceptance(turn, run, acceptance, reason);
  for (const change of [...run.patches.values(), ...run.directChanges.values()]) {
    if (!OPEN.has(change.state) || isLanding(run, change)) continue;
    dropChange(turn, run, change, `the run was cancelled: ${reason}`);
    cancelTask(turn, run, change.task, reason);
  }
}

function beginStopping(turn: Turn, run: RunNode, reason: string): void {
  turn.emit(run.runId, 'run-control-changed', runSubject(run), { control: 'stopping', reason });
}

function stopTools(turn: Turn, run: RunNode, reason: string): void {
  for (const task of run.tasks.values()) {
    const attempt = task.state === 'running' ? task.attempts.at(-1) : undefined;
    if (attempt !== undefined) turn.stop({ kind: 'stop-attempt', id: attempt.attemptId, reason });
  }
}

/** States of patches and direct changes that may still lead to a commit. */
const OPEN: ReadonlySet<string> = new Set(['created', 'validated', 'captured', 'queued']);

function cancelAcceptance(turn: Turn, run: RunNode, acceptance: AcceptanceNode, reason: string): void {
  const { acceptanceId, level, levelId, checks } = acceptance;
  for (const { state, checkRunId } of checks) {
    if (state === 'running' && checkRunId !== null) turn.stop({ kind: 'stop-gate', id: checkRunId, reason });
  }
  const subject = { entity: 'acceptance', id: acceptanceId } as const;
  turn.emit(run.runId, 'acceptance-finished', subject, { level, levelId, state: 'canceled', reason });
  if (level === 'phase') movePhase(turn, run, levelId);
}
