// A review as clients see it.
import type { Finding, PatchState, Severity } from '../domain/patch.ts';
import type { Reviewer, ReviewState, ReviewTrigger, ReviewVerdict } from '../domain/review.ts';

/** A question about a patch that only a person can decide. */
export interface ReviewView {
  readonly key: string;
  readonly reviewId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly patchId: string;
  readonly patchState: PatchState;
  readonly paths: readonly string[];
  readonly insertions: number;
  readonly deletions: number;
  readonly trigger: ReviewTrigger;
  readonly severity: Severity;
  readonly reason: string;
  readonly findings: readonly Finding[];
  readonly approvalsNeeded: number;
  /** Head of the run now. */
  readonly head: string;
  readonly state: ReviewState;
  /** How it ended and by whom; empty while it is open. */
  readonly endReason: string;
  readonly votes: readonly {
    readonly verdict: ReviewVerdict;
    readonly reviewer: Reviewer;
    readonly why: string;
    readonly at: string;
  }[];
  readonly openedAt: string;
  readonly endedAt: string | null;
}
