// The methods about reviews: what waits for a person, and what one decides.
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { ReviewView } from '../../../shared/ipc/review-view.ts';

import { PatchbayError } from '../../../shared/lib/errors.ts';
import { reviewView } from '../../projections/review-view.ts';
import type { ReviewNode, RunNode } from '../../state/run-state.ts';
import { giveCommand } from './give-command.ts';
import type { ServiceParts } from './service-parts.ts';

type ReviewMethods = Extract<MethodName, `review.${string}`>;
type ReviewHandlers = {
  readonly [M in ReviewMethods]: (params: MethodParams<M>) => Promise<MethodResult<M>> | MethodResult<M>;
};

const LISTED = 1_000;

export function reviewHandlers(parts: ServiceParts): ReviewHandlers {
  return {
    'review.list': ({ runId, all = false, limit = LISTED }) => ({ reviews: listReviews(parts, { runId, all, limit }) }),
    'review.show': ({ reviewId }) => ({ review: shown(parts, reviewId) }),
    'review.approve': (params) => vote(parts, 'approve', params),
    'review.reject': (params) => vote(parts, 'reject', params),
  };
}

interface Wanted {
  readonly runId: string | undefined;
  readonly all: boolean;
  readonly limit: number;
}

/** Newest first. */
function listReviews({ library, store }: ServiceParts, { runId, all, limit }: Wanted): readonly ReviewView[] {
  if (runId !== undefined) {
    const run = library.run(runId);
    const reviews = [...(all ? run.reviews.values() : run.openReviews)];
    return reviews
      .reverse()
      .slice(0, limit)
      .map((review) => reviewView(run, review));
  }
  return store.reviewRows({ open: !all, limit }).map((row) => {
    const run = library.run(row.run_id);
    return reviewView(run, reviewIn(run, row.review_id));
  });
}

async function vote(parts: ServiceParts, name: 'approve' | 'reject', params: MethodParams<'review.approve'>) {
  const { reviewId, patchId, head, reviewer = parts.person, reviewerKind = 'person', ...command } = params;
  await giveCommand(parts, command, { name, reviewId, patchId, head, reviewer, reviewerKind });
  return { review: shown(parts, reviewId) };
}

function shown({ library, store }: ServiceParts, reviewId: string): ReviewView {
  const row = store.reviewRow(reviewId);
  if (row === null) throw unknown(reviewId);
  const run = library.run(row.run_id);
  return reviewView(run, reviewIn(run, reviewId));
}

function reviewIn(run: RunNode, reviewId: string): ReviewNode {
  const review = run.reviews.get(reviewId);
  if (review === undefined) throw unknown(reviewId);
  return review;
}

function unknown(reviewId: string): PatchbayError {
  const advice = 'List the reviews with `patchbay review list --all`.';
  return new PatchbayError('E_NOT_FOUND', `There is no review ${reviewId} in this project.`, advice, { reviewId });
}
