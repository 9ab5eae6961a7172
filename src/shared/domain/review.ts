// A review: a question that only a person can decide. Its decision is never changed.
import { defineMachine } from '../lib/machine.ts';

export const REVIEW_MACHINE = defineMachine({
  noun: 'review',
  initial: 'open',
  moves: {
    open: ['in_review'],
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
