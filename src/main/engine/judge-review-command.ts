// Whether a vote on a review can be taken: about what is still open, on what is still there, and once of each.
import { REVIEW_MACHINE } from '../../shared/domain/review.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { isTerminal } from '../../shared/lib/machine.ts';
import type { ReviewNode, RunNode } from '../state/run-state.ts';
import type { ReviewWork } from './decide-review.ts';

/** Null when it can. */
export function reviewRefusal(run: RunNode, work: ReviewWork): PatchbayError | null {
  const review = run.reviews.get(work.reviewId);
  if (review === undefined) {
    const advice = 'List what waits for a decision with `patchbay review list`.';
    const values = { runId: run.runId, reviewId: work.reviewId };
    return new PatchbayError('E_NOT_FOUND', `Run ${run.runId} has no review ${work.reviewId}.`, advice, values);
  }
  if (isTerminal(REVIEW_MACHINE, review.state)) return decided(review);
  return staleness(review, work) ?? repetition(review, work);
}

function decided(review: ReviewNode): PatchbayError {
  const how = review.state.replace('_', ' ');
  const message = `Review ${review.reviewId} is ${how} since ${review.endedAt}: ${review.reason}.`;
  const advice = `Nothing was changed: a decision stands. See it with \`patchbay review show ${review.reviewId}\`.`;
  return refusal(review, message, advice);
}

/** Whoever decided had another patch before them than the one that waits. */
function staleness(review: ReviewNode, { patchId }: ReviewWork): PatchbayError | null {
  const { patch, reviewId } = review;
  const waits = patch.state === 'validated' || patch.state === 'quarantined';
  if (patchId === patch.patchId && waits) return null;
  const message = `The decision was about patch ${patchId}; review ${reviewId} is about ${patch.patchId}, which is ${patch.state}.`;
  const advice = `Nothing was changed. Look at it as it is now with \`patchbay review show ${reviewId}\`, and decide again.`;
  return refusal(review, message, advice);
}

function repetition(review: ReviewNode, { name, reviewer, reviewerKind }: ReviewWork): PatchbayError | null {
  if (name === 'reject') return null;
  const isSame = ({ verdict, reviewer: one }: ReviewNode['votes'][number]) =>
    verdict === 'approve' && one.name === reviewer && one.kind === reviewerKind;
  if (!review.votes.some(isSame)) return null;
  const { reviewId, opened } = review;
  const message = `${reviewer} has approved review ${reviewId} before; it needs ${opened.approvalsNeeded} different persons.`;
  return refusal(review, message, 'Nothing was changed. Somebody else has to approve it, too.');
}

function refusal({ reviewId, state }: ReviewNode, message: string, advice: string): PatchbayError {
  return new PatchbayError('E_WRONG_STATE', message, advice, { reviewId, state });
}
