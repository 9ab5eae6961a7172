// The columns and the primary key of a table, read from the database itself: one list less to keep in step.
import type { Database } from 'better-sqlite3';
import { assert } from '../../shared/lib/assert.ts';

export interface TableShape {
  readonly columns: readonly string[];
  /** Columns of the primary key in its order. */
  readonly key: readonly string[];
}

export function tableShape(db: Database, table: string): TableShape {
  const rows = db
    .prepare<[string], { readonly name: string; readonly pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(table);
  assert(rows.length > 0, `the ledger has the table ${table}`);
  const key = rows.filter((row) => row.pk > 0).sort((a, b) => a.pk - b.pk);
  return { columns: rows.map((row) => row.name), key: key.map((row) => row.name) };
}
