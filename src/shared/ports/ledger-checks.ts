// What checks of the ledger find: the whole chain, its end, and how the file was left.

/** What a check of the event chain found. */
export interface ChainCheck {
  readonly events: number;
  readonly problems: readonly string[];
}

export interface TailCheck {
  /** What stands in the way of adding to the log, in a sentence; null when nothing does. */
  readonly problem: string | null;
  /** True where the log is so short that all of it was checked. */
  readonly wholeLog: boolean;
}

export interface OpenedLedger {
  /** False after a crash, and in a ledger that an older version wrote. A new one counts as in order. */
  readonly inOrder: boolean;
  /** True where the whole file was looked through for damage. */
  readonly whole: boolean;
}
