// What an old database needs to become a migrated one, and everything that stands against it; changes nothing.
import type { Problem } from '../../../shared/lib/errors.ts';
import { BRIEF_TABLES, type BriefTable } from './brief-tables.ts';
import { checkEntity, checkReference } from './check-ulids.ts';
import { type Entity, findEntities } from './find-entities.ts';
import { findReferences, type Reference } from './find-references.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { IDS_TABLE, lastStep, type MigrationStep, STEPS_TABLE } from './legacy-journal.ts';
import { legacyProblem } from './legacy-problem.ts';
import { columnNamed, type LegacyShape, type LegacyTable, readShape, tableNamed } from './legacy-shape.ts';
import { quote, sameName } from './quote-name.ts';

export interface NewColumn {
  readonly table: string;
  readonly column: string;
}

export interface MigrationPlan {
  readonly shape: LegacyShape;
  readonly entities: readonly Entity[];
  readonly references: readonly Reference[];
  readonly newColumns: readonly NewColumn[];
  readonly newTables: readonly BriefTable[];
  /** Tables in the way of a new one: kept under another name. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** Rows that wait for a ULID of their own or of what they refer to, by table. */
  readonly gaps: readonly { readonly table: string; readonly rows: number }[];
  readonly last: MigrationStep | null;
  readonly problems: readonly Problem[];
}

export function planMigration(db: LegacyConnection): MigrationPlan {
  const shape = readShape(db);
  const last = lastStep(db);
  const { entities, unclear } = findEntities(db, shape, isOurs);
  const references = findReferences(db, shape, entities, isOurs);
  const checks = [
    ...entities.map((entity) => ({ table: entity.table.name, ...checkEntity(db, entity) })),
    ...references.map((reference) => ({ table: reference.table.name, ...checkReference(db, reference) })),
  ];
  const missing = BRIEF_TABLES.filter(({ name }) => !isThere(shape, name));
  const renames = missing.flatMap(({ name }) =>
    tableNamed(shape, name) ? [{ from: name, to: `legacy_${name}` }] : [],
  );
  const finalized = last?.kind === 'finalize';
  const problems = [
    ...(finalized ? [] : shapeProblems(shape, entities, unclear)),
    ...nameProblems(db, shape, missing, renames),
    ...orphanProblems(db, references),
    ...checks.flatMap((check) => check.problems),
  ];
  return {
    shape,
    entities,
    references,
    newColumns: [...entities, ...references].flatMap(({ table, ulidColumn }) =>
      columnNamed(table, ulidColumn) === undefined ? [{ table: table.name, column: ulidColumn }] : [],
    ),
    newTables: missing,
    renames,
    gaps: checks.flatMap(({ table, gaps }) => (gaps === 0 ? [] : [{ table, rows: gaps }])),
    last,
    problems,
  };
}

export function needsWork({ newColumns, newTables, gaps, last }: MigrationPlan): boolean {
  if (last?.kind === 'finalize') return false;
  return newColumns.length > 0 || newTables.length > 0 || gaps.length > 0 || last === null;
}

/** Our own tables, and those of the original plan with all their columns: nothing old is in them. */
export function isOurs(table: LegacyTable): boolean {
  if (table.name === STEPS_TABLE || table.name === IDS_TABLE) return true;
  const brief = BRIEF_TABLES.find(({ name }) => sameName(name, table.name));
  return brief?.columns.every((column) => columnNamed(table, column) !== undefined) ?? false;
}

function isThere(shape: LegacyShape, name: string): boolean {
  const table = tableNamed(shape, name);
  return table !== undefined && isOurs(table);
}

function shapeProblems(
  shape: LegacyShape,
  entities: readonly Entity[],
  unclear: readonly { readonly table: string; readonly what: string }[],
): readonly Problem[] {
  const problems = unclear
    .filter(({ table }) => !/events$|^errors$/i.test(table))
    .map(({ table, what }) => legacyProblem([table], what, 'A row needs an id that no other row has.'));
  if (tableNamed(shape, 'runs') === undefined) {
    const names = shape.tables.map(({ name }) => name).slice(0, 10);
    const found = names.length === 0 ? 'it has no tables' : `found ${names.join(', ')}`;
    problems.push(
      legacyProblem([], `this is no pipeline database: there is no table runs (${found})`, 'Check the path.'),
    );
  }
  for (const { table } of entities) {
    if (table.rowid === null && !/WITHOUT\s+ROWID/i.test(table.sql))
      problems.push(legacyProblem([table.name], 'its columns hide the row number', 'Rename rowid, _rowid_ or oid.'));
  }
  return problems;
}

function nameProblems(
  db: LegacyConnection,
  shape: LegacyShape,
  missing: readonly BriefTable[],
  renames: readonly { readonly from: string; readonly to: string }[],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { name } of missing) {
    const type = db.value(`SELECT type FROM sqlite_schema WHERE name = ? COLLATE NOCASE AND type <> 'table'`, name);
    if (type === undefined) continue;
    problems.push(legacyProblem([name], `the name is needed for a new table and belongs to a ${type}`, 'Rename it.'));
  }
  for (const { from, to } of renames) {
    if (tableNamed(shape, to) !== undefined)
      problems.push(legacyProblem([from], `it has to make room, and the name ${to} is taken`, `Rename ${to}.`));
    else
      problems.push(
        legacyProblem([from], `a new table of this name is needed; the old one becomes ${to}`, KEEPS, 'warning'),
      );
  }
  return problems;
}

const KEEPS = 'Its rows, indexes, triggers and views stay. A program that writes to it has to use the new name.';

function orphanProblems(db: LegacyConnection, references: readonly Reference[]): readonly Problem[] {
  return references
    .filter(({ orphans }) => orphans > 0)
    .map(({ table, column, to, toColumn, orphans }) => {
      const example = db.value(
        `SELECT c.${quote(column)} FROM ${quote(table.name)} AS c LEFT JOIN ${quote(to.table.name)} AS p ON p.${quote(toColumn)} = c.${quote(column)}
         WHERE c.${quote(column)} IS NOT NULL AND p.${quote(toColumn)} IS NULL LIMIT 1`,
      );
      const what = `${orphans} rows refer to a ${to.role} that is not there, for example ${example}`;
      const advice = 'They are kept as they are and get no ULID. Finalizing is refused until they are mended.';
      return legacyProblem([table.name, column], what, advice, 'warning');
    });
}
