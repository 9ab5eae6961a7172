// A review as the state of its run has it.
import type { ReviewState, ReviewVote } from '../../shared/domain/review.ts';
import type { EventData } from '../../shared/events/event.ts';

/** A question about a patch that only a person can decide; `Patch` is the patch's node. */
export interface Review<Patch> {
  readonly table: 'reviews';
  readonly reviewId: string;
  readonly patch: Patch;
  readonly opened: EventData['review-opened'];
  readonly openedAt: string;
  state: ReviewState;
  /** Of its end. */
  reason: string;
  /** Oldest first. */
  votes: readonly (ReviewVote & { readonly at: string })[];
  /** Findings that its approval took upon itself, by hash. */
  waives: readonly string[];
  endedAt: string | null;
}
