// `migrate-legacy --apply`: backup first, then ULIDs and new tables in one transaction that is checked before it counts.
import type { Problem } from '../../../shared/lib/errors.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import { attachCopy } from './compare-content.ts';
import { fillUlids } from './fill-ulids.ts';
import { type Backup, backupLegacy, backupNameOf, rowsOf } from './legacy-backup.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { refuseFullDisk } from './legacy-file.ts';
import { addStep, makeJournal } from './legacy-journal.ts';
import { legacyProblem, notUsable, RECOVER, refuseLegacy } from './legacy-problem.ts';
import { type LegacyReport, reportOf, sizes } from './legacy-report.ts';
import { keyOf, type LegacyShape, readShape, tableNamed } from './legacy-shape.ts';
import { type MigrationPlan, needsWork, planMigration } from './plan-migration.ts';
import { quote, sameName } from './quote-name.ts';
import { brokenObjects } from './schema-probe.ts';
import { settledSource } from './settled-source.ts';
import { validateContent, validateUlids } from './validate-migration.ts';
import { withWriteLock } from './with-write-lock.ts';

export interface MigrationPorts {
  readonly faults: Faults;
  readonly nowMs: () => number;
  /** Called often; `total` is 0 while it is not known. */
  readonly progress: (stage: string, done: number, total: number) => void;
}

/** A second time it changes nothing, unless rows have come without a ULID. */
export async function applyMigration(given: string, ports: MigrationPorts): Promise<LegacyReport> {
  const { source, original } = await settledSource(given, ports.faults);
  const done = await withWriteLock(source.path, ports.faults, async (db) => {
    ports.progress('checks', 0, 0);
    const plan = planMigration(db);
    if (plan.problems.some(({ severity }) => severity === 'error')) throw refuseLegacy(source.path, plan.problems);
    if (!needsWork(plan)) return { plan, backup: null };
    refuseDamaged(db);
    refuseFullDisk(source.path, sizes(plan, source.bytes).needed);
    const backup = await backupLegacy({
      file: source.path,
      suffix: 'before-migration',
      original,
      rows: rowsOf(db, plan.shape.tables),
      faults: ports.faults,
      progress: (pages, total) => ports.progress('backup', pages, total),
    });
    migrate(db, plan, { backup, ports });
    return { plan, backup };
  });
  return reportOf('apply', source, done);
}

export function refuseDamaged(db: LegacyConnection): void {
  const found = db.all<{ readonly integrity_check: string }>('PRAGMA integrity_check(5)');
  const lines = found.map((row) => row.integrity_check);
  if (lines.length !== 1 || lines[0] !== 'ok') throw notUsable(db.file, `is damaged: ${lines.join('; ')}`, RECOVER);
}

interface Migrating {
  readonly backup: Backup;
  readonly ports: MigrationPorts;
}

function migrate(db: LegacyConnection, first: MigrationPlan, { backup, ports }: Migrating): void {
  const was = first.shape;
  const brokenBefore = brokenObjects(db, was);
  // Views and triggers follow a table to its new name.
  for (const { from, to } of first.renames) db.exec(`ALTER TABLE ${quote(from)} RENAME TO ${quote(to)}`);
  const plan = first.renames.length > 0 ? planMigration(db) : first;
  const { triggers } = plan.shape;
  // They would fire at every ULID that is written, for example to note the time of a change that is none.
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${quote(name)}`);
  for (const { table, column } of plan.newColumns)
    db.exec(`ALTER TABLE ${quote(table)} ADD COLUMN ${quote(column)} TEXT`);
  makeJournal(db);
  makeTables(db, plan);
  fillUlids(db, {
    entities: plan.entities,
    references: plan.references,
    seed: backup.sha256,
    nowMs: ports.nowMs(),
    progress: counted(plan, ports),
  });
  makeIndexes(db, plan);
  for (const { sql } of triggers) db.exec(sql);
  addStep(db, {
    kind: 'apply',
    at: new Date(ports.nowMs()).toISOString(),
    backup: backupNameOf(backup),
    sha256: backup.sha256,
    tables: plan.newTables.map(({ name }) => name),
  });
  ports.progress('checks', 0, 0);
  refuseUnlessValid(db, { was, backup, brokenBefore });
}

function counted({ entities, references }: MigrationPlan, { progress }: MigrationPorts): (rows: number) => void {
  const passes = [...entities.map(({ table }) => table), ...new Set(references.map(({ table }) => table))];
  const total = passes.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  return (rows) => {
    done += rows;
    progress('rows', done, total);
  };
}

function makeTables(db: LegacyConnection, { newTables, entities }: MigrationPlan): void {
  const runs = entities.find(({ role }) => role === 'run');
  for (const table of newTables) db.exec(table.sql(runs?.idColumn ?? 'run_id'));
}

/** Unique where a ULID names the row itself, and where `run_events` needs it for its foreign key. */
function makeIndexes(db: LegacyConnection, { entities, references, shape }: MigrationPlan): void {
  const make = (unique: string, table: string, column: string) =>
    db.exec(
      `CREATE ${unique}INDEX IF NOT EXISTS ${quote(`patchbay_${table}_${column}`)} ON ${quote(table)} (${quote(column)})`,
    );
  for (const { table, ulidColumn } of entities) make('UNIQUE ', table.name, ulidColumn);
  for (const { table, ulidColumn } of references) make('', table.name, ulidColumn);
  const runs = entities.find(({ role }) => role === 'run');
  const table = runs && tableNamed(shape, runs.table.name);
  if (runs && table && !sameName(keyOf(table).join(), runs.idColumn)) make('UNIQUE ', table.name, runs.idColumn);
}

interface Validating {
  readonly was: LegacyShape;
  readonly backup: Backup;
  readonly brokenBefore: ReadonlyMap<string, string>;
}

function refuseUnlessValid(db: LegacyConnection, { was, backup, brokenBefore }: Validating): void {
  attachCopy(db, backup.path);
  const plan = planMigration(db);
  const problems = [...validateUlids(plan), ...validateContent(db, plan, was), ...newlyBroken(db, brokenBefore)];
  if (problems.some(({ severity }) => severity === 'error')) throw refuseLegacy(db.file, problems);
}

export function newlyBroken(db: LegacyConnection, before: ReadonlyMap<string, string>): readonly Problem[] {
  const advice =
    'Nothing was changed. Change it so that it names its columns, or drop it and make it again afterwards.';
  return [...brokenObjects(db, readShape(db))]
    .filter(([name]) => !before.has(name))
    .map(([name, why]) => legacyProblem([], `the ${name} would break: ${why}`, advice));
}
