// Opens the ledger's file with the settings that its promises need.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** FULL survives a power cut at every commit; NORMAL may lose the last commits then, never the file. */
export type Synchronous = 'FULL' | 'NORMAL';

export interface DatabaseOptions {
  readonly file: string;
  readonly readOnly: boolean;
  readonly synchronous: Synchronous;
  /** Whether a commit that makes the write-ahead log too long moves it into the file; default true. */
  readonly movesWal?: boolean | undefined;
}

/** Reliability.md R6: how long to wait for another program's lock before it is reported. */
const BUSY_TIMEOUT_MS = 5_000;

export function openDatabase({ file, readOnly, synchronous, movesWal = true }: DatabaseOptions): Database.Database {
  if (!readOnly) mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { readonly: readOnly, fileMustExist: readOnly, timeout: BUSY_TIMEOUT_MS });
  try {
    if (!readOnly) db.pragma('journal_mode = WAL');
    for (const setting of settings(synchronous, movesWal)) db.pragma(setting);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function settings(synchronous: Synchronous, movesWal: boolean): readonly string[] {
  return [
    `synchronous = ${synchronous}`,
    // On macOS an ordinary fsync leaves data in the drive's cache; elsewhere this does nothing.
    `fullfsync = ${synchronous === 'FULL' ? 1 : 0}`,
    'checkpoint_fullfsync = 1',
    'foreign_keys = ON',
    // Without it, INSERT OR REPLACE would delete an event or a patch behind the back of their triggers.
    'recursive_triggers = ON',
    'trusted_schema = OFF',
    // 32 MiB: the state tables and the growing ends of the indexes of a run of 10 000 tasks stay in memory.
    'cache_size = -32768',
    'temp_store = MEMORY',
    // 16384 pages are 64 MiB. A commit that moves so much stands still for it, so an engine lets another thread do it.
    `wal_autocheckpoint = ${movesWal ? 16_384 : 0}`,
    'journal_size_limit = 67108864',
  ];
}
