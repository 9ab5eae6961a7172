// The schema itself: its golden dump, its checks and its refusals, whoever writes the SQL.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dumpLedger, LEDGER_DUMP } from '../../../../build/dump-ledger.ts';
import { createStore } from '../../../../src/main/store/create-store.ts';
import { openDatabase } from '../../../../src/main/store/open-database.ts';
import { ATTEMPT_MACHINE } from '../../../../src/shared/domain/attempt.ts';
import { BREAKER_MACHINE } from '../../../../src/shared/domain/breaker.ts';
import { DIRECT_CHANGE_MACHINE } from '../../../../src/shared/domain/direct-change.ts';
import { GATE_RUN_MACHINE } from '../../../../src/shared/domain/gate.ts';
import { PATCH_MACHINE } from '../../../../src/shared/domain/patch.ts';
import { REVIEW_MACHINE } from '../../../../src/shared/domain/review.ts';
import { RUN_CONTROL_MACHINE, RUN_MACHINE } from '../../../../src/shared/domain/run.ts';
import { TASK_MACHINE } from '../../../../src/shared/domain/task.ts';
import { WORKSTREAM_MACHINE } from '../../../../src/shared/domain/workstream.ts';
import { sqlCheck } from '../../../../src/shared/lib/machine.ts';
import { commitOf, type Ledger, ledgerFolder, notes, wholeCommit } from './ledger-fixture.ts';

const GOLDEN = readFileSync(LEDGER_DUMP, 'utf8');
const DIFF = new TextEncoder().encode('diff --git a/x b/x\n');

/** Columns that the original plan's SQL names (brief, "Database Schema Changes"). */
const PLANNED: Readonly<Record<string, string>> = {
  patches:
    'patch_id format target_repo base_ref base_commit execution_request_id tool_id created_at diff_text summary ' +
    'files_touched line_insertions line_deletions hunks',
  patch_ledger_entries:
    'ledger_id patch_id project_id phase_id workstream_id execution_request_id state state_history ' +
    'validation_format_ok validation_scope_ok validation_constraints_ok validation_tests_ran validation_tests_passed ' +
    'validation_errors apply_attempts apply_last_attempt_at apply_last_error_code apply_last_error_message ' +
    'apply_workspace_path apply_applied_files quarantine_is_quarantined quarantine_reason quarantine_path ' +
    'quarantine_at relations_replaces_patch_id relations_rollback_of_patch_id relations_chain_id',
  run_events: 'event_id run_id event_type timestamp payload source',
  runs: 'run_ulid',
  workstreams: 'workstream_ulid',
  attempts: 'attempt_ulid',
  tasks: 'task_ulid',
};

function golden(): Database.Database {
  const db = new Database(':memory:');
  db.exec(GOLDEN);
  return db;
}

test('the golden dump is what the migrations make', () => {
  expect(dumpLedger()).toBe(GOLDEN);
});

test('every statement of the store is prepared against the golden dump', () => {
  const db = golden();
  expect(createStore(db, ':memory:').commit(wholeCommit(DIFF))).toHaveLength(3);
  db.close();
});

test.each(Object.entries(PLANNED))('%s has the columns of the original plan', (table, columns) => {
  const db = golden();
  const found = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  expect(found).toEqual(expect.arrayContaining(columns.split(' ')));
  db.close();
});

test('every table is strict', () => {
  const db = golden();
  const loose = db.prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'
    AND name NOT LIKE 'sqlite%'`);
  expect(loose.pluck().all()).toEqual([]);
  db.close();
});

test.each([
  ['runs', sqlCheck(RUN_MACHINE, 'state')],
  ['runs', sqlCheck(RUN_CONTROL_MACHINE, 'control')],
  ['workstreams', sqlCheck(WORKSTREAM_MACHINE, 'state')],
  ['tasks', sqlCheck(TASK_MACHINE, 'state')],
  ['attempts', sqlCheck(ATTEMPT_MACHINE, 'state')],
  ['breakers', sqlCheck(BREAKER_MACHINE, 'state')],
  ['patch_ledger_entries', sqlCheck(PATCH_MACHINE, 'state')],
  ['direct_changes', sqlCheck(DIRECT_CHANGE_MACHINE, 'state')],
  ['gate_runs', sqlCheck(GATE_RUN_MACHINE, 'state')],
  ['reviews', sqlCheck(REVIEW_MACHINE, 'state')],
])('%s checks exactly the states of its machine', (table, check) => {
  const definition = GOLDEN.split('\n\n').find((block) => block.startsWith(`CREATE TABLE ${table} `));
  expect(definition).toContain(`CHECK (${check})`);
});

test('run_events has at most three ways to be found, for each costs every event', () => {
  const db = golden();
  const indexes = db.prepare(`SELECT count(*) FROM pragma_index_list('run_events')`).pluck().get();
  expect(indexes).toBe(2);
  const page = db.prepare(
    'EXPLAIN QUERY PLAN SELECT * FROM run_events WHERE run_id = ? AND seq >= ? ORDER BY seq LIMIT 9',
  );
  expect(page.all('r', 1).map((row) => (row as { readonly detail: string }).detail)).toEqual([
    'SEARCH run_events USING INDEX run_events_by_run (run_id=? AND rowid>?)',
  ]);
  db.close();
});

let ledger: Ledger;
let db: Database.Database;
beforeEach(() => {
  ledger = ledgerFolder();
  ledger.open().commit(wholeCommit(DIFF));
  db = openDatabase({ file: ledger.file, readOnly: false, synchronous: 'NORMAL' });
});
afterEach(() => {
  db.close();
  ledger.remove();
});

test.each([
  `UPDATE run_events SET payload = '{}' WHERE seq = 1`,
  'DELETE FROM run_events WHERE seq = 3',
  `INSERT OR REPLACE INTO run_events SELECT * FROM run_events WHERE seq = 2`,
  `UPDATE patches SET summary = 'other'`,
  `INSERT OR REPLACE INTO patches SELECT * FROM patches`,
  'DELETE FROM patches',
  `UPDATE patch_ledger_entries SET state_history = '{}'`,
  `UPDATE patch_ledger_entries SET relations_chain_id = 'other'`,
  'DELETE FROM patch_ledger_entries',
])('is refused by the schema: %s', (sql) => {
  expect(() => db.exec(sql)).toThrow(/append-only|immutable/);
});

test('triggers of the file itself refuse, without any setting of ours', () => {
  const plain = new Database(ledger.file);
  expect(() => plain.exec('DELETE FROM run_events')).toThrow(/append-only/);
  expect(() => plain.exec('UPDATE patches SET diff_text = zeroblob(bytes)')).toThrow(/immutable/);
  plain.close();
});

test('an event without a run is stored: a worker belongs to none', () => {
  const sql = `INSERT INTO run_events SELECT 4, 'worker-event', NULL, event_type, timestamp, payload, source, entity,
    entity_id, hash, hash, version FROM run_events WHERE seq = 3`;
  expect(db.exec(sql)).toBe(db);
});

test('events of another run are not in the way of a run', () => {
  const store = createStore(db, ledger.file);
  store.commit(commitOf({ events: notes(4, 2).map((event) => ({ ...event, runId: 'other' })) }));
  expect(store.eventsOf('other').map((event) => event.seq)).toEqual([4, 5]);
});
