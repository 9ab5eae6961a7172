// Candidates go, their changes stay in the train: what they were built on is gone, or something did not fit.
import type { EventData } from '../../../shared/events/event.ts';
import { candidateOf } from '../../state/find-candidate.ts';
import type { Candidate, Change, RunNode } from '../../state/run-state.ts';
import { changeSubject } from '../change-subject.ts';
import type { Turn } from '../turn.ts';

type Why = Pick<EventData['candidate-discarded'], 'reason' | 'cause'>;

/** This one and all above it, from the top down. */
export function discardFrom(turn: Turn, run: RunNode, lowest: Candidate, why: Why): void {
  discardAbove(turn, run, lowest);
  discard(turn, run, lowest, why);
}

/** Those built on it. */
export function discardAbove(turn: Turn, run: RunNode, { candidateId }: Candidate): void {
  const at = run.candidates.findIndex((one) => one.candidateId === candidateId);
  const reason = 'what it was built on is not committed; it is built again on what is';
  for (const above of run.candidates.slice(at + 1).reverse()) discard(turn, run, above, { reason, cause: 'restacked' });
}

/** The change is about to leave the train for good, and its candidate with it. */
export function clearStackAbove(turn: Turn, run: RunNode, change: Change): void {
  const candidate = candidateOf(run, change);
  if (candidate !== null) discardAbove(turn, run, candidate);
}

function discard(turn: Turn, run: RunNode, { candidateId, change }: Candidate, why: Why): void {
  turn.emit(run.runId, 'candidate-discarded', changeSubject(change), { candidateId, ...why });
}
