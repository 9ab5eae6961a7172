// A review as its list and its screen show it, and as the command line answers it.
import type { ReviewView } from '../../shared/ipc/review-view.ts';

import type { ReviewNode, RunNode } from '../state/run-state.ts';

export function reviewView(run: RunNode, review: ReviewNode): ReviewView {
  const { reviewId, patch, opened, votes } = review;
  const { task, created } = patch;
  return {
    key: reviewId,
    reviewId,
    runId: run.runId,
    taskId: opened.taskId,
    taskName: task.plan.name,
    patchId: patch.patchId,
    patchState: patch.state,
    paths: created.files.map(({ path }) => path),
    insertions: created.insertions,
    deletions: created.deletions,
    trigger: opened.trigger,
    severity: opened.severity,
    reason: opened.reason,
    findings: opened.findings,
    approvalsNeeded: opened.approvalsNeeded,
    head: run.head,
    state: review.state,
    endReason: review.reason,
    votes: votes.map(({ verdict, reviewer, why, at }) => ({ verdict, reviewer, why, at })),
    openedAt: review.openedAt,
    endedAt: review.endedAt,
  };
}

/** What waits for a person now, oldest first, at most `limit`. */
export function openReviewViews(run: RunNode, limit: number): readonly ReviewView[] {
  return [...run.openReviews].slice(0, limit).map((review) => reviewView(run, review));
}
