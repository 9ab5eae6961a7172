// Looks at a ledger's file before it is opened for writing, and changes nothing.
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { LIMITS } from '../../shared/domain/limits.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { isClosed } from './closed-mark.ts';
import { schemaVersion } from './migrations.ts';
import { quickCheck } from './quick-check.ts';

/** `PRAGMA application_id` of every ledger: "PBLD". */
const APPLICATION_ID = 0x50_42_4c_44;

export interface Inspected {
  /** Of the schema; 0 when there is no ledger yet. */
  readonly version: number;
  /** True where the whole file was looked through for damage. */
  readonly whole: boolean;
}

/**
 * Throws what makes the file unusable. A large file that was closed in order is not looked through here: that takes
 * longer than opening it, and can be done beside the work.
 */
export function inspect(file: string, newest: number): Inspected {
  if (!existsSync(file) || statSync(file).size === 0) return { version: 0, whole: true };
  const db = new Database(file, { readonly: true });
  try {
    const version = schemaVersion(db);
    const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
    if (empty && version === 0) return { version: 0, whole: true };
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw notALedger(file);
    if (version > newest) throw newer(file, version, newest);
    if (statSync(file).size > LIMITS.quickCheckBytes && isClosed(db)) return { version, whole: false };
    const found = quickCheck(db);
    if (found !== null) throw damaged(file, found);
    return { version, whole: true };
  } finally {
    db.close();
  }
}

function notALedger(file: string): PatchbayError {
  return new PatchbayError(
    'E_LEDGER',
    `${file} is a database of another program`,
    'Nothing was changed. Move the file away, or choose another data folder with --data.',
    { file },
  );
}

function newer(file: string, version: number, newest: number): PatchbayError {
  return new PatchbayError(
    'E_LEDGER_NEWER',
    `The ledger has schema ${version}; this Patchbay knows schemas up to ${newest}`,
    'Nothing was changed. Use the newer Patchbay, or put the backup beside the file in its place.',
    { file, version, newest },
  );
}

function damaged(file: string, found: string): PatchbayError {
  return new PatchbayError(
    'E_LEDGER',
    `The ledger file is damaged: ${found} (${file})`,
    'Nothing was changed or moved. Keep a copy of the file, then put a backup or an empty folder in its place.',
    { file, found },
  );
}
