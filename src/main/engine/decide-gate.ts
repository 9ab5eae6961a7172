// Gates of the candidates run side by side within their slots, none before what it comes after passed.
import type { GateOutcome } from '../../shared/domain/gate.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { present } from '../../shared/lib/assert.ts';
import { findCandidate } from '../state/find-candidate.ts';
import { changeIdOf } from '../state/find-change.ts';
import type { Candidate, GateRunNode, RunNode } from '../state/run-state.ts';
import { waveGateRuns } from '../state/wave-gates.ts';
import { gatesAsked, newestRuns, verdictOf } from './train/candidate-verdict.ts';
import { nextProbes } from './train/read-stack.ts';
import type { Subject, Turn } from './turn.ts';

const MOOT = 'what it judges is no longer on its way onto the head, or a tree that holds it has passed';

/** The stage: queues what judges new candidates, starts what may start, and lets go of what judges nothing any more. */
export function startGates(turn: Turn, run: RunNode): void {
  queueProbes(turn, run);
  for (const gateRun of [...run.openGateRuns]) {
    if (gateRun.endedAt !== null) continue;
    if (isMoot(run, gateRun)) dropGateRun(turn, run, gateRun, MOOT);
    else advanceGateRun(turn, run, gateRun);
  }
}

/** Candidates whose verdict says most about the stack are judged first, as many at once as there are slots. */
function queueProbes(turn: Turn, run: RunNode): void {
  const { candidates } = run;
  const verdicts = candidates.map((candidate) => verdictOf(run, candidate));
  for (const [at, candidate] of candidates.entries()) {
    // One that has begun may be asked for more: it is the lowest now, or there were no slots.
    if (verdicts[at] === 'running') queueGates(turn, run, candidate);
  }
  const top = candidates.at(-1);
  // A stack that still grows is judged when it is complete: to build on it takes less than any gate.
  if (top === undefined || candidates.some(({ commit }) => commit === null)) return;
  let open = 0;
  for (const { state } of run.openGateRuns) if (state === 'running' || state === 'pending') open += 1;
  const width = gatesAsked(run, top).filter((gateId) => run.gates.get(gateId)?.after.length === 0).length;
  const free = slotsOf(run) - open;
  for (const at of nextProbes(verdicts, free > 0 ? Math.max(1, Math.floor(free / Math.max(1, width))) : 0)) {
    const candidate = candidates[at];
    if (candidate !== undefined) queueGates(turn, run, candidate);
  }
}

function slotsOf(run: RunNode): number {
  return run.created.plan.gateSlots ?? LIMITS.gateSlots;
}

function queueGates(turn: Turn, run: RunNode, candidate: Candidate): void {
  const { commit, tree, candidateId, change, accepted } = candidate;
  if (commit === null || tree === null || accepted) return;
  const seen = newestRuns(candidate);
  const wanted = gatesAsked(run, candidate);
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
  if (running(run) >= slotsOf(run)) return;
  turn.emit(run.runId, 'gate-started', subjectOf(gateRun), { gateId });
  const { gateRunId, commit, tree, change, candidateId } = gateRun;
  turn.want(run.runId, 'run-gate', {
    gateRunId,
    gateId,
    changeId: change === null ? null : changeIdOf(change),
    base: candidateId === null ? run.created.base : (findCandidate(run, candidateId)?.onto ?? run.created.base),
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
}

/**
 * Where it judges a candidate that is gone, or one for which another that lands with it speaks: a commit without waiting
 * keeps its gates.
 */
function isMoot(run: RunNode, { change, candidateId, commit }: GateRunNode): boolean {
  if (change === null || candidateId === null) return false;
  const candidate = findCandidate(run, candidateId);
  if (candidate === null) return change.commit !== commit || change.gatedIn !== null;
  return candidate.accepted && verdictOf(run, candidate) !== 'passed';
}

/** What has not begun is skipped; what runs is stopped, and ends as an error that counts for nothing. */
export function dropGateRun(turn: Turn, run: RunNode, gateRun: GateRunNode, reason: string): void {
  const { gateId, gateRunId, state } = gateRun;
  if (state === 'running') return turn.stop({ kind: 'stop-gate', id: gateRunId, reason });
  if (state === 'blocked') turn.emit(run.runId, 'gate-unblocked', subjectOf(gateRun), { gateId });
  turn.emit(run.runId, 'gate-skipped', subjectOf(gateRun), { gateId, reason });
}

export function gateFinished(turn: Turn, run: RunNode, gateRunId: string, outcome: GateOutcome): void {
  const gateRun = present(run.gateRuns.get(gateRunId), `gate run ${gateRunId}`);
  if (gateRun.state !== 'running') return;
  const { gateId } = gateRun;
  // It was stopped because nobody needs its word any more: that says nothing about the change.
  if (outcome.verdict === 'error' && isMoot(run, gateRun)) {
    return turn.emit(run.runId, 'gate-skipped', subjectOf(gateRun), { gateId, reason: MOOT });
  }
  turn.emit(run.runId, 'gate-finished', subjectOf(gateRun), { gateId, ...outcome });
}

/** Gate runs on the same candidate, or at the end of the same wave, by gate. */
function siblingsOf(run: RunNode, { candidateId, change }: GateRunNode): ReadonlyMap<string, GateRunNode> {
  if (change === null) return waveGateRuns(run);
  return new Map(change.gateRuns.filter((one) => one.candidateId === candidateId).map((one) => [one.gateId, one]));
}

function subjectOf({ gateRunId }: GateRunNode): Subject {
  return { entity: 'gate_run', id: gateRunId };
}
