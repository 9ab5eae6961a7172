// `migrate-legacy --dry-run`: says what a migration would do and what stands against it, and changes no byte.
import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PatchbayError, type Problem } from '../../../shared/lib/errors.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import { refuseDamaged } from './apply-migration.ts';
import { connectLegacy } from './legacy-connection.ts';
import { inspectLegacyFile, type LegacyFile } from './legacy-file.ts';
import { legacyError, legacyProblem } from './legacy-problem.ts';
import { type LegacyReport, reportTables, sizes, stateOf } from './legacy-report.ts';
import { planMigration } from './plan-migration.ts';

export function dryRunMigration(given: string, faults: Faults): LegacyReport {
  const source = inspectLegacyFile(given);
  // Even a reader writes to the shared memory of a write-ahead log, and undoes a write that was cut off: on a copy.
  if (!source.isWal && !source.hasCompanions) return look(source, source.path, { faults, readOnly: true });
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-dry-run-'));
  try {
    return look(source, copyWithCompanions(source, folder), { faults, readOnly: false });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function look(
  source: LegacyFile,
  file: string,
  { faults, readOnly }: { readonly faults: Faults; readonly readOnly: boolean },
): LegacyReport {
  try {
    const db = connectLegacy({ file, readOnly, faults });
    try {
      db.exec('BEGIN');
      refuseDamaged({ ...db, file: source.path });
      const plan = planMigration(db);
      const bytes = sizes(plan, source.bytes);
      const problems = [...plan.problems, ...placeProblems(source, bytes.needed)];
      return {
        ok: problems.every(({ severity }) => severity !== 'error'),
        mode: 'dry-run',
        file: source.path,
        state: stateOf(plan),
        changed: false,
        backup: null,
        tables: reportTables(plan),
        new_tables: plan.last?.kind === 'finalize' ? [] : plan.newTables.map(({ name }) => name),
        renamed: plan.renames,
        rows: plan.shape.tables.reduce((sum, table) => sum + table.rows, 0),
        bytes,
        problems,
      };
    } finally {
      db.close();
    }
  } catch (thrown) {
    throw legacyError(thrown, source.path);
  }
}

function placeProblems({ path }: LegacyFile, needed: number): readonly Problem[] {
  const { bavail, bsize } = statfsSync(path);
  const anybody = 0o222;
  return [
    ...((statSync(path).mode & anybody) === 0
      ? [legacyProblem([], 'the file is write-protected', 'Allow writing to it, or work on a copy.')]
      : []),
    ...(bavail * bsize < needed
      ? [legacyProblem([], `${bavail * bsize} bytes are free on its disk, ${needed} are needed`, 'Free some space.')]
      : []),
  ];
}

const TRIES = 5;

/** The same moment of all files, or an error when a program writes all the time. */
function copyWithCompanions({ path }: LegacyFile, folder: string): string {
  const to = join(folder, 'copy.db');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = stamps(path);
    for (const end of ENDS) {
      rmSync(to + end, { force: true });
      if (existsSync(path + end)) copyFileSync(path + end, to + end, constants.COPYFILE_FICLONE);
    }
    if (stamps(path) === before) return to;
  }
  const advice = 'Nothing was changed. Stop the pipeline, then try again.';
  throw new PatchbayError('E_LEGACY_BUSY', `Another program writes to ${path} all the time`, advice, { file: path });
}

const ENDS = ['', '-wal', '-journal'] as const;

function stamps(path: string): string {
  return ENDS.map((end) => {
    const stat = statSync(path + end, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? 'none' : `${stat.mtimeNs} ${stat.size}`;
  }).join();
}
