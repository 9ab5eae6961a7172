// What can happen to a review.
import type { Finding, Severity } from '../domain/patch.ts';
import type { ReviewSubject, ReviewTrigger, ReviewVote } from '../domain/review.ts';

export interface ReviewEvents {
  /** From now on its subject waits for a person, and what depends on that. */
  'review-opened': {
    readonly subject: ReviewSubject;
    readonly taskId: string;
    readonly trigger: ReviewTrigger;
    readonly severity: Severity;
    readonly reason: string;
    readonly findings: readonly Finding[];
    /** So many different persons have to approve. */
    readonly approvalsNeeded: number;
    readonly head: string;
  };
  'review-voted': ReviewVote;
  'review-decided': {
    readonly decision: 'approved' | 'rejected';
    readonly reason: string;
    /** Findings that the approval takes upon itself, by hash; see `finding-hash.ts`. */
    readonly waives: readonly string[];
  };
  /** There is nothing left to decide. */
  'review-withdrawn': { readonly reason: string };
}
