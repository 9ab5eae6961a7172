// Archives of closed runs as a port: files beside the ledger that hold what the live tables no longer do.
import type { EventRow } from '../events/read-event.ts';
import type { PatchBytes } from './patch-bytes.ts';

/** What the ledger remembers of a run that was moved out of it. */
export interface ArchiveRecord {
  readonly runId: string;
  /** Name in the folder of archives. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** How many events it holds, and the last of them. */
  readonly events: number;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly patchIds: readonly string[];
  readonly archivedAt: string;
  /** JSON: the run as lists show it. */
  readonly summary: string;
}

/** Everything that a run consists of: the rest follows from its events. */
export interface ArchivedRun {
  readonly runId: string;
  readonly events: readonly EventRow[];
  readonly patches: readonly PatchBytes[];
}

/** Consecutive events that are in an archive, with the ends of the chain before and after them. */
export interface ArchivedRange {
  readonly first: number;
  readonly last: number;
  readonly prevHash: string;
  readonly lastHash: string;
}

/** A piece of the chain without its content: one event, or consecutive ones that are in an archive. */
export interface ChainLink {
  readonly first: number;
  /** The last of them. */
  readonly seq: number;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Links after an event up to another, without those of the run itself. */
export interface LinkPage {
  readonly runId: string;
  readonly after: number;
  readonly to: number;
  readonly limit: number;
}

export type ArchiveFile = Pick<ArchiveRecord, 'file' | 'sha256' | 'bytes'>;

/** A file, and what of the log is in it. */
export type ArchiveCopy = ArchiveFile & Pick<ArchiveRecord, 'events' | 'lastSeq' | 'lastHash'>;

export interface Archives {
  /** On disk under its name only when it is complete. Throws `E_DISK`. */
  write(run: ArchivedRun): ArchiveFile;
  /** Proves the file's hash, every event's and every diff's. Throws `E_ARCHIVE` with what does not fit. */
  read(archive: ArchiveFile & { readonly runId: string }): ArchivedRun;
  /** Removes a file that the ledger no longer names; a missing one is nothing. */
  remove(file: string): void;
}
