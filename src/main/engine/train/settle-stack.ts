// What the gates have said of the stack is acted on: the passing prefix lands, a culprit goes, what is moot is stopped.
import { present } from '../../../shared/lib/assert.ts';
import { isSwapping } from '../../state/find-candidate.ts';
import type { Candidate, RunNode } from '../../state/run-state.ts';
import type { Turn } from '../turn.ts';
import { failedGate, verdictOf } from './candidate-verdict.ts';
import { discardAbove, discardFrom } from './discard-candidates.ts';
import { evictCulprit } from './evict-culprit.ts';
import { landPrefix } from './land-prefix.ts';
import { readStack } from './read-stack.ts';

/** The stage. While the head moves nothing is decided: what is above the landing candidates stands on them. */
export function settleStack(turn: Turn, run: RunNode): void {
  if (isSwapping(run)) return;
  const verdicts = run.candidates.map((candidate) => verdictOf(run, candidate));
  const { passed, failed } = readStack(verdicts);
  const suspect = failed === null ? undefined : run.candidates[failed];
  if (suspect !== undefined) discardAbove(turn, run, suspect);
  if (suspect !== undefined && failed === 0) return settleSuspect(turn, run, suspect);
  landPrefix(turn, run, passed);
}

/**
 * Nothing is below it but the head. Where it was built there, its failure is its own. One that was stacked is built and
 * judged again by itself first: a failure that moves from one change to another never costs an innocent one its place.
 */
function settleSuspect(turn: Turn, run: RunNode, suspect: Candidate): void {
  const gateRun = present(failedGate(run, suspect), `gate that failed on candidate ${suspect.candidateId}`);
  if (suspect.alone) return evictCulprit(turn, run, suspect, gateRun);
  const reason = `gate ${gateRun.gateId} did not pass on it in a stack; it is judged again by itself`;
  discardFrom(turn, run, suspect, { reason, cause: 'restacked' });
}
