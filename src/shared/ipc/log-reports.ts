// What is answered about the log of a run: its proof, its moments, its archives.

export interface VerifyReport {
  readonly ok: boolean;
  readonly events: { readonly ok: boolean; readonly count: number };
  readonly rebuilt: { readonly ok: boolean; readonly tables: number };
  readonly git: { readonly ok: boolean; readonly commits: number };
  /** Saved states against the events before them; a wrong one is thrown away by the engine. */
  readonly snapshots: { readonly ok: boolean; readonly checked: number };
  readonly problems: readonly string[];
}

/** Which moment of a run an answer shows. */
export interface ReplayMoment {
  /** The event after which it was so; sequence numbers count over all runs of the project. */
  readonly seq: number;
  readonly at: string;
  /** First and last event of the run in the log. */
  readonly first_seq: number;
  readonly last_seq: number;
  /** Events that were replayed for this answer; the others were in a snapshot. */
  readonly replayed: number;
}

/** Counts of a run after one of its events. */
export interface TimelinePoint {
  readonly seq: number;
  readonly at: string;
  /** Tools at work. */
  readonly running: number;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly retries: number;
  readonly patches: number;
  readonly committed: number;
  readonly quarantined: number;
}

/** A run whose log lies in an archive. */
export interface ArchivedRunReport {
  readonly run_id: string;
  /** Name in the folder `archives` of the project's data. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly events: number;
  readonly patches: number;
  readonly archived_at: string;
}
