// Writes ULIDs into their columns in batches: first every row's own, then those of what it refers to.
import type { Entity } from './find-entities.ts';
import type { Reference } from './find-references.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { IDS_TABLE } from './legacy-journal.ts';
import { isIndexed, keyOf, type LegacyTable } from './legacy-shape.ts';
import { parseLegacyTime } from './legacy-time.ts';
import { ULID_PATTERN, ulidSequence } from './legacy-ulids.ts';
import { foldName, quote, sameName } from './quote-name.ts';

export interface Filling {
  readonly entities: readonly Entity[];
  readonly references: readonly Reference[];
  /** Tells this database from every other. */
  readonly seed: string;
  /** For rows of a table that says no time at all. */
  readonly nowMs: number;
  readonly progress: (rows: number) => void;
}

const OWN_BATCH = 5_000;
const REFERENCE_BATCH = 20_000;

export function fillUlids(db: LegacyConnection, filling: Filling): void {
  const { entities, references } = filling;
  const drop = indexAll(db, [
    ...references.map(({ to, toColumn }) => ({ table: to.table, column: toColumn })),
    ...entities.map(({ table, idColumn }) => ({ table, column: idColumn })),
  ]);
  const runs = entities.find(({ role }) => role === 'run');
  const begun = (runs && firstTime(db, runs)) ?? filling.nowMs;
  for (const entity of entities) fillOwn(db, entity, { ...filling, nowMs: firstTime(db, entity) ?? begun });
  const byTable = Map.groupBy(references, ({ table }) => table);
  for (const [table, group] of byTable) fillReferences(db, table, group, filling.progress);
  for (const entity of entities.filter(({ dropsId }) => dropsId)) keepIds(db, entity);
  drop();
}

interface Row {
  readonly place: bigint | number | string | Uint8Array;
  readonly key: bigint | number | string | Uint8Array;
  readonly id: string | null;
  readonly at: unknown;
  readonly ulid: string | null;
}

function fillOwn(db: LegacyConnection, entity: Entity, { seed, nowMs, progress }: Filling): void {
  const { table, ulidColumn, timeColumn, idColumn } = entity;
  const name = quote(table.name);
  const place = placeOf(db, entity);
  const key = `t.${table.rowid ?? quote(idColumn)}`;
  const next = ulidSequence({ database: seed, table: foldName(table.name) }, nowMs);
  // Told apart from the columns by the letter before them: an answer may be called as a column is.
  const at = timeColumn === null ? 'NULL' : `t.${quote(timeColumn)}`;
  const answers = `${place} AS place, ${key} AS key, CAST(t.${quote(idColumn)} AS TEXT) AS id, ${at} AS at, t.${quote(ulidColumn)} AS ulid`;
  const select = (where: string) => `SELECT ${answers} FROM ${name} AS t ${where} ORDER BY ${place} LIMIT ${OWN_BATCH}`;
  const update = `UPDATE ${name} SET ${quote(ulidColumn)} = ? WHERE ${key.slice(2)} = ?`;
  for (let rows = db.exact<Row>(select('')); rows.length > 0; ) {
    for (const row of rows) {
      if (row.ulid !== null) continue;
      const at = typeof row.at === 'bigint' ? Number(row.at) : row.at;
      const own = row.id !== null && ULID_PATTERN.test(row.id) ? row.id : null;
      db.run(update, own ?? next(row.id ?? String(row.key), parseLegacyTime(at)), row.key);
    }
    progress(rows.length);
    const last = rows.at(-1);
    rows = last === undefined || rows.length < OWN_BATCH ? [] : db.exact<Row>(select(`WHERE ${place} > ?`), last.place);
  }
}

/** Numbers are ordered as numbers; other ids have no order of their own, so the order of insertion stands for it. */
function placeOf(db: LegacyConnection, { table, idColumn }: Entity): string {
  const id = `t.${quote(idColumn)}`;
  if (table.rowid === null) return id;
  const odd = `SELECT 1 FROM ${quote(table.name)} WHERE typeof(${quote(idColumn)}) <> 'integer' LIMIT 1`;
  return db.value(odd) === undefined ? id : `t.${table.rowid}`;
}

function firstTime(db: LegacyConnection, { table, timeColumn }: Entity): number | null {
  if (timeColumn === null) return null;
  const column = quote(timeColumn);
  return parseLegacyTime(db.value(`SELECT ${column} FROM ${quote(table.name)} WHERE ${column} IS NOT NULL LIMIT 1`));
}

/** All references of a table in one pass, in ranges of row numbers where it has them. */
function fillReferences(
  db: LegacyConnection,
  table: LegacyTable,
  references: readonly Reference[],
  progress: Filling['progress'],
): void {
  const name = quote(table.name);
  const sets = references.map(({ column, ulidColumn, to, toColumn }) => {
    const found = `SELECT p.${quote(to.ulidColumn)} FROM ${quote(to.table.name)} AS p WHERE p.${quote(toColumn)} = ${name}.${quote(column)}`;
    return `${quote(ulidColumn)} = coalesce(${quote(ulidColumn)}, (${found}))`;
  });
  const gaps = references.map(
    ({ column, ulidColumn }) => `(${quote(column)} IS NOT NULL AND ${quote(ulidColumn)} IS NULL)`,
  );
  const update = `UPDATE ${name} SET ${sets.join(', ')} WHERE (${gaps.join(' OR ')})`;
  const { rowid } = table;
  if (rowid === null) {
    db.run(update);
    return progress(table.rows);
  }
  const end = `SELECT max(r) AS "end", count(*) AS rows FROM (SELECT ${rowid} AS r FROM ${name} WHERE ${rowid} >= ? ORDER BY ${rowid} LIMIT ${REFERENCE_BATCH})`;
  const [first] = db.exact<{ readonly at: bigint | null }>(`SELECT min(${rowid}) AS at FROM ${name}`);
  for (let from = first?.at ?? null; from !== null; ) {
    const [range] = db.exact<{ readonly end: bigint | null; readonly rows: bigint }>(end, from);
    if (range === undefined || range.end === null) return;
    db.run(`${update} AND ${rowid} >= ? AND ${rowid} <= ?`, from, range.end);
    progress(Number(range.rows));
    from = range.end + 1n;
  }
}

/** A number beside the id that people use is kept as well, where it does not mean another row. */
function keepIds(db: LegacyConnection, { role, table, idColumn, ulidColumn }: Entity): void {
  const keep = (column: string, conflict: 'REPLACE' | 'IGNORE') =>
    db.run(
      `INSERT OR ${conflict} INTO ${IDS_TABLE} (role, old_id, ulid) SELECT ?, CAST(${quote(column)} AS TEXT), ${quote(ulidColumn)} FROM ${quote(table.name)} WHERE ${quote(column)} IS NOT NULL`,
      role,
    );
  keep(idColumn, 'REPLACE');
  const [key, second] = keyOf(table);
  if (key !== undefined && second === undefined && !sameName(key, idColumn)) keep(key, 'IGNORE');
}

/** Without an index each row would read a whole table. The function drops what was made. */
function indexAll(
  db: LegacyConnection,
  wanted: readonly { readonly table: LegacyTable; readonly column: string }[],
): () => void {
  const made = new Set<string>();
  for (const { table, column } of wanted) {
    const index = `patchbay_while_filling_${foldName(table.name)}_${foldName(column)}`;
    if (made.has(index) || isIndexed(db, table, column)) continue;
    db.exec(`CREATE INDEX ${quote(index)} ON ${quote(table.name)} (${quote(column)})`);
    made.add(index);
  }
  return () => {
    for (const index of made) db.exec(`DROP INDEX ${quote(index)}`);
  };
}
