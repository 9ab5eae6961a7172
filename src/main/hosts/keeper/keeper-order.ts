// What the engine asks of the thread that looks after its ledger, and what it hears back.
import type { WireError } from '../../../shared/ipc/wire.ts';
import type { ArchiveCopy } from '../../../shared/ports/archives.ts';
import type { ChainCheck } from '../../../shared/ports/ledger-checks.ts';

/** What the thread is started with. */
export interface KeeperPlace {
  readonly ledger: string;
  readonly snapshots: string;
  readonly archives: string;
}

export type KeeperOrder =
  /** Moves the write-ahead log into the file. */
  | { readonly type: 'move-log'; readonly truncate: boolean }
  /** Saves the state of a run as its events give it now. */
  | { readonly type: 'save-run'; readonly runId: string }
  /** Proves a closed run and copies it into an archive, which is read back. */
  | { readonly type: 'copy-run'; readonly runId: string }
  /** Looks through the whole file and the whole chain. */
  | { readonly type: 'check' };

/** Of each order: what it answers. */
export interface KeeperAnswers {
  readonly 'move-log': null;
  /** The last event in the snapshot. */
  readonly 'save-run': number;
  readonly 'copy-run': ArchiveCopy;
  readonly check: ChainCheck;
}

export interface KeeperReply {
  readonly id: number;
  readonly answer?: KeeperAnswers[KeeperOrder['type']];
  /** Why it could not be done. */
  readonly error?: WireError;
}
