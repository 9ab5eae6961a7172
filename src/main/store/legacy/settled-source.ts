// The file of a database with all its pages in it, and what it was byte for byte before anything is done to it.
import type { Faults } from '../../../shared/ports/faults.ts';
import type { BackupOrder } from './legacy-backup.ts';
import { connectLegacy } from './legacy-connection.ts';
import { hashFile, inspectLegacyFile, type LegacyFile, refuseReadOnly } from './legacy-file.ts';
import { legacyError } from './legacy-problem.ts';

export interface SettledSource {
  readonly source: LegacyFile;
  /** Null where another program keeps pages in a log beside the file. */
  readonly original: BackupOrder['original'];
}

/**
 * A program that was killed leaves a journal or a log beside its database. Opening it once takes both into the file:
 * what was committed stays, what was not goes, as at the program's own next start.
 */
export async function settledSource(given: string, faults: Faults): Promise<SettledSource> {
  const found = inspectLegacyFile(given);
  refuseReadOnly(found);
  if (found.hasCompanions) settle(found.path, faults);
  const source = inspectLegacyFile(found.path);
  const original = source.hasCompanions ? null : { header: source.header, sha256: await hashFile(source.path) };
  return { source, original };
}

function settle(file: string, faults: Faults): void {
  try {
    const db = connectLegacy({ file, readOnly: false, faults });
    try {
      db.value('SELECT count(*) FROM sqlite_schema');
    } finally {
      db.close();
    }
  } catch (thrown) {
    throw legacyError(thrown, file);
  }
}
