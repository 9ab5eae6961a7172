// Finalizing: old ids go, ULIDs take their place in keys, references and indexes, and nothing else changes.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyMigration } from '../../../../../src/main/store/legacy/apply-migration.ts';
import { finalizeMigration } from '../../../../../src/main/store/legacy/finalize-migration.ts';
import { rollbackMigration } from '../../../../../src/main/store/legacy/rollback-migration.ts';
import { LATER, type LegacyFolder, legacyFolder, ODD, OLDEST, PORTS, sha } from './legacy-fixture.ts';

let place: LegacyFolder;
beforeEach(() => {
  place = legacyFolder();
});
afterEach(() => place.remove());

const rows = (file: string, sql: string) => place.use(file, (db) => db.prepare(sql).all());
const column = (file: string, sql: string) => place.use(file, (db) => db.prepare(sql).pluck().all());
const columnsOf = (file: string, table: string) => column(file, `SELECT name FROM pragma_table_info('${table}')`);
const back = (file: string) => rollbackMigration(file, { discardNewRows: false }, PORTS);

async function migrated(sql: string | readonly string[]): Promise<string> {
  const file = place.make(sql);
  await applyMigration(file, PORTS);
  return file;
}

/** The later shape without what stands against finalizing it. */
const MENDED = `${LATER}; DROP VIEW failed; DROP TRIGGER touch; DROP TRIGGER log_patch; DELETE FROM events WHERE run_id = 'run-gone';`;

describe('the oldest shape', () => {
  test('loses its old ids; keys, references and indexes are those of ULIDs', async () => {
    const file = await migrated(OLDEST);
    const before = rows(
      file,
      'SELECT attempt_ulid, run_ulid, workstream_ulid, number, status FROM attempts ORDER BY attempt_id',
    );
    const report = await finalizeMigration(file, PORTS);
    expect(report).toMatchObject({ ok: true, changed: true, state: 'finalized', backup: `${file}.before-finalize` });
    expect(columnsOf(file, 'runs')).toEqual(['status', 'created_at', 'run_ulid']);
    expect(columnsOf(file, 'attempts')).toEqual([
      'number',
      'status',
      'started_at',
      'attempt_ulid',
      'run_ulid',
      'workstream_ulid',
    ]);
    expect(
      rows(file, 'SELECT attempt_ulid, run_ulid, workstream_ulid, number, status FROM attempts ORDER BY attempt_ulid'),
    ).toEqual(before);
    expect(column(file, `SELECT name FROM pragma_table_info('runs') WHERE pk = 1`)).toEqual(['run_ulid']);
    expect(rows(file, `SELECT "table", "from", "to" FROM pragma_foreign_key_list('attempts') ORDER BY "from"`)).toEqual(
      [
        { table: 'runs', from: 'run_ulid', to: 'run_ulid' },
        { table: 'workstreams', from: 'workstream_ulid', to: 'workstream_ulid' },
      ],
    );
    expect(column(file, `SELECT name FROM pragma_index_info('attempts_by_run')`)).toEqual(['run_ulid', 'number']);
    place.use(file, (db) => {
      db.pragma('foreign_keys = ON');
      expect(() => db.exec(`INSERT INTO attempts (attempt_ulid, run_ulid) VALUES ('x', 'none')`)).toThrow(
        /FOREIGN KEY/,
      );
      expect(() => db.exec(`INSERT INTO runs (status) VALUES ('x')`)).toThrow(/NOT NULL/);
    });
  });

  test('events of runs name their run by ULID afterwards', async () => {
    const file = await migrated(OLDEST);
    place.use(file, (db) => db.exec(`INSERT INTO run_events VALUES ('e1', '7', 'NOTE', 'now', NULL, NULL)`));
    await finalizeMigration(file, PORTS);
    const joined = 'SELECT count(*) FROM run_events e JOIN runs r ON r.run_ulid = e.run_id';
    expect(column(file, joined)).toEqual([1]);
    expect(rows(file, `SELECT "from", "to" FROM pragma_foreign_key_list('run_events')`)).toEqual([
      { from: 'run_id', to: 'run_ulid' },
    ]);
  });

  test('which old id a ULID stood for is still known', async () => {
    const file = await migrated(OLDEST);
    await finalizeMigration(file, PORTS);
    const known = `SELECT count(*) FROM patchbay_legacy_ids i JOIN runs r ON r.run_ulid = i.ulid WHERE i.role = 'run' AND i.old_id = '7' AND r.status = 'running'`;
    expect(column(file, known)).toEqual([1]);
  });

  test('goes back one step at a time, byte for byte', async () => {
    const file = place.make(OLDEST);
    const old = sha(file);
    await applyMigration(file, PORTS);
    const half = sha(file);
    await finalizeMigration(file, PORTS);
    expect(await back(file)).toMatchObject({ state: 'migrated', changed: true });
    expect(sha(file)).toBe(half);
    expect(await back(file)).toMatchObject({ state: 'old', changed: true });
    expect(sha(file)).toBe(old);
  });

  test('a second time changes nothing, and so does an apply', async () => {
    const file = await migrated(OLDEST);
    await finalizeMigration(file, PORTS);
    const before = sha(file);
    expect(await finalizeMigration(file, PORTS)).toMatchObject({ ok: true, changed: false, state: 'finalized' });
    expect(await applyMigration(file, PORTS)).toMatchObject({ ok: true, changed: false, state: 'finalized' });
    expect(sha(file)).toBe(before);
  });
});

test('the later shape: logs keep their numbers, text keys go, other tables stay', async () => {
  const file = await migrated(MENDED);
  const old = rows(file, 'SELECT * FROM bookmarks').concat(rows(file, 'SELECT * FROM settings'));
  await finalizeMigration(file, PORTS);
  expect(columnsOf(file, 'events')).toEqual([
    'id',
    'timestamp',
    'event_type',
    'payload_json',
    'event_ulid',
    'run_ulid',
    'workstream_ulid',
  ]);
  expect(columnsOf(file, 'runs')).toEqual(['status', 'created_at', 'updated_at', 'run_ulid', 'parent_run_ulid']);
  expect(rows(file, 'SELECT * FROM bookmarks').concat(rows(file, 'SELECT * FROM settings'))).toEqual(old);
  expect(column(file, 'PRAGMA foreign_key_check')).toEqual([]);
});

test('odd tables: no row numbers, keys beyond 2^53, generated columns', async () => {
  const file = await migrated(ODD.replace(", made TEXT GENERATED ALWAYS AS (id || '!') VIRTUAL", ''));
  await finalizeMigration(file, PORTS);
  expect(columnsOf(file, 'workstreams')).toEqual(['or"der', 'workstream_ulid', 'run_ulid']);
  expect(column(file, `SELECT count(*) FROM workstreams JOIN runs USING (run_ulid)`)).toEqual([2]);
  expect(column(file, `SELECT sql LIKE '%WITHOUT ROWID' FROM sqlite_schema WHERE name = 'workstreams'`)).toEqual([1]);
});

test('composite keys, actions and constraints are those of ULIDs', async () => {
  const file = await migrated(`
    CREATE TABLE runs (run_id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE DEFAULT 'x, (y)' CHECK (length(name) < 99)); -- a, comment (
    CREATE TABLE workstreams (ws_id TEXT, run_id INT NOT NULL, n INT /* , */, CONSTRAINT pk PRIMARY KEY (run_id, ws_id),
      FOREIGN KEY (run_id) REFERENCES runs (run_id) ON DELETE CASCADE ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED, UNIQUE (n, run_id));
    CREATE TABLE attempts (id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INT UNIQUE REFERENCES runs ON DELETE SET NULL, [the note] TEXT);
    INSERT INTO runs VALUES (1, 'a'), (2, 'B'); INSERT INTO workstreams VALUES ('w1', 1, 1), ('w2', 2, 1); INSERT INTO attempts VALUES (5, 1, 'é')`);
  await finalizeMigration(file, PORTS);
  place.use(file, (db) => {
    db.pragma('foreign_keys = ON');
    expect(() => db.exec(`INSERT INTO workstreams SELECT n, 'u', run_ulid FROM workstreams`)).toThrow(/UNIQUE/);
    db.exec(`DELETE FROM runs WHERE name = 'A'`);
  });
  expect(rows(file, 'SELECT n FROM workstreams')).toEqual([{ n: 1 }]);
  expect(rows(file, 'SELECT run_ulid, "the note" FROM attempts')).toEqual([{ run_ulid: null, 'the note': 'é' }]);
  expect(column(file, `SELECT name FROM pragma_table_info('workstreams') WHERE pk > 0 ORDER BY pk`)).toEqual([
    'run_ulid',
    'workstream_ulid',
  ]);
});

test('a number and a name for the same row: both go, both are known, references by either are ULIDs', async () => {
  const file = await migrated(`
    CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT UNIQUE NOT NULL, note TEXT);
    CREATE TABLE attempts (id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs (id), n INT);
    CREATE TABLE events (id INTEGER PRIMARY KEY, run_id TEXT, what TEXT);
    INSERT INTO runs VALUES (4, 'run-x', 'a'), (5, 'run-w', 'b'); INSERT INTO attempts VALUES (1, 5, 1); INSERT INTO events VALUES (1, 'run-x', 'y')`);
  const known = rows(file, `SELECT old_id FROM patchbay_legacy_ids WHERE role = 'run' ORDER BY old_id`);
  expect(known).toEqual([{ old_id: '4' }, { old_id: '5' }, { old_id: 'run-w' }, { old_id: 'run-x' }]);
  await finalizeMigration(file, PORTS);
  expect(columnsOf(file, 'runs')).toEqual(['note', 'run_ulid']);
  expect(column(file, 'SELECT note FROM attempts JOIN runs USING (run_ulid)')).toEqual(['b']);
  expect(column(file, 'SELECT note FROM events JOIN runs USING (run_ulid)')).toEqual(['a']);
});

test('what stays in a table is written as it was: operators, numbers, bytes, comments', async () => {
  const odd = `n INT DEFAULT -1 CHECK (n<=99 AND n<>7 AND n >= -1e5), b BLOB DEFAULT x'00ff', j TEXT CHECK (j->>'$.a' IS NULL OR 'a'||j!='--b')`;
  const file = await migrated([
    OLDEST,
    `CREATE TABLE extra (run_id INT NOT NULL REFERENCES runs /* why */ ON DELETE SET DEFAULT, ${odd}, "c d" /* x */ TEXT)`,
    'INSERT INTO extra (run_id) VALUES (7)',
  ]);
  await finalizeMigration(file, PORTS);
  expect(String(column(file, `SELECT sql FROM sqlite_schema WHERE name = 'extra'`)[0])).toContain(odd.split(', ')[0]);
  expect(rows(file, 'SELECT n, hex(b) AS b, length(run_ulid) AS u FROM extra')).toEqual([{ n: -1, b: '00FF', u: 26 }]);
  place.use(file, (db) => {
    db.pragma('foreign_keys = OFF');
    expect(() => db.exec(`INSERT INTO extra (run_ulid, n) VALUES ('x', 100)`)).toThrow(/CHECK/);
    expect(() => db.exec(`INSERT INTO extra (run_ulid, j) VALUES ('x', '{"a":1,')`)).toThrow();
  });
});

describe('refused, with the whole list and nothing changed', () => {
  const refusal = async (file: string, message: RegExp) => {
    const before = sha(file);
    const names = place.names().filter((name) => !name.includes('before-finalize'));
    const error = await finalizeMigration(file, PORTS).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'E_LEGACY', message: expect.stringMatching(message) });
    expect(sha(file)).toBe(before);
    expect(place.names().filter((name) => !name.includes('before-finalize'))).toEqual(names);
    return error;
  };

  test('what is not migrated', () => refusal(place.make(OLDEST), /not migrated/));
  test('references that lead nowhere', async () =>
    refusal(
      await migrated(LATER.replace('CREATE VIEW failed', 'CREATE VIEW fine AS SELECT 1; CREATE VIEW other')),
      /events.run_id: 1 rows refer/,
    ));
  test('rows that came since', async () => {
    const file = await migrated(OLDEST);
    place.use(file, (db) => db.exec(`INSERT INTO runs (status) VALUES ('new')`));
    await refusal(file, /runs: 1 rows have no ULID/);
  });
  test('views and triggers that name old ids, each of them', async () => {
    const file = await migrated([
      OLDEST,
      'CREATE VIEW open AS SELECT run_id FROM runs',
      'CREATE VIEW fine AS SELECT status FROM runs',
      'CREATE TRIGGER watch AFTER UPDATE OF status ON attempts BEGIN UPDATE runs SET status = NEW.status WHERE run_id = NEW.run_id; END',
    ]);
    const error = await refusal(file, /view open would break/);
    const problems: unknown = Reflect.get(Object(Reflect.get(Object(error), 'values')), 'problems');
    expect(JSON.stringify(problems)).toMatch(/view open.*triggers of attempts/);
    expect(JSON.stringify(problems)).not.toMatch(/view fine/);
  });
  test('a CHECK, a computed index, a generated column that name old ids', async () => {
    const file = await migrated([
      OLDEST,
      'CREATE TABLE other (run_id INT DEFAULT 1 REFERENCES runs)',
      'CREATE TABLE extra (run_id INT REFERENCES runs, n INT, m INT AS (run_id + 1), CHECK (n > run_id))',
      'CREATE INDEX half ON extra (run_id) WHERE run_id > 5',
    ]);
    await refusal(file, /extra.m is defined with run_id/);
  });
});
