// Whether something of a run is under way that comes to its end by itself.
import { tasksInReview } from '../state/open-reviews.ts';
import type { RunNode } from '../state/run-state.ts';

/** Something that began has not come to its end: an attempt, a change on its way, a judgement, a gate. */
export function isInHand(run: RunNode): boolean {
  if (run.openAcceptances.size > 0 || run.openGateRuns.size > 0) return true;
  return run.running > 0 || run.validating > heldByReviews(run);
}

/** Tasks after their attempt that only a person moves: what is in review, and what the train keeps behind it. */
function heldByReviews(run: RunNode): number {
  if (run.openReviews.size === 0) return 0;
  // The train has been looked at in this turn: where it took nothing up, nothing of it can go.
  const behind = run.candidates.length === 0 ? run.train.map(({ task }) => task) : [];
  return new Set([...tasksInReview(run), ...behind]).size;
}
