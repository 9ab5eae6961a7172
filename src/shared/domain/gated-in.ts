// Where the gates of a landed change passed, when that was not on its own tree.

/** The later change that landed with it: its commit holds both, and its tree is the one that the gates judged. */
export interface GatedIn {
  readonly changeId: string;
  readonly commit: string;
  readonly tree: string;
}
