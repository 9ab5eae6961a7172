// What a database holds, read from SQLite itself: tables, columns, keys, views, triggers.
import type { LegacyConnection } from './legacy-connection.ts';
import { foldName, quote, sameName } from './quote-name.ts';

export interface LegacyColumn {
  readonly name: string;
  /** As declared; may be empty. */
  readonly type: string;
  /** Place in the primary key from 1; 0 when it is no part of it. */
  readonly key: number;
}

export interface LegacyForeignKey {
  readonly table: string;
  /** Column → column of the other table, in order. */
  readonly pairs: readonly { readonly from: string; readonly to: string | null }[];
}

export interface LegacyTable {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly LegacyColumn[];
  readonly foreignKeys: readonly LegacyForeignKey[];
  /** The name under which the row number can be read; null in a table without one. */
  readonly rowid: string | null;
  readonly rows: number;
}

export interface SchemaObject {
  readonly name: string;
  /** The table or view that a trigger or an index belongs to. */
  readonly table: string;
  readonly sql: string;
}

export interface LegacyShape {
  /** Ordinary tables; virtual ones and what belongs to them stay as they are. */
  readonly tables: readonly LegacyTable[];
  readonly views: readonly SchemaObject[];
  readonly triggers: readonly SchemaObject[];
  /** Without those that SQLite makes by itself. */
  readonly indexes: readonly SchemaObject[];
}

interface TableRow {
  readonly name: string;
  readonly wr: number;
}

export function readShape(db: LegacyConnection): LegacyShape {
  const rows = db.all<TableRow>(
    `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  return {
    tables: rows.map((row) => readTable(db, row)),
    views: objects(db, 'view'),
    triggers: objects(db, 'trigger'),
    indexes: objects(db, 'index'),
  };
}

export function tableNamed(shape: Pick<LegacyShape, 'tables'>, name: string): LegacyTable | undefined {
  return shape.tables.find((table) => sameName(table.name, name));
}

export function columnNamed(table: LegacyTable, name: string): string | undefined {
  return table.columns.find((column) => sameName(column.name, name))?.name;
}

/** Columns of the primary key in its order. */
export function keyOf(table: LegacyTable): readonly string[] {
  const parts = table.columns.filter((column) => column.key > 0);
  return parts.sort((a, b) => a.key - b.key).map((column) => column.name);
}

/** True when an index begins with the column, or it is the row number itself. */
export function isIndexed(db: LegacyConnection, table: LegacyTable, column: string): boolean {
  const [first, second] = keyOf(table);
  if (first !== undefined && second === undefined && sameName(first, column)) return true;
  const leading = db.all<{ readonly name: string | null }>(
    'SELECT i.name AS name FROM pragma_index_list(?) AS l, pragma_index_info(l.name) AS i WHERE i.seqno = 0 AND l.partial = 0',
    table.name,
  );
  return leading.some(({ name }) => name !== null && sameName(name, column));
}

function readTable(db: LegacyConnection, { name, wr }: TableRow): LegacyTable {
  const columns = db.all<LegacyColumn>('SELECT name, type, pk AS key FROM pragma_table_info(?)', name);
  return {
    name,
    sql: String(db.value(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?`, name)),
    columns,
    foreignKeys: readForeignKeys(db, name),
    rowid: wr === 1 ? null : freeRowid(columns),
    rows: Number(db.value(`SELECT count(*) FROM ${quote(name)}`)),
  };
}

/** A column of the table may be called like the row number and hides it then. */
function freeRowid(columns: readonly LegacyColumn[]): string | null {
  const taken = new Set(columns.map((column) => foldName(column.name)));
  return ['rowid', '_rowid_', 'oid'].find((name) => !taken.has(name)) ?? null;
}

interface ForeignKeyRow {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

function readForeignKeys(db: LegacyConnection, table: string): readonly LegacyForeignKey[] {
  const sql = 'SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq';
  const keys = new Map<number, { table: string; pairs: { from: string; to: string | null }[] }>();
  for (const row of db.all<ForeignKeyRow>(sql, table)) {
    const key = keys.get(row.id) ?? { table: row.table, pairs: [] };
    key.pairs.push({ from: row.from, to: row.to });
    keys.set(row.id, key);
  }
  return [...keys.values()];
}

function objects(db: LegacyConnection, type: 'view' | 'trigger' | 'index'): readonly SchemaObject[] {
  const sql =
    'SELECT name, tbl_name AS "table", sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY rowid';
  return db.all<SchemaObject>(sql, type);
}
