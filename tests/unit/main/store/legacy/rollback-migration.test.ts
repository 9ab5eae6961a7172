// Going back: the old file byte for byte, and never over rows that were written since without being told to.
import { appendFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyMigration } from '../../../../../src/main/store/legacy/apply-migration.ts';
import { dryRunMigration } from '../../../../../src/main/store/legacy/dry-run-migration.ts';
import { rollbackMigration } from '../../../../../src/main/store/legacy/rollback-migration.ts';
import { LATER, type LegacyFolder, legacyFolder, ODD, OLDEST, PARTLY, PORTS, sha } from './legacy-fixture.ts';

let place: LegacyFolder;
beforeEach(() => {
  place = legacyFolder();
});
afterEach(() => place.remove());

const back = (file: string, discardNewRows = false) => rollbackMigration(file, { discardNewRows }, PORTS);

const WAL = 'PRAGMA journal_mode = WAL';
test.each([
  ['oldest', [OLDEST]],
  ['later', [LATER]],
  ['partly migrated', [PARTLY]],
  ['odd', [ODD]],
  ['with a write-ahead log', [WAL, LATER]],
  ['vacuuming by itself', ['PRAGMA auto_vacuum = 2', LATER]],
  [
    'with large pages and many free ones',
    ['PRAGMA page_size = 8192', OLDEST, 'CREATE TABLE x AS SELECT zeroblob(99999)', 'DROP TABLE x'],
  ],
])('restores the file byte for byte: %s', async (_, sql) => {
  const file = place.make(sql);
  const before = sha(file);
  const mode = statSync(file).mode;
  await applyMigration(file, PORTS);
  expect(sha(file)).not.toBe(before);
  expect(await back(file)).toMatchObject({ ok: true, changed: true, state: 'old', problems: [] });
  expect(sha(file)).toBe(before);
  expect(statSync(file).mode).toBe(mode);
  expect(place.names()).toEqual(['pipeline state.db', 'pipeline state.db.before-migration']);
});

test('a second time there is nothing to go back to, and nothing changes', async () => {
  const file = place.make(OLDEST);
  await applyMigration(file, PORTS);
  await back(file);
  expect(await back(file)).toMatchObject({ ok: true, changed: false, state: 'old' });
});

test('apply, back and apply again give the same ULIDs', async () => {
  const file = place.make(OLDEST);
  const ulids = () => place.use(file, (db) => db.prepare('SELECT attempt_ulid FROM attempts').pluck().all());
  await applyMigration(file, PORTS);
  const first = ulids();
  await back(file);
  await applyMigration(file, PORTS);
  expect(ulids()).toEqual(first);
  expect(place.names()).toHaveLength(2);
});

test('database and backup may be moved together', async () => {
  const file = place.make(OLDEST);
  const before = sha(file);
  await applyMigration(file, PORTS);
  const moved = file.replace('pipeline state.db', '移動.db');
  renameSync(file, moved);
  await back(moved);
  expect(sha(moved)).toBe(before);
});

describe('rows written since', () => {
  test.each([
    ['an old table', `INSERT INTO runs (status) VALUES ('new')`, /runs: since then 1 rows were added/],
    [
      'a changed value',
      `UPDATE attempts SET status = 'OK' WHERE attempt_id = 1`,
      /attempts: since then 0 rows were added, 1 changed/,
    ],
    ['a deleted row', 'DELETE FROM runs WHERE run_id = 30', /runs: .* 1 removed/],
    [
      'a new table of the migration',
      `INSERT INTO run_events VALUES ('e', '1', 'x', 'now', NULL, NULL)`,
      /run_events: 1 rows/,
    ],
    ['a table made since', 'CREATE TABLE extra (a)', /extra: the table was made/],
  ])('are not thrown away: %s', async (_, sql, message) => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    place.use(file, (db) => db.exec(sql));
    const before = sha(file);
    await expect(back(file)).rejects.toMatchObject({ code: 'E_LEGACY', message: expect.stringMatching(message) });
    expect(sha(file)).toBe(before);
  });

  test('are kept under another name when one is told to go back all the same', async () => {
    const file = place.make([WAL, OLDEST]);
    const before = sha(file);
    await applyMigration(file, PORTS);
    place.use(file, (db) => db.exec(`INSERT INTO runs (status) VALUES ('new')`));
    const report = await back(file, true);
    expect(report.problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(sha(file)).toBe(before);
    const kept = new Database(`${file}.discarded-1`);
    expect(kept.prepare(`SELECT count(*) FROM runs WHERE status = 'new'`).pluck().get()).toBe(1);
    kept.close();
  });
});

describe('refused', () => {
  test('without the backup', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    rmSync(`${file}.before-migration`);
    await expect(back(file)).rejects.toMatchObject({ message: expect.stringMatching(/backup .* is not there/) });
  });

  test('with a backup that was changed', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    appendFileSync(`${file}.before-migration`, 'x');
    await expect(back(file)).rejects.toMatchObject({ message: expect.stringMatching(/not as it was made/) });
  });

  test('while another program has a database with a log open', async () => {
    const file = place.make([WAL, OLDEST]);
    await applyMigration(file, PORTS);
    const other = new Database(file);
    other.prepare('SELECT count(*) FROM runs').get();
    await expect(back(file)).rejects.toMatchObject({ code: 'E_LEGACY_BUSY' });
    other.close();
    expect(await back(file)).toMatchObject({ changed: true });
  }, 20_000);

  test('a program that kept the old file open cannot write into the void', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    const other = new Database(file);
    other.prepare('SELECT count(*) FROM runs').get();
    await back(file);
    expect(() => other.exec(`INSERT INTO runs (status) VALUES ('lost')`)).toThrow(/readonly/);
    other.close();
  });
});

describe('a dry run', () => {
  test.each([
    ['oldest', [OLDEST]],
    ['with a log', [WAL, LATER]],
  ])('says what would be done and changes no byte: %s', (_, sql) => {
    const file = place.make(sql);
    const before = sha(file);
    const report = dryRunMigration(file, PORTS.faults);
    expect(report).toMatchObject({ ok: true, changed: false, state: 'old', backup: null });
    const attempts = report.tables.find(({ role }) => role === 'attempt');
    expect([...(attempts?.columns_added ?? [])].sort()).toEqual(['attempt_ulid', 'run_ulid', 'workstream_ulid']);
    expect(report.new_tables).toEqual(['patches', 'patch_ledger_entries', 'run_events']);
    expect(report.bytes.needed).toBeGreaterThan(2 * report.bytes.now);
    expect(sha(file)).toBe(before);
    expect(place.names()).toEqual(['pipeline state.db']);
  });

  test('with the log of a program that is running changes neither file, log nor shared memory', () => {
    const file = place.make([WAL, OLDEST]);
    const writer = new Database(file);
    writer.exec(`INSERT INTO runs (run_id, status) VALUES (99, 'in the log')`);
    const parts = () => ['', '-wal', '-shm'].map((end) => sha(file + end));
    const before = parts();
    const report = dryRunMigration(file, PORTS.faults);
    expect(report.rows).toBe(12);
    expect(parts()).toEqual(before);
    writer.close();
  });

  test('finds what an apply would refuse', () => {
    const file = place.make(`${PARTLY}; UPDATE runs SET run_ulid = lower(run_ulid)`);
    const report = dryRunMigration(file, PORTS.faults);
    expect(report.ok).toBe(false);
    expect(report.problems.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toContain(
      '/runs/run_ulid',
    );
  });

  test('of a migrated database adds nothing', async () => {
    const file = place.make(LATER);
    await applyMigration(file, PORTS);
    const report = dryRunMigration(file, PORTS.faults);
    expect(report).toMatchObject({ state: 'migrated', new_tables: [], renamed: [], bytes: { added: 0 } });
    expect(report.tables.flatMap(({ columns_added }) => columns_added)).toEqual([]);
  });
});

test('a journal that a killed program left is undone first, and the backup holds what was committed', async () => {
  const file = place.make(OLDEST);
  const before = readFileSync(file);
  const old = new Database(file);
  old.pragma('journal_mode = DELETE');
  old.pragma('cache_size = 1');
  old.pragma('cache_spill = 1');
  old.exec('BEGIN');
  old.exec(`INSERT INTO runs (status) SELECT hex(randomblob(900)) FROM runs a, runs b, runs c`);
  const torn = [readFileSync(file), readFileSync(`${file}-journal`)] as const;
  old.exec('ROLLBACK');
  old.close();
  writeFileSync(file, torn[0]);
  writeFileSync(`${file}-journal`, torn[1]);
  expect(dryRunMigration(file, PORTS.faults).rows).toBe(11);
  await applyMigration(file, PORTS);
  expect(readFileSync(`${file}.before-migration`).equals(before)).toBe(true);
});
