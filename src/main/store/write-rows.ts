// Writes whole rows of the state tables: new ones are inserted, known ones take the new values.
import type { Database } from 'better-sqlite3';
import { assert, present } from '../../shared/lib/assert.ts';
import type { LedgerCommit, PatchRow, RunRow, StateTable } from '../../shared/ports/store.ts';
import { STATE_KEYS } from '../../shared/ports/store.ts';
import { prepareBulkInsert, type SqlValue } from './bulk-insert.ts';
import { tableShape } from './table-shape.ts';

/** A row by column. */
type Row = Readonly<Record<string, SqlValue>>;
type WriteRows = (rows: readonly Row[]) => void;

/** Columns that say which row it is: never set again, which spares a check of the keys they refer to on each write. */
const IDENTITY: ReadonlySet<string> = new Set([...Object.values(STATE_KEYS), 'run_id', 'run_ulid']);

/** The function must run inside a transaction. */
export function prepareWriteRows(db: Database): (commit: Pick<LedgerCommit, 'rows' | 'patchBytes'>) => void {
  const tables = Object.keys(STATE_KEYS) as StateTable[]; // its keys are exactly StateTable, in the order of foreign keys
  const writers = tables.map((table) => [table, prepareUpsert(db, table)] as const);
  const stored = db.prepare<[string], Uint8Array>('SELECT diff_text FROM patches WHERE patch_id = ?').pluck();
  return ({ rows, patchBytes }) => {
    const diffs = patchBytes.map((bytes): readonly [string, Uint8Array] => {
      if (!('copyOf' in bytes)) return [bytes.patchId, bytes.diff];
      return [bytes.patchId, present(stored.get(bytes.copyOf), `diff of patch ${bytes.copyOf}`)];
    });
    const complete = {
      ...rows,
      runs: rows.runs?.map(withUlid),
      patches: withDiffs(rows.patches ?? [], new Map(diffs)),
    };
    for (const [table, write] of writers) {
      const found = complete[table];
      if (found !== undefined && found.length > 0) write(found as readonly unknown[] as readonly Row[]); // columns are SQL values by their types
    }
  };
}

function prepareUpsert(db: Database, table: StateTable): WriteRows {
  const { columns, key } = tableShape(db, table);
  const set = columns.filter((column) => !IDENTITY.has(column)).map((column) => `${column} = excluded.${column}`);
  const insert = prepareBulkInsert(db, {
    into: `INSERT INTO ${table} (${columns.join(', ')}) VALUES`,
    width: columns.length,
    // A patch is written once: its primary key refuses a second time.
    tail: table === 'patches' ? '' : `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set.join(', ')}`,
  });
  return (rows) => {
    const values: (SqlValue | undefined)[] = [];
    for (const row of rows) for (const column of columns) values.push(row[column]);
    insert(values);
  };
}

/** The original plan's name for the id of a run, which is a ULID from the start here. */
function withUlid(row: RunRow): RunRow & { readonly run_ulid: string } {
  return { ...row, run_ulid: row.run_id };
}

function withDiffs(rows: readonly PatchRow[], diffs: ReadonlyMap<string, Uint8Array>): readonly unknown[] {
  assert(diffs.size === rows.length, `${diffs.size} diffs belong to ${rows.length} patches`);
  return rows.map((row) => {
    const diff = diffs.get(row.patch_id);
    assert(diff !== undefined, `patch ${row.patch_id} is written with its diff`);
    return { ...row, diff_text: diff };
  });
}
