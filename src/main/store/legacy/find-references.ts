// Which columns refer to runs, workstreams, attempts and the like: by a declared foreign key, or by their name.
import type { Entity } from './find-entities.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { columnNamed, keyOf, type LegacyShape, type LegacyTable } from './legacy-shape.ts';
import { foldName, quote, sameName } from './quote-name.ts';

export interface Reference {
  readonly table: LegacyTable;
  readonly column: string;
  readonly to: Entity;
  /** The column of the other table that it holds a value of. */
  readonly toColumn: string;
  readonly ulidColumn: string;
  readonly by: 'foreign key' | 'name';
  /** Rows that refer to anything. */
  readonly rows: number;
  /** Of these, rows that refer to nothing there is. */
  readonly orphans: number;
}

/** The tables that the original plan adds hold ULIDs from the start; `isOurs` leaves them out. */
export function findReferences(
  db: LegacyConnection,
  shape: LegacyShape,
  entities: readonly Entity[],
  isOurs: (table: LegacyTable) => boolean,
): readonly Reference[] {
  return shape.tables.filter((table) => !isOurs(table)).flatMap((table) => referencesOf(db, table, entities));
}

function referencesOf(db: LegacyConnection, table: LegacyTable, entities: readonly Entity[]): readonly Reference[] {
  const own = entities.find((entity) => entity.table === table);
  const taken = new Set<string>(own ? [foldName(own.ulidColumn)] : []);
  const found: Reference[] = [];
  for (const { name } of table.columns) {
    const target = declared(table, name, entities) ?? byName(name, entities, own);
    if (target === null) continue;
    const plain = `${target.to.role}_ulid`;
    const isPlain = target.to.referenceNames.some((known) => sameName(known, name)) && !taken.has(plain);
    const ulidColumn = isPlain ? plain : `${name.replace(/_id$/i, '')}_ulid`;
    if (taken.has(foldName(ulidColumn))) continue;
    const counted = { table, column: name, ulidColumn, ...target, ...count(db, table, name, target) };
    // A name alone proves little: a column of which no value is known there means something else.
    if (target.by === 'name' && counted.rows > 0 && counted.orphans === counted.rows && own === undefined) continue;
    taken.add(foldName(ulidColumn));
    found.push(counted);
  }
  return found;
}

type Target = Pick<Reference, 'to' | 'toColumn' | 'by'>;

function declared(table: LegacyTable, column: string, entities: readonly Entity[]): Target | null {
  for (const { table: other, pairs } of table.foreignKeys) {
    const to = entities.find((entity) => sameName(entity.table.name, other));
    const pair = pairs.find(({ from }) => sameName(from, column));
    if (to === undefined || pair === undefined) continue;
    const toColumn = pair.to === null ? keyOf(to.table)[pairs.indexOf(pair)] : columnNamed(to.table, pair.to);
    if (toColumn === undefined) continue;
    // Part of a key of several columns: only the part that names the row itself refers to it.
    if (pairs.length > 1 && !sameName(toColumn, to.idColumn)) continue;
    return { to, toColumn, by: 'foreign key' };
  }
  return null;
}

function byName(column: string, entities: readonly Entity[], own: Entity | undefined): Target | null {
  const name = foldName(column);
  for (const to of entities) {
    const known = to.referenceNames.find((each) => name === each || name.endsWith(`_${each}`));
    if (known === undefined) continue;
    // `step_attempt_id` ends like `attempt_id` and means something else where both are there.
    const better = entities.some((other) =>
      other.referenceNames.some((each) => each.length > known.length && name.endsWith(each)),
    );
    if (better || (to === own && name === known)) continue;
    return { to, toColumn: columnNamed(to.table, known) ?? to.idColumn, by: 'name' };
  }
  return null;
}

function count(db: LegacyConnection, table: LegacyTable, column: string, { to, toColumn }: Target) {
  const [row] = db.all<{ readonly rows: number; readonly orphans: number }>(
    `SELECT count(c.${quote(column)}) AS rows, count(*) FILTER (WHERE c.${quote(column)} IS NOT NULL AND p.${quote(toColumn)} IS NULL) AS orphans
     FROM ${quote(table.name)} AS c LEFT JOIN ${quote(to.table.name)} AS p ON p.${quote(toColumn)} = c.${quote(column)}`,
  );
  return row ?? { rows: 0, orphans: 0 };
}
