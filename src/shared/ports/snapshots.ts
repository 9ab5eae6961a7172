// Saved states of runs as a port: they make opening and replay quick, and may be thrown away at any time.

/** The last event that a snapshot holds; the hash chains everything before it. */
export interface SnapshotPlace {
  readonly runId: string;
  readonly seq: number;
  readonly hash: string;
}

export interface Snapshot extends SnapshotPlace {
  /** As the same build of Patchbay packed it. */
  readonly state: unknown;
}

export interface Snapshots {
  /** The newest usable one at or before event `upTo`; null when there is none. Never throws: what is doubtful is no snapshot. */
  newest(runId: string, upTo: number): Snapshot | null;
  /** All usable ones of a run, oldest first: for who checks them. */
  places(runId: string): readonly SnapshotPlace[];
  /** Keeps few of a run: older ones go. Throws `E_DISK`. */
  write(snapshot: Snapshot): void;
  /** Removes all of a run. */
  drop(runId: string): void;
}
