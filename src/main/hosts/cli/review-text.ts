// A review as the command line answers it: as text for people, and as a document.
import type { ReviewView } from '../../../shared/ipc/review-view.ts';
import { findingText } from './finding-text.ts';

export function reviewText(review: ReviewView): string {
  const { approvalsNeeded: needed, endReason, votes } = review;
  const facts: readonly (readonly [string, string])[] = [
    ['review', review.reviewId],
    ['state', `${review.state}${endReason === '' ? '' : `: ${endReason}`}`],
    ['asks', review.reason],
    ['needs', `${needed} ${needed === 1 ? 'person' : 'different persons'} to approve`],
    ['task', `${review.taskId} of run ${review.runId}`],
    ['patch', `${review.patchId} (${review.patchState}), +${review.insertions} -${review.deletions}`],
    ...votes.map(({ verdict, reviewer, why, at }) => {
      const who = reviewer.kind === 'tool' ? `tool ${reviewer.name}` : reviewer.name;
      return ['vote', `${at} ${who}: ${verdict}${why === '' ? '' : `, ${why}`}`] as const;
    }),
  ];
  return [...facts.map(([name, value]) => `${name.padEnd(7)} ${value}`), ...review.findings.map(findingText)].join(
    '\n',
  );
}

export function reviewDocument(review: ReviewView) {
  return {
    review_id: review.reviewId,
    run_id: review.runId,
    task_id: review.taskId,
    patch_id: review.patchId,
    patch_state: review.patchState,
    trigger: review.trigger,
    severity: review.severity,
    reason: review.reason,
    findings: review.findings,
    approvals_needed: review.approvalsNeeded,
    head: review.head,
    state: review.state,
    state_reason: review.endReason,
    votes: review.votes,
    opened_at: review.openedAt,
    ended_at: review.endedAt,
  };
}
