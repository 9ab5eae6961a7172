// Gates of the candidates run side by side within their slots, none before what it comes after passed.
import type { GateOutcome } from '../../shared/domain/gate.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { assert, present } from '../../shared/lib/assert.ts';
import { findCandidate } from '../state/find-candidate.ts';
import { changeIdOf } from '../state/find-change.ts';
import type { Candidate, GateRunNode, RunNode } from '../state/run-state.ts';
import { waveGateRuns } from '../state/wave-gates.ts';
import { giveUpChange, refuseChange } from './set-aside.ts';
import type { Subject, Turn } from './turn.ts';

/** The stage: queues what judges new candidates, starts what may start, and lets go of what judges nothing any more. */
export function startGates(turn: Turn, run: RunNode): void {
  for (const candidate of run.candidates) queueGates(turn, run, candidate);
  for (const gateRun of [...run.openGateRuns]) {
    if (gateRun.endedAt !== null) continue;
    if (isMoot(run, gateRun)) dropGateRun(turn, run, gateRun, 'what it judges is no longer on its way onto the head');
    else advanceGateRun(turn, run, gateRun);
  }
}

/** Gate ids that this candidate has to be judged by, in an order that respects what each comes after. */
function gatesOf(run: RunNode, candidate: Candidate): readonly string[] {
  return candidate.change.task.plan.gates.filter((gateId) => run.gates.has(gateId));
}

function queueGates(turn: Turn, run: RunNode, candidate: Candidate): void {
  const { commit, tree, candidateId, change, accepted } = candidate;
  if (commit === null || tree === null || accepted) return;
  const seen = new Set(runsOf(candidate).map((gateRun) => gateRun.gateId));
  const wanted = gatesOf(run, candidate);
  const changeId = changeIdOf(change);
  const judged = change.table === 'patches' ? { patchId: changeId, changeId: null } : { patchId: null, changeId };
  for (const gateId of wanted) {
    if (seen.has(gateId)) continue;
    const after = run.gates.get(gateId)?.after ?? [];
    turn.emit(
      run.runId,
      'gate-queued',
      { entity: 'gate_run', id: turn.nextId() },
      {
        gateId,
        ...judged,
        candidateId,
        tree,
        commit,
        wave: null,
        blockedBy: after.filter((id) => wanted.includes(id)),
      },
    );
  }
}

/** For the head, which the open wave has left. */
export function queueWaveGates(turn: Turn, run: RunNode, gates: readonly string[]): void {
  const { head: commit, headTree } = run;
  for (const gateId of gates) {
    const after = run.gates.get(gateId)?.after ?? [];
    turn.emit(
      run.runId,
      'gate-queued',
      { entity: 'gate_run', id: turn.nextId() },
      {
        ...{ gateId, patchId: null, changeId: null, candidateId: null, commit, tree: headTree ?? commit },
        ...{ wave: run.wave.open, blockedBy: after.filter((id) => gates.includes(id)) },
      },
    );
  }
}

function advanceGateRun(turn: Turn, run: RunNode, gateRun: GateRunNode): void {
  if (gateRun.state === 'running') return;
  const { gateId } = gateRun;
  if (gateRun.state === 'blocked') {
    const before = gateRun.blockedBy.flatMap((id) => siblingsOf(run, gateRun).get(id) ?? []);
    const lost = before.find((one) => one.endedAt !== null && one.state !== 'passed');
    if (lost !== undefined) return skipFor(turn, run, gateRun, lost.gateId);
    if (before.some((one) => one.state !== 'passed')) return;
    turn.emit(run.runId, 'gate-unblocked', subjectOf(gateRun), { gateId });
  }
  if (running(run) >= (run.created.plan.gateSlots ?? LIMITS.gateSlots)) return;
  turn.emit(run.runId, 'gate-started', subjectOf(gateRun), { gateId });
  const { gateRunId, commit, tree, change } = gateRun;
  turn.want(run.runId, 'run-gate', {
    gateRunId,
    gateId,
    changeId: change === null ? null : changeIdOf(change),
    commit,
    tree,
  });
}

function running(run: RunNode): number {
  let count = 0;
  for (const { state } of run.openGateRuns) if (state === 'running') count += 1;
  return count;
}

/** It can never run on this tree. What has to pass has not, and nobody may take that for a pass. */
function skipFor(turn: Turn, run: RunNode, gateRun: GateRunNode, lost: string): void {
  const reason = `it comes after ${lost}, which did not pass`;
  dropGateRun(turn, run, gateRun, reason);
  refuseCandidate(turn, run, gateRun, { reason: `gate ${gateRun.gateId} did not run: ${reason}` });
}

/** Where it judges a candidate that is gone: a commit without waiting keeps its gates. */
function isMoot(run: RunNode, { change, candidateId, commit }: GateRunNode): boolean {
  if (change === null || candidateId === null) return false;
  return findCandidate(run, candidateId) === null && change.commit !== commit;
}

/** What has not begun is skipped; what runs is stopped, and ends as an error that counts for nothing. */
export function dropGateRun(turn: Turn, run: RunNode, gateRun: GateRunNode, reason: string): void {
  const { gateId, gateRunId, state } = gateRun;
  if (state === 'running') return turn.stop({ kind: 'stop-gate', id: gateRunId, reason });
  if (state === 'blocked') turn.emit(run.runId, 'gate-unblocked', subjectOf(gateRun), { gateId });
  turn.emit(run.runId, 'gate-skipped', subjectOf(gateRun), { gateId, reason });
}

/** True when every gate that this candidate waits for has had its say. */
export function isGated(run: RunNode, candidate: Candidate): boolean {
  const runs = runsOf(candidate);
  return gatesOf(run, candidate).every((gateId) => {
    const gateRun = runs.find((one) => one.gateId === gateId);
    if (run.gates.get(gateId)?.blocking === false) return gateRun !== undefined;
    return gateRun !== undefined && gateRun.endedAt !== null;
  });
}

export function gateFinished(turn: Turn, run: RunNode, gateRunId: string, outcome: GateOutcome): void {
  const gateRun = present(run.gateRuns.get(gateRunId), `gate run ${gateRunId}`);
  if (gateRun.state !== 'running') return;
  const { gateId } = gateRun;
  turn.emit(run.runId, 'gate-finished', subjectOf(gateRun), { gateId, ...outcome });
  if (outcome.verdict === 'passed') return;
  const how = outcome.verdict === 'failed' ? 'failed' : 'could not run';
  const reason = `gate ${gateId} ${how}: ${outcome.message}`;
  refuseCandidate(turn, run, gateRun, { reason, missing: outcome.missing !== undefined });
}

/** A required gate that did not pass takes the change out of the train, while that is not on its way onto the head. */
function refuseCandidate(
  turn: Turn,
  run: RunNode,
  gateRun: GateRunNode,
  { reason, missing = false }: { readonly reason: string; readonly missing?: boolean },
): void {
  const { gateId, change, candidateId } = gateRun;
  if (change === null || candidateId === null || run.gates.get(gateId)?.required === false) return;
  const candidate = findCandidate(run, candidateId);
  if (candidate === null || candidate.accepted) return;
  assert(candidate.change === change, `gate run ${gateRun.gateRunId} judges the change of its candidate`);
  // Another attempt does not install what the machine has not.
  if (missing) refuseChange(turn, run, change, { reason, code: 'E_TOOL_UNAVAILABLE', findings: [] });
  else giveUpChange(turn, run, change, { reason, code: 'E_GATE_FAILED', findings: [] });
}

/** Gate runs on the same candidate, or at the end of the same wave, by gate. */
function siblingsOf(run: RunNode, { candidateId, change }: GateRunNode): ReadonlyMap<string, GateRunNode> {
  if (change === null) return waveGateRuns(run);
  return new Map(change.gateRuns.filter((one) => one.candidateId === candidateId).map((one) => [one.gateId, one]));
}

function runsOf(candidate: Candidate): readonly GateRunNode[] {
  return candidate.change.gateRuns.filter((gateRun) => gateRun.candidateId === candidate.candidateId);
}

function subjectOf({ gateRunId }: GateRunNode): Subject {
  return { entity: 'gate_run', id: gateRunId };
}
