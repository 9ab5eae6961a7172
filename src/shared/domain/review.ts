// A review: a question that only a person can decide. Its decision is never changed.
import { defineMachine } from '../lib/machine.ts';

export const REVIEW_MACHINE = defineMachine({
  noun: 'review',
  initial: 'open',
  moves: {
    // A question that nobody has looked at can lose its object, too.
    open: ['in_review', 'expired', 'withdrawn'],
    in_review: ['approved', 'rejected', 'adjusted', 'sent_back', 'expired', 'withdrawn'],
    approved: [],
    rejected: [],
    adjusted: [],
    sent_back: [],
    expired: [],
    withdrawn: [],
  },
});

export type ReviewState = keyof typeof REVIEW_MACHINE.moves;

/** What made it necessary: a rule or the policy asks for a person, or the patch is in quarantine and may be released. */
export const REVIEW_TRIGGERS = ['finding', 'policy', 'refused', 'gate_failed', 'conflict'] as const;
export type ReviewTrigger = (typeof REVIEW_TRIGGERS)[number];

/** What is asked about. */
export interface ReviewSubject {
  readonly kind: 'patch';
  readonly id: string;
}

export const REVIEWER_KINDS = ['person', 'tool'] as const;
export type ReviewerKind = (typeof REVIEWER_KINDS)[number];

/** Who votes, by their own word: the ledger records it and cannot prove it. */
export interface Reviewer {
  readonly kind: ReviewerKind;
  readonly name: string;
}

export type ReviewVerdict = 'approve' | 'reject';

/** What one of them said, about exactly what they had before them. */
export interface ReviewVote {
  readonly verdict: ReviewVerdict;
  readonly reviewer: Reviewer;
  /** May be empty. */
  readonly why: string;
  readonly patchId: string;
  /** Head of the run as they saw it. */
  readonly head: string;
}
