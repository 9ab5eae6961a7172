// Changes a database wholly or not at all: takes the lock that keeps other writers out, commits at the end.
import type { Faults } from '../../../shared/ports/faults.ts';
import { connectLegacy, type LegacyConnection } from './legacy-connection.ts';
import { legacyError } from './legacy-problem.ts';

/**
 * Commits when `work` resolves and rolls back when it throws; a process that is killed has the same effect as a throw,
 * for SQLite undoes what was not committed when the file is opened next.
 */
export async function withWriteLock<T>(
  file: string,
  faults: Faults,
  work: (db: LegacyConnection) => Promise<T>,
): Promise<T> {
  let db: LegacyConnection | null = null;
  try {
    db = connectLegacy({ file, readOnly: false, faults });
    db.exec('BEGIN IMMEDIATE');
    const result = await work(db);
    db.exec('COMMIT');
    // What was committed is safe in the log already; this only moves it into the file.
    db.all('PRAGMA main.wal_checkpoint(TRUNCATE)');
    return result;
  } catch (thrown) {
    throw legacyError(thrown, file);
  } finally {
    // Closing undoes what was not committed.
    db?.close();
  }
}
