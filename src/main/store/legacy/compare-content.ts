// Compares an open database with an older copy of it, row by row, on the columns that both have.
import type { LegacyConnection } from './legacy-connection.ts';
import { columnNamed, keyOf, type LegacyTable } from './legacy-shape.ts';
import { quote, sameName } from './quote-name.ts';

export interface TableDifference {
  readonly table: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The schema name under which the copy is attached. */
export const COPY = 'was';

export function attachCopy(db: LegacyConnection, file: string): void {
  db.run(`ATTACH ? AS ${COPY}`, file);
}

export function detachCopy(db: LegacyConnection): void {
  db.exec(`DETACH ${COPY}`);
}

export interface ComparedTables {
  /** The table as it is, and as the copy has it. */
  readonly now: LegacyTable;
  readonly was: LegacyTable;
  /** Columns of ULIDs: one that was empty may be filled, no other may change. */
  readonly fillable: readonly string[];
  readonly ignored: readonly string[];
}

/** Null where nothing differs. */
export function compareTable(
  db: LegacyConnection,
  { now, was, fillable, ignored }: ComparedTables,
): TableDifference | null {
  const join = joinOf(now, was);
  const kept = was.columns.filter(({ name }) => !ignored.includes(name));
  const [found] = db.all<{ total: number; removed: number; changed: number }>(
    `SELECT count(*) AS total, count(*) FILTER (WHERE ${join.missing}) AS removed,
       count(*) FILTER (WHERE NOT (${join.missing}) AND (${differs(now, kept, fillable)})) AS changed
     FROM ${COPY}.${quote(was.name)} AS w LEFT JOIN main.${quote(now.name)} AS n ON ${join.on}`,
  );
  const { total = 0, removed = 0, changed = 0 } = found ?? {};
  const added = now.rows - (total - removed);
  return added === 0 && changed === 0 && removed === 0 ? null : { table: now.name, added, changed, removed };
}

/** By the row number where both have one, else by the key that both have. */
function joinOf(now: LegacyTable, was: LegacyTable): { readonly on: string; readonly missing: string } {
  if (now.rowid !== null && was.rowid !== null)
    return { on: `n.${now.rowid} = w.${was.rowid}`, missing: `n.${now.rowid} IS NULL` };
  const key = keyOf(now).filter((column) => columnNamed(was, column) !== undefined);
  const [first = ''] = key;
  return {
    on: key.map((column) => `n.${quote(column)} = w.${quote(column)}`).join(' AND '),
    missing: `n.${quote(first)} IS NULL`,
  };
}

/** Compared as stored: a column's own collation might call different texts equal. */
function differs(now: LegacyTable, columns: LegacyTable['columns'], fillable: readonly string[]): string {
  const terms = columns
    .filter(({ name }) => columnNamed(now, name) !== undefined)
    .map(({ name }) => {
      const old = `w.${quote(name)}`;
      const mayFill = fillable.some((column) => sameName(column, name));
      const unlike = `${old} COLLATE BINARY IS NOT n.${quote(name)} OR typeof(${old}) <> typeof(n.${quote(name)})`;
      return mayFill ? `(${old} IS NOT NULL AND (${unlike}))` : unlike;
    });
  return terms.length === 0 ? '0' : terms.join(' OR ');
}
