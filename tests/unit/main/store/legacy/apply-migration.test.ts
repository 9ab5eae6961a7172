// Migrating old pipeline databases: ULIDs everywhere, nothing old changed, nothing done twice.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyMigration } from '../../../../../src/main/store/legacy/apply-migration.ts';
import { BRIEF_TABLES } from '../../../../../src/main/store/legacy/brief-tables.ts';
import { refuseFullDisk } from '../../../../../src/main/store/legacy/legacy-file.ts';
import { LATER, type LegacyFolder, legacyFolder, NOW, ODD, OLDEST, PARTLY, PORTS, sha } from './legacy-fixture.ts';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
let place: LegacyFolder;
beforeEach(() => {
  place = legacyFolder();
});
afterEach(() => place.remove());

const rows = (file: string, sql: string) => place.use(file, (db) => db.prepare(sql).all());
const column = (file: string, sql: string) => place.use(file, (db) => db.prepare(sql).pluck().all());
const columnsOf = (file: string, table: string) => column(file, `SELECT name FROM pragma_table_info('${table}')`);

describe('the oldest shape', () => {
  test('runs, workstreams and attempts get exactly the columns of the plan, and so does every reference', async () => {
    const file = place.make(OLDEST);
    const report = await applyMigration(file, PORTS);
    expect(report).toMatchObject({ ok: true, changed: true, state: 'migrated', rows: 11, problems: [] });
    expect(columnsOf(file, 'runs').at(-1)).toBe('run_ulid');
    expect(columnsOf(file, 'workstreams').slice(-2).sort()).toEqual(['run_ulid', 'workstream_ulid']);
    expect(columnsOf(file, 'attempts').slice(-3).sort()).toEqual(['attempt_ulid', 'run_ulid', 'workstream_ulid']);
    const joined = rows(
      file,
      `SELECT count(*) AS n, sum(a.run_ulid = r.run_ulid) AS run, sum(a.workstream_ulid = w.workstream_ulid) AS ws
       FROM attempts a JOIN runs r ON r.run_id = a.run_id JOIN workstreams w ON w.workstream_id = a.workstream_id`,
    );
    expect(joined).toEqual([{ n: 4, run: 4, ws: 4 }]);
  });

  test('the new tables have every column of the plan', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    for (const { name, columns } of BRIEF_TABLES) expect(columnsOf(file, name)).toEqual(columns);
    expect(BRIEF_TABLES.map(({ columns }) => columns.length)).toEqual([14, 27, 6]);
    place.use(file, (db) => {
      db.pragma('foreign_keys = ON');
      db.exec(`INSERT INTO run_events VALUES ('01JGJ4M0Z8QWERTYVPASDFGH77', '7', 'NOTE', 'now', NULL, NULL)`);
      expect(() => db.exec(`INSERT INTO run_events VALUES ('x', '8', 'NOTE', 'now', NULL, NULL)`)).toThrow(
        /FOREIGN KEY/,
      );
    });
  });

  test('ULIDs follow the order of the old ids, and have the time of the row where it fits that order', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    const ulids = column(file, 'SELECT run_ulid FROM runs ORDER BY run_id').map(String);
    for (const ulid of ulids) expect(ulid).toMatch(ULID);
    expect([...ulids].sort()).toEqual(ulids);
    expect(ulids.map(timeOf)).toEqual([
      Date.parse('2025-01-02T03:04:05Z'),
      ...Array(3).fill(Date.parse('2025-01-02T03:04:05.250Z')),
    ]);
  });

  test('the same database gets the same ULIDs again, another one gets others', async () => {
    const files = ['a.db', 'b.db'].map((name) => place.make(OLDEST, name));
    const other = place.make([OLDEST, `UPDATE runs SET status = 'x'`], 'c.db');
    for (const file of [...files, other]) await applyMigration(file, PORTS);
    const [a, b, c] = [...files, other].map((file) => column(file, 'SELECT run_ulid FROM runs').join());
    expect(a).toBe(b);
    expect(c).not.toBe(a);
  });

  test('a table keeps which ULID stands for which old id', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    const kept = column(file, `SELECT ulid FROM patchbay_legacy_ids WHERE role = 'run' AND old_id = '30'`);
    expect(kept).toEqual(column(file, 'SELECT run_ulid FROM runs WHERE run_id = 30'));
  });

  test('the backup lies beside it and is the old file byte for byte', async () => {
    const file = place.make(OLDEST);
    const before = sha(file);
    const { backup } = await applyMigration(file, PORTS);
    expect(backup).toBe(`${file}.before-migration`);
    expect(sha(`${file}.before-migration`)).toBe(before);
    expect(place.names()).toEqual(['pipeline state.db', 'pipeline state.db.before-migration']);
  });

  test('a second time changes no byte and says so', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    const before = sha(file);
    const again = await applyMigration(file, PORTS);
    expect(again).toMatchObject({ ok: true, changed: false, state: 'migrated', backup: `${file}.before-migration` });
    expect(sha(file)).toBe(before);
    expect(place.names()).toHaveLength(2);
  });

  test('rows that the old program has added since get their ULIDs the next time, all others keep theirs', async () => {
    const file = place.make(OLDEST);
    await applyMigration(file, PORTS);
    const before = rows(file, 'SELECT run_id, run_ulid FROM runs');
    place.use(file, (db) => {
      db.exec(`INSERT INTO runs (status) VALUES ('new'); INSERT INTO attempts (run_id, number) VALUES (42, 1)`);
    });
    const again = await applyMigration(file, PORTS);
    expect(again).toMatchObject({ changed: true, backup: `${file}.before-migration-2` });
    expect(rows(file, 'SELECT run_id, run_ulid FROM runs WHERE run_id < 42')).toEqual(before);
    expect(
      rows(
        file,
        `SELECT a.run_ulid = r.run_ulid AS same, length(attempt_ulid) AS n FROM attempts a JOIN runs r USING (run_id) WHERE r.run_id = 42`,
      ),
    ).toEqual([{ same: 1, n: 26 }]);
  });
});

describe('the later shape', () => {
  test('finds references by name, keeps those that lead nowhere, and leaves alone what is none of its business', async () => {
    const file = place.make(LATER);
    const old = rows(file, 'SELECT * FROM bookmarks').concat(rows(file, 'SELECT * FROM settings'));
    const report = await applyMigration(file, PORTS);
    expect(columnsOf(file, 'bookmarks')).toEqual(['run_id', 'url']);
    expect(rows(file, 'SELECT * FROM bookmarks').concat(rows(file, 'SELECT * FROM settings'))).toEqual(old);
    expect(columnsOf(file, 'step_attempts').slice(-3).sort()).toEqual(['attempt_ulid', 'run_ulid', 'workstream_ulid']);
    expect(columnsOf(file, 'runs').slice(-2).sort()).toEqual(['parent_run_ulid', 'run_ulid']);
    expect(rows(file, `SELECT e.run_ulid IS NULL AS none, e.run_id FROM events e WHERE e.run_id = 'run-gone'`)).toEqual(
      [{ none: 1, run_id: 'run-gone' }],
    );
    expect(report.problems.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      'warning /patches',
      'warning /events/run_id',
    ]);
    const parent = `SELECT a.parent_run_ulid = b.run_ulid FROM runs a JOIN runs b ON a.parent_run_id = b.run_id`;
    expect(column(file, parent)).toEqual([1]);
  });

  test('a table in the way keeps its rows, views and triggers under another name', async () => {
    const file = place.make(LATER);
    const report = await applyMigration(file, PORTS);
    expect(report.renamed).toEqual([{ from: 'patches', to: 'legacy_patches' }]);
    expect(rows(file, 'SELECT id, step_attempt_id, diff_hash FROM legacy_patches')).toEqual([
      { id: 9, step_attempt_id: 1, diff_hash: 'abc' },
    ]);
    expect(rows(file, 'SELECT * FROM failed')).toEqual([{ run_id: 'run-b', n: 1 }]);
    place.use(file, (db) => db.exec(`INSERT INTO legacy_patches (run_id) VALUES ('run-a')`));
    expect(column(file, `SELECT count(*) FROM events WHERE event_type = 'patch'`)).toEqual([1]);
  });

  test('no trigger fires while ULIDs are written, and all are there afterwards', async () => {
    const file = place.make(LATER);
    const before = rows(file, `SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`);
    await applyMigration(file, PORTS);
    expect(column(file, 'SELECT DISTINCT updated_at FROM runs')).toEqual(['never']);
    expect(rows(file, `SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`)).toEqual(before);
  });

  test('ids that are text are ordered as they were inserted', async () => {
    const file = place.make(LATER);
    await applyMigration(file, PORTS);
    expect(column(file, 'SELECT run_id FROM runs ORDER BY run_ulid')).toEqual(['run-b', 'run-a']);
  });
});

test('what was begun is completed: ULIDs that are there stay', async () => {
  const file = place.make(PARTLY);
  await applyMigration(file, PORTS);
  expect(column(file, 'SELECT run_ulid FROM runs WHERE run_id = 7')).toEqual(['01JGJ4M0Z8QWERTYVPASDFGH77']);
  expect(column(file, 'SELECT run_ulid FROM workstreams WHERE run_id = 7')).toEqual(['01JGJ4M0Z8QWERTYVPASDFGH77']);
  expect(column(file, 'SELECT count(*) FROM runs WHERE run_ulid IS NULL')).toEqual([0]);
});

test('odd tables: no row numbers, hidden ones, keys beyond 2^53, names with quotes, no times', async () => {
  const file = place.make(ODD);
  const report = await applyMigration(file, PORTS);
  expect(report.ok).toBe(true);
  const ulids = column(file, 'SELECT run_ulid FROM runs ORDER BY id').map(String);
  expect(new Set(ulids).size).toBe(3);
  expect([...ulids].sort()).toEqual(ulids);
  const joined = 'SELECT count(*) FROM attempts a JOIN runs r ON r.id = a.run_id AND r.run_ulid = a.run_ulid';
  expect(column(file, joined)).toEqual([2]);
  expect(
    column(file, 'SELECT count(*) FROM workstreams w JOIN runs r ON r.id = w.run AND r.run_ulid = w.run_ulid'),
  ).toEqual([2]);
  expect(column(file, 'SELECT count(*) FROM attempts WHERE attempt_ulid IS NULL')).toEqual([0]);
});

test('more rows than one batch: every row has its ULID, in the order of the numbers', async () => {
  const file = place.make([
    OLDEST,
    'CREATE TABLE events (id INTEGER PRIMARY KEY, run_id INTEGER, at TEXT, ulid TEXT)',
    'INSERT INTO events WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 21000) SELECT i * 3, 1 + i % 2, NULL, NULL FROM n',
  ]);
  await applyMigration(file, PORTS);
  const wrong = `SELECT count(*) FROM (SELECT event_ulid AS u, lag(event_ulid) OVER (ORDER BY id) AS before FROM events) WHERE u IS NULL OR u <= before`;
  expect(column(file, wrong)).toEqual([0]);
  expect(
    column(file, 'SELECT count(*) FROM events e JOIN runs r USING (run_id) WHERE r.run_ulid = e.run_ulid'),
  ).toEqual([21000]);
});

test('ids that are ULIDs already stay what they are', async () => {
  const file = place.make(
    `CREATE TABLE runs (run_id TEXT PRIMARY KEY); INSERT INTO runs VALUES ('01JGJ4M0Z8QWERTYVPASDFGH77')`,
  );
  await applyMigration(file, PORTS);
  expect(column(file, 'SELECT run_ulid FROM runs')).toEqual(['01JGJ4M0Z8QWERTYVPASDFGH77']);
});

test('a database with a write-ahead log stays one, with nothing left beside it', async () => {
  const file = place.make(['PRAGMA journal_mode = WAL', OLDEST]);
  const before = sha(file);
  await applyMigration(file, PORTS);
  expect(place.names()).toEqual(['pipeline state.db', 'pipeline state.db.before-migration']);
  expect(place.use(file, (db) => db.pragma('journal_mode', { simple: true }))).toBe('wal');
  expect(sha(`${file}.before-migration`)).toBe(before);
});

test('a database that a reader has open with a log beside it is migrated with what the log holds', async () => {
  const file = place.make(['PRAGMA journal_mode = WAL', OLDEST]);
  const reader = new Database(file);
  reader.exec(`INSERT INTO runs (run_id, status) VALUES (50, 'in the log')`);
  await applyMigration(file, PORTS);
  expect(reader.prepare('SELECT length(run_ulid) FROM runs WHERE run_id = 50').pluck().get()).toBe(26);
  reader.close();
  expect(rows(`${file}.before-migration`, 'SELECT status FROM runs WHERE run_id = 50')).toEqual([
    { status: 'in the log' },
  ]);
});

describe('refused, with nothing changed', () => {
  const refusal = async (file: string, message: RegExp) => {
    const before = sha(file);
    const error = await applyMigration(file, PORTS).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: expect.stringMatching(/^E_/), message: expect.stringMatching(message) });
    expect(sha(file)).toBe(before);
  };
  const bytes = (content: string | Uint8Array) => {
    const file = place.make('', 'x.db');
    writeFileSync(file, content);
    return file;
  };

  test('a missing file, a folder', async () => {
    await expect(applyMigration(`${place.folder}/none.db`, PORTS)).rejects.toMatchObject({ code: 'E_FILE_UNREADABLE' });
    await expect(applyMigration(place.folder, PORTS)).rejects.toMatchObject({ code: 'E_FILE_UNREADABLE' });
  });
  test('an empty file', () => refusal(bytes(''), /empty/));
  test('garbage or an encrypted database', () => refusal(bytes('k'.repeat(8192)), /no SQLite database/));
  test('a ledger of Patchbay', () =>
    refusal(place.make([OLDEST, 'PRAGMA application_id = 0x50424C44']), /ledger of Patchbay/));
  test('a database of something else', () => refusal(place.make('CREATE TABLE a (b)'), /no table runs.*found a/));
  test('no tables at all', () => refusal(place.make('PRAGMA user_version = 3'), /no table runs/));
  test('ids that are not unique', () =>
    refusal(
      place.make('CREATE TABLE runs (run_id INT); INSERT INTO runs VALUES (4), (4)'),
      /runs: .*run_id more than once.* 4/,
    ));
  test('ULIDs that are none', () =>
    refusal(
      place.make(`${PARTLY}; UPDATE runs SET run_ulid = 'DET0000000000000000000001' WHERE run_id = 1`),
      /runs.run_ulid: .*no ULIDs.*DET/,
    ));
  test('references that contradict what they refer to', () =>
    refusal(
      place.make(`${PARTLY}; UPDATE attempts SET run_ulid = '01JGJ4M0Z8QWERTYVPASDFGH79' WHERE attempt_id = 4`),
      /attempts.run_ulid: 1 rows name another/,
    ));
  test('a view in the place of a new table', () =>
    refusal(place.make([OLDEST, 'CREATE VIEW run_events AS SELECT 1']), /run_events: .*view/));
  test('a trigger that counts columns', () =>
    refusal(
      place.make([
        OLDEST,
        'CREATE TABLE gone (a, b, c)',
        'CREATE TRIGGER keep BEFORE DELETE ON runs BEGIN INSERT INTO gone SELECT * FROM runs WHERE run_id = OLD.run_id; END',
      ]),
      /triggers of runs would break/,
    ));
  test('a damaged page', () => {
    const file = place.make([
      OLDEST,
      `CREATE TABLE big AS SELECT randomblob(3000) AS b FROM runs, runs AS r, runs AS s`,
    ]);
    const content = readFileSync(file);
    content.fill(0x5a, content.length - 4096, content.length - 2048);
    writeFileSync(file, content);
    return refusal(file, /damaged/);
  });
  test('a write-protected file', () => {
    const file = place.make(OLDEST);
    chmodSync(file, 0o444);
    return refusal(file, /write-protected/);
  });
  test('too little disk', () => {
    const file = place.make(OLDEST);
    expect(() => refuseFullDisk(file, Number.MAX_SAFE_INTEGER)).toThrow(/too little space.*free.*needed/);
  });
  test('another writer', async () => {
    const file = place.make(OLDEST);
    const writer = new Database(file);
    writer.exec('BEGIN IMMEDIATE');
    await expect(applyMigration(file, PORTS)).rejects.toMatchObject({ code: 'E_LEGACY_BUSY' });
    writer.close();
  }, 20_000);
});

function timeOf(ulid: string): number {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return [...ulid.slice(0, 10)].reduce((sum, letter) => sum * 32 + letters.indexOf(letter), 0);
}

test('a table without any time takes that of the first run, or of now', async () => {
  const file = place.make('CREATE TABLE runs (id INTEGER PRIMARY KEY); INSERT INTO runs VALUES (1), (2)');
  await applyMigration(file, PORTS);
  expect(column(file, 'SELECT run_ulid FROM runs').map(String).map(timeOf)).toEqual([NOW, NOW]);
});
