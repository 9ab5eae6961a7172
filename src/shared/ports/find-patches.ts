// A question about the ledger: which patches touch a file, come from a task or a tool, are in a state, change a text.

/** What is left out matches every patch; a patch has to match all of it. */
export interface PatchQuery {
  readonly runId?: string;
  readonly state?: string;
  /** Id in the plan. */
  readonly taskId?: string;
  readonly tool?: string;
  /** A path, a folder with `/` at its end, or a glob; a renamed file counts under both names. */
  readonly file?: string;
  /** In a line that the patch adds or removes, letter for letter. */
  readonly text?: string;
  /** Goes on where another answer ended. */
  readonly before?: string;
  readonly limit: number;
}

/** `Entry` is the row of the ledger. */
export interface FoundPatches<Entry> {
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Where the next answer goes on; null when everything has been looked at. There may be more without an entry in this one. */
  readonly next: string | null;
}
