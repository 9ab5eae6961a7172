// What one commit makes durable, and that a refused one leaves nothing behind.
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from '../../../../src/main/store/create-store.ts';
import { openDatabase } from '../../../../src/main/store/open-database.ts';
import type { Store } from '../../../../src/shared/ports/store.ts';
import {
  AT,
  attemptRow,
  commitOf,
  entryRow,
  gateRunRow,
  id,
  type Ledger,
  ledgerFolder,
  noted,
  notes,
  patchRow,
  RUN,
  runRow,
  taskRow,
  wholeCommit,
  workstreamRow,
} from './ledger-fixture.ts';

let ledger: Ledger;
let store: Store;
/** Not valid UTF-8, with a NUL: what a diff of a Latin-1 file may hold. */
const DIFF = Uint8Array.from([0x64, 0x69, 0xff, 0x00, 0xe9, 0x0a]);

beforeEach(() => {
  ledger = ledgerFolder();
  store = ledger.open();
});
afterEach(() => ledger.remove());

test('patches table exists and a patch comes back with exactly its bytes', () => {
  store.commit(wholeCommit(DIFF));
  expect(store.patchRow(id('PAT', 1))).toEqual(patchRow(1, DIFF));
  expect(Uint8Array.from(store.patchDiff(id('PAT', 1)) ?? [])).toEqual(DIFF);
  expect(store.patchDiff(id('PAT', 9))).toBeNull();
});

test('patch_ledger_entries table exists and every row of every table comes back as written', () => {
  store.commit(wholeCommit(DIFF));
  expect(store.rowsOf('runs', RUN)).toEqual([runRow()]);
  expect(store.rowsOf('workstreams', RUN)).toEqual([workstreamRow(1)]);
  expect(store.rowsOf('tasks', RUN)).toEqual([taskRow(1)]);
  expect(store.rowsOf('attempts', RUN)).toEqual([attemptRow(1)]);
  expect(store.rowsOf('patches', RUN)).toEqual([patchRow(1, DIFF)]);
  expect(store.rowsOf('patch_ledger_entries', RUN)).toEqual([entryRow(1)]);
  expect(store.rowsOf('gate_runs', RUN)).toEqual([gateRunRow(1)]);
  expect(store.ledgerEntryOf(id('PAT', 1))).toEqual(entryRow(1));
});

test('gate results are stored in gate_runs', () => {
  store.commit(wholeCommit(DIFF));
  const result = { state: 'failed', exit_code: 1, duration_ms: 412, tail: 'not ok 3', ended_at: AT };
  store.commit(commitOf({ rows: { gate_runs: [gateRunRow(1, result)] } }));
  expect(store.rowsOf('gate_runs', RUN)).toEqual([gateRunRow(1, result)]);
});

test('events are persisted to run_events, numbered from 1 and chained', () => {
  const [first, second] = store.commit(commitOf({ events: notes(1, 2) }));
  const [third] = store.commit(commitOf({ events: notes(3, 1) }));
  expect([first?.seq, second?.seq, third?.seq]).toEqual([1, 2, 3]);
  expect(second?.prevHash).toBe(first?.hash);
  expect(third?.prevHash).toBe(second?.hash);
  expect(store.eventsOf(RUN)).toEqual([first, second, third]);
  expect(store.eventPage({ runId: RUN, from: 2, limit: 1 })).toEqual([second]);
});

test('the chain goes on where it stopped after the ledger was closed and opened again', () => {
  const [first] = store.commit(commitOf({ events: notes(1, 1) }));
  store.close();
  const again = ledger.open();
  const [second] = again.commit(commitOf({ events: notes(2, 1) }));
  expect(second?.seq).toBe(2);
  expect(second?.prevHash).toBe(first?.hash);
  expect(again.checkChain()).toEqual({ events: 2, problems: [] });
});

test('a known row takes the new values, in one commit with many rows of its kind', () => {
  const many = Array.from({ length: 21 }, (_, n) => taskRow(n));
  store.commit(commitOf({ rows: { runs: [runRow()], tasks: many } }));
  const moved = many.map((row) => ({ ...row, state: 'running', attempts: 1 }));
  store.commit(commitOf({ rows: { tasks: moved } }));
  expect(store.rowsOf('tasks', RUN)).toEqual(moved);
});

test('a state that no machine knows is refused and the whole commit with it', () => {
  const commit = commitOf({ events: notes(1, 1), rows: { runs: [runRow({ state: 'paused' })] } });
  expect(() => store.commit(commit)).toThrow(expect.objectContaining({ code: 'E_LEDGER' }));
  expect(store.eventsOf(RUN)).toEqual([]);
  expect(store.commit(commitOf({ events: notes(1, 1) }))[0]?.seq).toBe(1);
});

test('an attempt of a task that does not exist is refused', () => {
  const commit = commitOf({ rows: { runs: [runRow()], attempts: [attemptRow(7)] } });
  expect(() => store.commit(commit)).toThrow(/FOREIGN KEY/);
  expect(store.runRow(RUN)).toBeNull();
});

test('a patch is written once and never without its diff', () => {
  store.commit(wholeCommit(DIFF));
  const again = commitOf({
    rows: { patches: [patchRow(1, DIFF)] },
    patchBytes: [{ patchId: id('PAT', 1), diff: DIFF }],
  });
  expect(() => store.commit(again)).toThrow(/UNIQUE/);
  expect(() => store.commit(commitOf({ rows: { patches: [patchRow(2, DIFF)] } }))).toThrow(/diff/);
  const other = commitOf({
    rows: { patches: [patchRow(2, DIFF, { bytes: 5 })] },
    patchBytes: [{ patchId: id('PAT', 2), diff: DIFF }],
  });
  expect(() => store.commit(other)).toThrow(/CHECK/);
});

test('an effect stays in the outbox, oldest first, until it is done; done twice is nothing', () => {
  const effect = (n: number) => ({ effectId: id('EFF', n), runId: RUN, kind: 'run-gate', body: `{"n":${n}}` });
  store.commit(commitOf({ outboxAdded: [effect(9), effect(1), effect(5)] }));
  expect(store.pendingEffects()).toEqual([effect(9), effect(1), effect(5)]);
  store.commit(commitOf({ outboxDone: [id('EFF', 1)] }));
  store.commit(commitOf({ outboxDone: [id('EFF', 1)], outboxAdded: [effect(0)] }));
  expect(store.pendingEffects()).toEqual([effect(9), effect(5), effect(0)]);
});

test('runs that are over are not open, and ledger entries come newest first', () => {
  const other = id('RUN', 2);
  store.commit(wholeCommit(DIFF));
  store.commit(commitOf({ rows: { runs: [runRow({ run_id: other, state: 'failed' })] } }));
  store.commit(commitOf({ rows: { patch_ledger_entries: [entryRow(2, { patch_id: id('PAT', 1), run_id: other })] } }));
  expect(store.openRunIds()).toEqual([RUN]);
  expect(store.runRows().map((row) => row.run_id)).toEqual([RUN, other]);
  expect(store.ledgerEntries({ limit: 9 }).map((row) => row.ledger_id)).toEqual([id('LED', 2), id('LED', 1)]);
  expect(store.ledgerEntries({ runId: RUN, limit: 9 }).map((row) => row.ledger_id)).toEqual([id('LED', 1)]);
  expect(store.ledgerEntries({ limit: 1 })).toHaveLength(1);
});

test('a fault before the commit loses all of it, a fault after it loses nothing', () => {
  let fail = '';
  const faults = {
    at: (point: string) => {
      if (point === fail) throw new Error(`killed at ${point}`);
    },
  };
  store.close();
  const faulty = ledger.open({ faults });
  fail = 'ledger-before-commit';
  expect(() => faulty.commit(wholeCommit(DIFF))).toThrow('killed at ledger-before-commit');
  expect(faulty.runRows()).toEqual([]);
  fail = 'ledger-after-commit';
  expect(() => faulty.commit(wholeCommit(DIFF))).toThrow('killed at ledger-after-commit');
  fail = '';
  expect(faulty.runRows()).toEqual([runRow()]);
  expect(faulty.commit(commitOf({ events: [noted(4)] }))[0]?.seq).toBe(4);
  expect(faulty.checkChain()).toEqual({ events: 4, problems: [] });
});

test('a full disk is said, writes nothing, and the store goes on when there is space', () => {
  store.close();
  const db = openDatabase({ file: ledger.file, readOnly: false, synchronous: 'FULL' });
  try {
    const small = createStore(db, ledger.file);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
    const large = commitOf({ events: [noted(1, 'x'.repeat(100_000))], rows: { runs: [runRow()] } });
    expect(() => small.commit(large)).toThrow(expect.objectContaining({ code: 'E_DISK' }));
    expect(small.runRows()).toEqual([]);
    db.pragma('max_page_count = 1000000');
    expect(small.commit(large)).toHaveLength(1);
    expect(small.checkChain()).toEqual({ events: 1, problems: [] });
  } finally {
    db.close();
  }
});

test('a second writer cannot fork the chain', () => {
  const second = ledger.open();
  store.commit(commitOf({ events: [noted(1)] }));
  expect(() => second.commit(commitOf({ events: [noted(2)] }))).toThrow(expect.objectContaining({ code: 'E_LEDGER' }));
  expect(store.checkChain()).toEqual({ events: 1, problems: [] });
});

test('a lock held by another program is reported as such once the wait is over', () => {
  const db = openDatabase({ file: ledger.file, readOnly: false, synchronous: 'FULL' });
  const other = new Database(ledger.file);
  try {
    const waiting = createStore(db, ledger.file);
    db.pragma('busy_timeout = 10');
    other.exec('BEGIN IMMEDIATE');
    expect(() => waiting.commit(commitOf({ events: [noted(1)] }))).toThrow(/keeps the ledger locked/);
    other.exec('ROLLBACK');
    expect(waiting.commit(commitOf({ events: [noted(1)] }))).toHaveLength(1);
  } finally {
    other.close();
    db.close();
  }
});

test('a passive checkpoint keeps everything readable', () => {
  store.commit(wholeCommit(DIFF));
  store.checkpoint();
  expect(store.checkChain()).toEqual({ events: 3, problems: [] });
});
