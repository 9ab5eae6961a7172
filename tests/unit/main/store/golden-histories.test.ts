// The ledgers of every released version: opened by the newest code, each run replays to the very bytes that were written then.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS_DIR } from '../../../../build/dump-ledger.ts';
import { runReport } from '../../../../src/main/projections/run-report.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { packRun, unpackRun } from '../../../../src/main/state/pack-run.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import { applyMigration, readMigrations } from '../../../../src/main/store/migrations.ts';
import { STATE_KEYS, type StateTable } from '../../../../src/shared/ports/store.ts';
import { insertRecorded, onFile, RECORDED } from '../../../fakes/older-ledger.ts';
import type { RecordedHistory } from '../../../golden/record-history.ts';
import { type Ledger, ledgerFolder } from './ledger-fixture.ts';

const FOLDER = join(import.meta.dirname, '../../../golden/histories');
const histories: readonly (readonly [string, RecordedHistory])[] = [
  ['0.1.0, from a real run', { schema: 1, tables: RECORDED }],
  ...readdirSync(FOLDER).map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))] as const),
];

describe.each(histories)('%s', (_, { schema, tables }) => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = ledgerFolder();
    mkdirSync(dirname(ledger.file), { recursive: true });
    onFile(ledger.file, (db) => {
      for (const migration of readMigrations(MIGRATIONS_DIR).slice(0, schema)) applyMigration(db, migration);
      insertRecorded(db, tables);
    });
  });
  afterEach(() => ledger.remove());

  test('the chain holds after every migration since', () => {
    const chain = ledger.open().checkChain();
    expect(chain).toEqual({ events: tables['run_events']?.length, problems: [] });
  });

  test('every row of every table is, byte for byte, what its events give today', () => {
    const store = ledger.open();
    const runIds = (tables['runs'] ?? []).map((row) => String(row['run_id']));
    expect(runIds).not.toEqual([]);
    const today = runIds.map((runId) => allRows(replay(store.eventsOf(runId)) ?? expect.fail('no events')));
    for (const table of Object.keys(STATE_KEYS) as StateTable[]) {
      const key = STATE_KEYS[table];
      const rows = new Map(
        today.flatMap((of): readonly object[] => of[table] ?? []).map((row) => [keyOf(row, key), row]),
      );
      const recorded = tables[table] ?? [];
      // Columns that were added since are no part of what was written then, and `run_ulid` is a copy that no row of ours carries.
      const kept = new Map(
        runIds.flatMap((runId): readonly object[] => store.rowsOf(table, runId)).map((row) => [keyOf(row, key), row]),
      );
      // As the migrations since then have left it: they may say a column anew.
      const then = recorded.map((row) =>
        Object.keys(row)
          .filter((column) => !UNREAD.has(column))
          .map((column) => [column, Reflect.get(kept.get(keyOf(row, key)) ?? {}, column)]),
      );
      const now = recorded.map((row, at) =>
        (then[at] ?? []).map(([column]) => [column, Reflect.get(rows.get(keyOf(row, key)) ?? {}, column)]),
      );
      expect(JSON.stringify(now), table).toBe(JSON.stringify(then));
      if (recorded.length > 0) expect(rows.size, table).toBe(recorded.length);
    }
  });

  test('every run is packed, unpacked and reported the same as without', () => {
    const store = ledger.open();
    for (const { run_id } of store.runRows()) {
      const run = replay(store.eventsOf(run_id)) ?? expect.fail('no events');
      expect(JSON.stringify(runReport(unpackRun(structuredClone(packRun(run)))))).toBe(JSON.stringify(runReport(run)));
    }
  });
});

const UNREAD: ReadonlySet<string> = new Set(['run_ulid', 'diff_text']);

function keyOf(row: object, key: string): string {
  return `${String(Reflect.get(row, 'run_id'))} ${String(Reflect.get(row, key))}`;
}

test('the newest history has almost every kind of event, and says more than the one before', () => {
  const [, newest] = histories.at(-1) ?? expect.fail('no history');
  const kinds = new Set(newest.tables['run_events']?.map((row) => row['event_type']));
  expect(kinds.size).toBeGreaterThanOrEqual(58);
});
