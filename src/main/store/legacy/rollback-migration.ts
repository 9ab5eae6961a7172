// `migrate-legacy --rollback`: puts the backup of the last step in the place of the database, in one rename.
import { chmodSync, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PatchbayError, type Problem } from '../../../shared/lib/errors.ts';
import type { MigrationPorts } from './apply-migration.ts';
import { attachCopy, detachCopy } from './compare-content.ts';
import { connectLegacy, type LegacyConnection } from './legacy-connection.ts';
import { hashFile, inspectLegacyFile, refuseFullDisk, refuseReadOnly, syncFile, syncFolder } from './legacy-file.ts';
import { lastStep, type MigrationStep } from './legacy-journal.ts';
import { legacyError, legacyProblem, notUsable, refuseLegacy } from './legacy-problem.ts';
import { type LegacyReport, reportOf } from './legacy-report.ts';
import { type LegacyShape, readShape } from './legacy-shape.ts';
import { planMigration } from './plan-migration.ts';
import { differences, nowOf } from './validate-migration.ts';

export interface RollbackOptions {
  /** Go back although rows were written since; the database with them is kept under another name. */
  readonly discardNewRows: boolean;
}

/** A database that is not migrated is left as it is: a rollback that was cut off after its rename has done its work. */
export async function rollbackMigration(
  given: string,
  options: RollbackOptions,
  ports: MigrationPorts,
): Promise<LegacyReport> {
  const source = inspectLegacyFile(given);
  refuseReadOnly(source);
  const { path } = source;
  const step = reading(path, ports, lastStep);
  if (step === null) return report(path, ports, { changed: false, problems: [] });
  const backup = await checkedBackup(path, step);
  refuseFullDisk(path, statSync(backup).size);
  const was = reading(backup, ports, readShape);
  let db: LegacyConnection | null = null;
  try {
    db = connectLegacy({ file: path, readOnly: false, faults: ports.faults });
    // Kept until the connection closes: no other program may be inside when the file is replaced.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    if (lastStep(db)?.sha256 !== step.sha256) throw stillOpen(path);
    attachCopy(db, backup);
    const problems = sinceThen(db, step, was);
    if (problems.length > 0 && !options.discardNewRows) throw refuseLegacy(path, problems);
    db.exec('ROLLBACK');
    detachCopy(db);
    // Takes a write-ahead log into the file and removes it: laid over the backup it would spoil it.
    if (db.value('PRAGMA main.journal_mode = DELETE') !== 'delete') throw stillOpen(path);
    db.exec('BEGIN EXCLUSIVE');
    const prepared = await prepareCopy(path, { backup, step, ports });
    if (problems.length > 0) keepDiscarded(path);
    // An open file cannot be replaced on Windows; elsewhere the lock is held until it is.
    if (process.platform === 'win32') db.close();
    ports.faults.at('replace the database');
    renameSync(prepared, path);
    ports.faults.at('sync the folder');
    syncFolder(dirname(path));
    const warnings = problems.map((problem): Problem => ({ ...problem, severity: 'warning' }));
    db.close();
    return report(path, ports, { changed: true, problems: warnings });
  } catch (thrown) {
    throw legacyError(thrown, path);
  } finally {
    db?.close();
  }
}

/** Opened for writing: only such a connection leaves nothing beside a database with a write-ahead log. */
function reading<T>(file: string, { faults }: MigrationPorts, read: (db: LegacyConnection) => T): T {
  try {
    const db = connectLegacy({ file, readOnly: false, faults });
    try {
      return read(db);
    } finally {
      db.close();
    }
  } catch (thrown) {
    throw legacyError(thrown, file);
  }
}

async function checkedBackup(file: string, step: MigrationStep): Promise<string> {
  const backup = join(dirname(file), step.backup);
  if (!existsSync(backup))
    throw notUsable(file, `cannot go back: its backup ${backup} is not there`, 'Put the backup back beside it.');
  if ((await hashFile(backup)) !== step.sha256)
    throw notUsable(file, `cannot go back: its backup ${backup} is not as it was made`, 'Look for another copy of it.');
  return backup;
}

/** What would be lost: rows that came, changed or went since the step, and tables that were made since. */
function sinceThen(db: LegacyConnection, step: MigrationStep, was: LegacyShape): readonly Problem[] {
  const plan = planMigration(db);
  const now = plan.shape;
  const found = differences(db, plan, was).map(({ table, added, changed, removed }) =>
    legacyProblem([table], `since then ${added} rows were added, ${changed} changed, ${removed} removed`, KEEP),
  );
  const old = new Set(was.tables.map((table) => nowOf(now, table)?.name));
  const newer = now.tables.flatMap((table) => {
    if (table.name.startsWith('patchbay_') || old.has(table.name)) return [];
    if (!step.tables.includes(table.name)) return [legacyProblem([table.name], 'the table was made since then', KEEP)];
    return table.rows === 0 ? [] : [legacyProblem([table.name], `${table.rows} rows were written since then`, KEEP)];
  });
  return [...found, ...newer];
}

function stillOpen(file: string): PatchbayError {
  const advice = 'Nothing was changed. Stop the pipeline and whatever else has it open, then try again.';
  return new PatchbayError('E_LEGACY_BUSY', `Another program has ${file} open`, advice, { file });
}

const KEEP = 'Nothing was changed. To go back all the same: --discard-new-rows; the database is then kept beside it.';

interface Preparing {
  readonly backup: string;
  readonly step: MigrationStep;
  readonly ports: MigrationPorts;
}

async function prepareCopy(file: string, { backup, step, ports }: Preparing): Promise<string> {
  const prepared = `${file}.restoring`;
  rmSync(prepared, { force: true });
  copyFileSync(backup, prepared);
  chmodSync(prepared, statSync(file).mode);
  ports.faults.at('sync the restored file');
  syncFile(prepared);
  if ((await hashFile(prepared)) === step.sha256) return prepared;
  rmSync(prepared);
  const advice = 'Nothing was changed. Check the disk, then try again.';
  throw new PatchbayError('E_DISK', `The backup of ${file} could not be copied whole`, advice, { file, backup });
}

/** The database with its new rows stays under a name of its own. */
function keepDiscarded(file: string): void {
  for (let number = 1; ; number += 1) {
    const kept = `${file}.discarded-${number}`;
    if (existsSync(kept)) continue;
    try {
      linkSync(file, kept);
    } catch {
      // A file system without links.
      copyFileSync(file, kept);
    }
    return;
  }
}

function report(
  file: string,
  ports: MigrationPorts,
  { changed, problems }: { readonly changed: boolean; readonly problems: readonly Problem[] },
): LegacyReport {
  const plan = reading(file, ports, planMigration);
  const told = reportOf('rollback', { path: file, bytes: statSync(file).size }, { plan, backup: null });
  return { ...told, changed, problems };
}
