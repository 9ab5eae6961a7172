// How an event that was stored by an older version is read: step by step, until its data has the form of today.

/** Data as JSON holds it, before it is known to have the form of today. */
export type StoredData = Readonly<Record<string, unknown>>;

/** One step from a version of a kind's data to the next. */
export interface Upcast {
  /** What the next version knows that this one did not, for the page of events. */
  readonly change: string;
  /** Data of the older version as it lies in ledgers; a test brings it up to today. */
  readonly example: StoredData;
  readonly up: (older: StoredData) => StoredData;
}

/** Entry n leads from version n + 1 to n + 2: a kind without an entry has only ever had version 1. */
export type History<Kinds extends string> = { readonly [K in Kinds]?: readonly Upcast[] };
