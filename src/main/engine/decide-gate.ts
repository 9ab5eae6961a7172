// Gates run one after another on the candidate's tree; a required one that does not pass ends the candidate.
import type { GateOutcome } from '../../shared/domain/gate.ts';
import { present } from '../../shared/lib/assert.ts';
import { findCandidate } from '../state/find-candidate.ts';
import { changeIdOf } from '../state/find-change.ts';
import type { Candidate, GateRunNode, RunNode } from '../state/run-state.ts';
import { giveUpChange } from './set-aside.ts';
import type { Turn } from './turn.ts';

/** Gate ids that have not been run on this candidate yet, in order. */
export function openGates(run: RunNode, candidate: Candidate): readonly string[] {
  const seen = new Set(runsOf(candidate).map((gateRun) => gateRun.gateId));
  return candidate.change.task.plan.gates.filter((gateId) => run.gates.has(gateId) && !seen.has(gateId));
}

export function startGate(turn: Turn, run: RunNode): void {
  for (const candidate of run.candidates) startGateOn(turn, run, candidate);
}

function startGateOn(turn: Turn, run: RunNode, candidate: Candidate): void {
  if (candidate.commit === null || candidate.tree === null || candidate.accepted) return;
  if (runsOf(candidate).some((gateRun) => gateRun.state === 'running')) return;
  for (const gateId of openGates(run, candidate)) {
    const gateRunId = turn.nextId();
    const { commit, tree, candidateId, change } = candidate;
    const subject = { entity: 'gate_run', id: gateRunId } as const;
    const changeId = changeIdOf(change);
    const judged = change.table === 'patches' ? { patchId: changeId, changeId: null } : { patchId: null, changeId };
    turn.emit(run.runId, 'gate-queued', subject, { gateId, ...judged, candidateId, tree, commit });
    const missing = unmetGate(run, candidate, gateId);
    if (missing !== null) {
      const reason = `it comes after ${missing}, which did not pass`;
      turn.emit(run.runId, 'gate-skipped', subject, { gateId, reason });
      continue;
    }
    turn.emit(run.runId, 'gate-started', subject, { gateId });
    turn.want(run.runId, 'run-gate', { gateRunId, gateId, changeId, commit, tree });
    return;
  }
}

/** A gate that this one comes after and that did not pass on this candidate; null when there is none. */
function unmetGate(run: RunNode, candidate: Candidate, gateId: string): string | null {
  const verdicts = new Map(runsOf(candidate).map((gateRun) => [gateRun.gateId, gateRun.state]));
  const after = run.gates.get(gateId)?.after ?? [];
  return after.find((before) => verdicts.has(before) && verdicts.get(before) !== 'passed') ?? null;
}

export function gateFinished(turn: Turn, run: RunNode, gateRunId: string, outcome: GateOutcome): void {
  const gateRun = present(run.gateRuns.get(gateRunId), `gate run ${gateRunId}`);
  if (gateRun.state !== 'running') return;
  const { gateId, change } = gateRun;
  turn.emit(run.runId, 'gate-finished', { entity: 'gate_run', id: gateRunId }, { gateId, ...outcome });
  if (findCandidate(run, gateRun.candidateId) === null || outcome.verdict === 'passed') return;
  if (run.gates.get(gateId)?.required === false) return;
  const reason = `gate ${gateId} ${outcome.verdict === 'failed' ? 'failed' : 'could not run'}: ${outcome.message}`;
  giveUpChange(turn, run, change, { reason, code: 'E_GATE_FAILED', findings: [] });
}

function runsOf(candidate: Candidate): readonly GateRunNode[] {
  return candidate.change.gateRuns.filter((gateRun) => gateRun.candidateId === candidate.candidateId);
}
