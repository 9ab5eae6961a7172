// The runs of migrated databases of old pipelines as a port: read, never changed.

export type LegacyRow = Readonly<Record<string, string | number | null>>;

/** A row of an old pipeline's table, with what most of them say, and all of its columns. */
export interface LegacyRecord {
  /** What it is: `run`, `workstream`, `task`, `attempt`, `step_attempt`, `patch`, `error`. */
  readonly role: string;
  readonly ulid: string;
  /** The id it had in the old pipeline; null where it never had one. */
  readonly legacyId: string | null;
  /** In the old pipeline's own words. */
  readonly state: string | null;
  /** ISO where the time could be read, else as it stands there. */
  readonly createdAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly row: LegacyRow;
}

export interface LegacyRun extends LegacyRecord {
  /** Absolute path. */
  readonly database: string;
}

export interface LegacyEvent {
  /** Place in the old log. */
  readonly seq: number;
  readonly eventId: string | null;
  readonly kind: string;
  readonly at: string | null;
  readonly row: LegacyRow;
}

export interface LegacyPatch extends LegacyRecord {
  readonly database: string;
  readonly runUlid: string | null;
}

export interface LegacyCount {
  /** Of a `LegacyRecord`. */
  readonly role: string;
  readonly count: number;
}

export interface LegacyLibrary {
  /** Newest first, of all databases together. */
  runs(limit: number): readonly LegacyRun[];
  /** Of all databases together. */
  runCount(): number;
  /** ULID of a run → what belongs to it, in order; what its database has no table for is left out. */
  counts(runs: readonly LegacyRun[]): ReadonlyMap<string, readonly LegacyCount[]>;
  /** By ULID or old id. Throws `E_USAGE` when several databases have a run of that old id. */
  find(id: string): LegacyRun | null;
  /** Workstreams, tasks, attempts, errors of a run, in order. */
  records(run: LegacyRun, limit: number): readonly LegacyRecord[];
  events(run: LegacyRun, page: { readonly from: number; readonly limit: number }): readonly LegacyEvent[];
  /** Of one run, or of all databases where it is null. */
  patches(run: LegacyRun | null, limit: number): readonly LegacyPatch[];
  /** By ULID or old id. Throws `E_USAGE` when several databases have a patch of that old id. */
  findPatch(id: string): LegacyPatch | null;
  /** Databases that cannot be read now, each with the reason, in a sentence. */
  problems(): readonly string[];
  /** The id that the project's flag `ulid_enabled` asks for. */
  shown(record: Pick<LegacyRecord, 'ulid' | 'legacyId'>): string;
  /** Shows the runs of a migrated database in this project from now on. */
  add(database: string): void;
  remove(database: string): void;
}
