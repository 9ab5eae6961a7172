// What the gates say of one candidate: it is judged by every gate that its own change or one below it asks for.
import type { Candidate, GateRunNode, RunNode } from '../../state/run-state.ts';
import type { Verdict } from './read-stack.ts';

/** In the order of the plan. Those below have not landed, so its tree can be what speaks for them. */
export function gatesAsked(run: RunNode, candidate: Candidate): readonly string[] {
  const asked = new Set<string>();
  for (const one of run.candidates) {
    for (const gateId of one.change.task.plan.gates) asked.add(gateId);
    if (one === candidate) break;
  }
  return [...run.gates.keys()].filter((gateId) => asked.has(gateId));
}

/** Gate id → its newest run on the candidate. */
export function newestRuns({ candidateId, change }: Candidate): ReadonlyMap<string, GateRunNode> {
  const own = change.gateRuns.filter((gateRun) => gateRun.candidateId === candidateId);
  return new Map(own.map((gateRun) => [gateRun.gateId, gateRun]));
}

/** The first required gate that did not let the candidate pass, or could not run behind one; null where none has said so. */
export function failedGate(run: RunNode, candidate: Candidate): GateRunNode | null {
  const newest = newestRuns(candidate);
  for (const gateId of gatesAsked(run, candidate)) {
    const gateRun = newest.get(gateId);
    const isLost = gateRun?.state === 'failed' || gateRun?.state === 'error' || gateRun?.state === 'skipped';
    if (isLost && run.gates.get(gateId)?.required !== false) return gateRun;
  }
  return null;
}

export function verdictOf(run: RunNode, candidate: Candidate): Verdict {
  if (candidate.commit === null) return 'open';
  if (failedGate(run, candidate) !== null) return 'failed';
  const newest = newestRuns(candidate);
  const hasSpoken = (gateId: string) => {
    const gateRun = newest.get(gateId);
    return gateRun !== undefined && (gateRun.endedAt !== null || run.gates.get(gateId)?.blocking === false);
  };
  if (gatesAsked(run, candidate).every(hasSpoken)) return 'passed';
  return newest.size > 0 ? 'running' : 'open';
}
