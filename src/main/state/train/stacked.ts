// A candidate: one change on its way onto the head, as a commit of it on top of what is before it.

export interface Stacked<C> {
  readonly candidateId: string;
  readonly change: C;
  readonly onto: string;
  readonly number: number;
  /** It was built on the head itself: what its gates say is about its change and no other. */
  readonly alone: boolean;
  commit: string | null;
  tree: string | null;
  accepted: boolean;
}
