// `migrate-legacy --finalize`: drops the old ids of a migrated database, with a backup and only when all is green.
import type { Problem } from '../../../shared/lib/errors.ts';
import { type MigrationPorts, newlyBroken, refuseDamaged } from './apply-migration.ts';
import { attachCopy } from './compare-content.ts';
import { type Backup, backupLegacy, backupNameOf, rowsOf } from './legacy-backup.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { refuseFullDisk } from './legacy-file.ts';
import { addStep } from './legacy-journal.ts';
import { legacyProblem, notUsable, refuseLegacy } from './legacy-problem.ts';
import { type LegacyReport, reportOf } from './legacy-report.ts';
import { type MigrationPlan, planMigration } from './plan-migration.ts';
import { planRebuild } from './rebuild-tables.ts';
import { brokenObjects } from './schema-probe.ts';
import { settledSource } from './settled-source.ts';
import { validateContent, validateUlids } from './validate-migration.ts';
import { withWriteLock } from './with-write-lock.ts';

/** The tables are copied: backup, new tables, and what SQLite keeps until it commits. */
const COPIES = 3;

/** Refused with everything that stands against it; a finalized database is left as it is. */
export async function finalizeMigration(given: string, ports: MigrationPorts): Promise<LegacyReport> {
  const { source, original } = await settledSource(given, ports.faults);
  const done = await withWriteLock(source.path, ports.faults, async (db) => {
    ports.progress('checks', 0, 0);
    const plan = planMigration(db);
    if (plan.last === null) throw notUsable(source.path, 'is not migrated', 'Begin with --dry-run, then --apply.');
    if (plan.last.kind === 'finalize') return { plan, backup: null };
    refuseDamaged(db);
    const rebuild = planRebuild(plan);
    const problems = [...validateUlids(plan), ...lostReferences(plan), ...rebuild.objections.map(objection)];
    if (problems.length > 0) throw refuseLegacy(source.path, problems);
    refuseFullDisk(source.path, COPIES * source.bytes);
    const backup = await backupLegacy({
      file: source.path,
      suffix: 'before-finalize',
      original,
      rows: rowsOf(db, plan.shape.tables),
      faults: ports.faults,
      progress: (pages, total) => ports.progress('backup', pages, total),
    });
    const brokenBefore = brokenObjects(db, plan.shape);
    let copied = 0;
    rebuild.run(db, (rows) => {
      copied += rows;
      ports.progress('rows', copied, rebuild.rows);
    });
    noteStep(db, backup, ports);
    ports.progress('checks', 0, 0);
    attachCopy(db, backup.path);
    const after = planMigration(db);
    const found = [...validateContent(db, after, plan.shape), ...newlyBroken(db, brokenBefore)];
    if (found.length > 0) throw refuseLegacy(source.path, found);
    return { plan: after, backup };
  });
  return reportOf('finalize', source, done);
}

function noteStep(db: LegacyConnection, backup: Backup, { nowMs }: MigrationPorts): void {
  const at = new Date(nowMs()).toISOString();
  addStep(db, { kind: 'finalize', at, backup: backupNameOf(backup), sha256: backup.sha256, tables: [] });
}

function objection(what: string): Problem {
  return legacyProblem([], what, 'Nothing was changed. Change it so that it names ULIDs, or drop it, then try again.');
}

/** The number of something that is not there would be lost for good. */
function lostReferences({ references }: MigrationPlan): readonly Problem[] {
  return references
    .filter(({ orphans, to }) => orphans > 0 && to.dropsId)
    .map(({ table, column, to, orphans }) => {
      const what = `${orphans} rows refer to a ${to.role} that is not there: dropping the column would lose what they say`;
      return legacyProblem([table.name, column], what, 'Set them to NULL, or add what they refer to.');
    });
}
