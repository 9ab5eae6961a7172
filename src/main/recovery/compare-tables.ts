// The rows that a run has in the ledger against those that its events give, and its diffs against their hashes.
import { createHash } from 'node:crypto';
import { STATE_KEYS, type StateTable, type Store } from '../../shared/ports/store.ts';
import { allRows } from '../state/rows.ts';
import type { RunNode } from '../state/run-state.ts';

/** Every difference in a sentence. All tables of the port are compared: a new one is no exception. */
export function compareTables(store: Pick<Store, 'rowsOf' | 'patchDiff'>, run: RunNode): readonly string[] {
  const wanted = allRows(run);
  const tables = Object.keys(STATE_KEYS) as StateTable[]; // the keys of the record are exactly the tables
  const differences = tables.flatMap((table) => {
    const key = STATE_KEYS[table];
    const byKey = (rows: readonly object[]) =>
      new Map(rows.map((row) => [String(Reflect.get(row, key)), canonical(row)]));
    const expected = byKey(wanted[table] ?? []);
    const found = byKey(store.rowsOf(table, run.runId));
    const ids = new Set([...expected.keys(), ...found.keys()]);
    return [...ids]
      .filter((id) => expected.get(id) !== found.get(id))
      .map((id) => `table ${table}, row ${id}: the ledger's row is not what its events give`);
  });
  return [...differences, ...compareBytes(store, run)];
}

function canonical(row: object): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function compareBytes(store: Pick<Store, 'patchDiff'>, run: RunNode): readonly string[] {
  return [...run.patches.values()].flatMap((patch) => {
    const diff = store.patchDiff(patch.patchId);
    if (diff === null) return [`patch ${patch.patchId}: its diff is missing`];
    const sha256 = createHash('sha256').update(diff).digest('hex');
    return sha256 === patch.created.sha256 ? [] : [`patch ${patch.patchId}: its diff is not the recorded one`];
  });
}
