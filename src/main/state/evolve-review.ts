// How a review goes from its question to its decision.
import { REVIEW_MACHINE, type ReviewState } from '../../shared/domain/review.ts';
import type { ReviewEvents } from '../../shared/events/review-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { patchOf } from './evolve-patch.ts';
import type { ReviewNode, RunNode } from './run-state.ts';
import type { Family, Step } from './step.ts';

export const REVIEW_FAMILY: Family<keyof ReviewEvents> = {
  'review-opened': ({ run, at, id, data, touch }) => {
    const patch = patchOf(run, data.subject.id);
    const review: ReviewNode = {
      table: 'reviews',
      reviewId: id,
      patch,
      opened: data,
      openedAt: at,
      state: 'open',
      reason: '',
      votes: [],
      waives: [],
      endedAt: null,
    };
    run.reviews.set(id, review);
    run.openReviews.add(review);
    // A person decides about its own patch from here on, and no task that was added for it.
    run.handedOn.delete(patch.task);
    touch(review);
    touch(patch.task);
    touch(run);
  },
  'review-voted': ({ run, at, id, data, touch }) => {
    const review = reviewOf(run, id);
    if (review.state === 'open') review.state = move(REVIEW_MACHINE, review.state, 'in_review', id);
    review.votes = [...review.votes, { ...data, at }];
    touch(review);
    touch(run);
  },
  'review-decided': (step) => {
    const review = end(step, step.data.decision, step.data.reason);
    review.waives = step.data.waives;
  },
  'review-withdrawn': (step) => {
    end(step, 'withdrawn', step.data.reason);
  },
};

export function reviewOf(run: RunNode, reviewId: string): ReviewNode {
  return present(run.reviews.get(reviewId), `review ${reviewId} of run ${run.runId}`);
}

function end<K extends keyof ReviewEvents>(step: Step<K>, to: ReviewState, reason: string): ReviewNode {
  const review = reviewOf(step.run, step.id);
  review.state = move(REVIEW_MACHINE, review.state, to, step.id);
  review.reason = reason;
  review.endedAt = step.at;
  step.run.openReviews.delete(review);
  step.touch(review);
  step.touch(review.patch.task);
  step.touch(step.run);
  return review;
}
