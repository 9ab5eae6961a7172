// Turns what SQLite throws into an error that a person can act on, and says when a connection is lost for good.
import Database from 'better-sqlite3';
import { PatchbayError } from '../../shared/lib/errors.ts';

interface Meaning {
  readonly code: 'E_LEDGER' | 'E_DISK';
  readonly says: string;
  readonly advice: string;
}

const DISK_FULL: Meaning = {
  code: 'E_DISK',
  says: 'The disk that holds the ledger is full',
  advice: 'Free some space, then resume the run. Nothing of this step was written; all earlier steps are safe.',
};
const DISK_FAULT: Meaning = {
  code: 'E_DISK',
  says: 'The disk did not do what the ledger asked of it',
  advice: 'Check the disk, then start Patchbay again: it reads from the ledger what was saved and goes on from there.',
};
const DAMAGED: Meaning = {
  code: 'E_LEDGER',
  says: 'The ledger file is damaged or is no ledger',
  advice: 'Nothing was changed or moved. Keep a copy of the file, then put a backup or an empty folder in its place.',
};
const BUSY: Meaning = {
  code: 'E_LEDGER',
  says: 'Another program keeps the ledger locked',
  advice: 'Close the program that has the ledger open (a database viewer or a second Patchbay), then try again.',
};
const CANNOT_OPEN: Meaning = {
  code: 'E_LEDGER',
  says: 'The ledger cannot be opened or written',
  advice: 'Check that the folder exists, that it is yours, and that neither it nor the file is write-protected.',
};
const REFUSED: Meaning = {
  code: 'E_LEDGER',
  says: 'The ledger refused a write that breaks its rules',
  advice: 'This is a bug in Patchbay; nothing of this step was written. Start again, and report it with this message.',
};

/** SQLite's primary result code → what it means here; the extended ones begin with it. */
const MEANINGS: readonly (readonly [string, Meaning])[] = [
  ['SQLITE_FULL', DISK_FULL],
  ['SQLITE_IOERR', DISK_FAULT],
  ['SQLITE_CORRUPT', DAMAGED],
  ['SQLITE_NOTADB', DAMAGED],
  ['SQLITE_BUSY', BUSY],
  ['SQLITE_LOCKED', BUSY],
  ['SQLITE_CANTOPEN', CANNOT_OPEN],
  ['SQLITE_READONLY', CANNOT_OPEN],
  ['SQLITE_PERM', CANNOT_OPEN],
  ['SQLITE_AUTH', CANNOT_OPEN],
];

/** A PatchbayError for anything SQLite threw; whatever else was thrown comes back as it is. */
export function ledgerError(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown;
  const { code, message } = thrown;
  const meaning = MEANINGS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? REFUSED;
  return new PatchbayError(meaning.code, `${meaning.says}: ${message} (${file})`, meaning.advice, {
    file,
    sqlite: code,
  });
}

/**
 * True after an I/O error or damage. A failed fsync may have dropped the pages it was for, so the next fsync would
 * answer "done" for data that is gone: the connection must not be used again, only opened anew and read.
 */
export function endsConnection(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError && /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(thrown.code);
}
