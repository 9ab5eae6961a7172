// The validation queries: whether a database is wholly migrated and nothing old in it was changed or lost.
import type { Problem } from '../../../shared/lib/errors.ts';
import { COPY, compareTable, type TableDifference } from './compare-content.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { legacyProblem } from './legacy-problem.ts';
import { type LegacyShape, type LegacyTable, tableNamed } from './legacy-shape.ts';
import { isOurs, type MigrationPlan } from './plan-migration.ts';
import { sameName } from './quote-name.ts';

const BUG = 'Nothing was changed. This is a bug in Patchbay or an unusual database: report it with this message.';

const AGAIN = 'Nothing was changed. Apply the migration again, then finalize.';

/** ULIDs whole and equal wherever they stand, no row without one. */
export function validateUlids({ newColumns, newTables, gaps, problems }: MigrationPlan): readonly Problem[] {
  return [
    ...newColumns.map(({ table, column }) => legacyProblem([table, column], 'the column is missing', AGAIN)),
    ...newTables.map(({ name }) => legacyProblem([name], 'the table is missing', AGAIN)),
    ...gaps.map(({ table, rows }) => legacyProblem([table], `${rows} rows have no ULID`, AGAIN)),
    ...problems.filter(({ severity }) => severity === 'error'),
  ];
}

/** Compared with the copy that is attached: every old row is there, and every old value of it; the file is sound. */
export function validateContent(db: LegacyConnection, plan: MigrationPlan, was: LegacyShape): readonly Problem[] {
  const sound = db.value('PRAGMA main.integrity_check(1)');
  const lost = was.tables.filter((table) => nowOf(plan.shape, table) === undefined);
  return [
    ...lost.map(({ name }) => legacyProblem([name], 'the table is gone', BUG)),
    ...differences(db, plan, was).map(({ table, added, changed, removed }) =>
      legacyProblem([table], `${added} rows added, ${changed} changed, ${removed} gone by the migration`, BUG),
    ),
    ...foreignKeyProblems(db),
    ...(sound === 'ok' ? [] : [legacyProblem([], `the file is not sound: ${String(sound)}`, BUG)]),
  ];
}

/** What differs from the copy that is attached, but for ULIDs that were filled in and tables of our own. */
export function differences(db: LegacyConnection, plan: MigrationPlan, was: LegacyShape): readonly TableDifference[] {
  const { shape, entities, references, last } = plan;
  // Finalizing writes ULIDs over the old ids that this column held.
  const rewritten = (table: string) => (last?.kind === 'finalize' && table === 'run_events' ? ['run_id'] : []);
  return was.tables.flatMap((table) => {
    const now = nowOf(shape, table);
    if (now === undefined || table.name.startsWith('patchbay_')) return [];
    const fillable = [...entities, ...references].filter((each) => each.table === now).map((each) => each.ulidColumn);
    return compareTable(db, { now, was: table, fillable, ignored: rewritten(now.name) }) ?? [];
  });
}

/** The same table, or what a table of this name became to make room for a new one. */
export function nowOf(now: LegacyShape, was: LegacyTable): LegacyTable | undefined {
  const same = tableNamed(now, was.name);
  const madeRoom = same !== undefined && isOurs(same) && !isOurs(was);
  return madeRoom ? now.tables.find(({ name }) => sameName(name, `legacy_${was.name}`)) : same;
}

function foreignKeyProblems(db: LegacyConnection): readonly Problem[] {
  const before = brokenKeys(db, COPY);
  const after = brokenKeys(db, 'main');
  if (before === null || after === null || after <= before) return [];
  return [legacyProblem([], `${after - before} foreign keys were broken by the migration`, BUG)];
}

/** Null where a foreign key is declared so that SQLite cannot check it. */
function brokenKeys(db: LegacyConnection, schema: string): number | null {
  try {
    return db.all(`PRAGMA ${schema}.foreign_key_check`).length;
  } catch {
    return null;
  }
}
