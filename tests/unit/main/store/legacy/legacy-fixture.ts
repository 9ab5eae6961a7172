// Databases of old pipelines in several shapes, in a folder of their own.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { MigrationPorts } from '../../../../../src/main/store/legacy/apply-migration.ts';

export const NOW = Date.parse('2026-11-25T12:00:00Z');
export const PORTS: MigrationPorts = { faults: { at: () => {} }, nowMs: () => NOW, progress: () => {} };

export interface LegacyFolder {
  readonly folder: string;
  /** Makes a database and gives its path. */
  make(sql: string | readonly string[], name?: string): string;
  /** Reads or writes with a plain connection, as the old program would. */
  use<T>(file: string, work: (db: Database.Database) => T): T;
  names(): readonly string[];
  discard(name: string): void;
  remove(): void;
}

export function legacyFolder(): LegacyFolder {
  const parent = mkdtempSync(join(tmpdir(), 'patchbay-legacy-'));
  const folder = join(parent, 'Ärger mit dem Pfad #1');
  mkdirSync(folder);
  const use: LegacyFolder['use'] = (file, work) => {
    const db = new Database(file);
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  return {
    folder,
    make: (sql, name = 'pipeline state.db') => {
      const file = join(folder, name);
      use(file, (db) => {
        for (const statement of typeof sql === 'string' ? [sql] : sql) db.exec(statement);
      });
      return file;
    },
    use,
    names: () => readdirSync(folder).sort(),
    discard: (name) => rmSync(join(folder, name)),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

export function sha(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The oldest: integers, declared foreign keys, an odd creation time. */
export const OLDEST = `
CREATE TABLE runs (run_id INTEGER PRIMARY KEY AUTOINCREMENT, status TEXT NOT NULL, created_at TEXT);
CREATE TABLE workstreams (workstream_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs(run_id), name TEXT, status TEXT);
CREATE TABLE attempts (attempt_id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs(run_id),
  workstream_id INTEGER REFERENCES workstreams(workstream_id), number INTEGER, status TEXT, started_at TEXT);
CREATE INDEX attempts_by_run ON attempts (run_id, number);
INSERT INTO runs VALUES (1, 'completed', '2025-01-02 03:04:05'), (2, 'FAILED', '2025-01-02T03:04:05.250000+00:00Z'),
  (7, 'running', '2025-01-01 00:00:00'), (30, 'running', NULL);
INSERT INTO workstreams VALUES (1, 1, 'docs', 'done'), (2, 1, 'core', 'done'), (3, 7, 'core', 'open');
INSERT INTO attempts VALUES (1, 1, 1, 1, 'ok', '2025-01-02 03:05:00'), (2, 1, 2, 1, 'error', '2025-01-02 03:06:00'),
  (3, 1, 2, 2, 'ok', '2025-01-02 03:07:00'), (4, 7, 3, 1, 'running', NULL);
DELETE FROM sqlite_sequence; INSERT INTO sqlite_sequence VALUES ('runs', 41);
`;

/** The later one: text run ids, \`ws_id\`, step attempts, logs, patches of its own, nothing declared; a table of somebody else. */
export const LATER = `
CREATE TABLE runs (run_id TEXT PRIMARY KEY, status TEXT, created_at TEXT, updated_at TEXT, parent_run_id TEXT);
CREATE TABLE workstreams (ws_id TEXT PRIMARY KEY, run_id TEXT, status TEXT, depends_on TEXT);
CREATE TABLE step_attempts (id INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT, ws_id TEXT, step_name TEXT, status TEXT, started_at TEXT, completed_at TEXT);
CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TEXT, run_id TEXT, ws_id TEXT, event_type TEXT, payload_json TEXT);
CREATE TABLE errors (id INTEGER PRIMARY KEY, run_id TEXT, ws_id TEXT, error_code TEXT, count INTEGER, first_seen_at TEXT);
CREATE TABLE patches (id INTEGER PRIMARY KEY, run_id TEXT, ws_id TEXT, step_attempt_id INTEGER, patch_file TEXT, diff_hash TEXT, created_at TEXT);
CREATE TABLE bookmarks (run_id TEXT, url TEXT);
CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE VIEW failed AS SELECT r.run_id, count(*) AS n FROM runs r JOIN patches p ON p.run_id = r.run_id GROUP BY 1;
CREATE TRIGGER touch AFTER UPDATE ON runs BEGIN UPDATE runs SET updated_at = 'touched' WHERE run_id = NEW.run_id; END;
CREATE TRIGGER log_patch AFTER INSERT ON patches BEGIN INSERT INTO events (run_id, event_type) VALUES (NEW.run_id, 'patch'); END;
INSERT INTO runs VALUES ('run-b', 'completed', '1735787045', 'never', NULL), ('run-a', 'failed', '1735787046123', 'never', 'run-b');
INSERT INTO workstreams VALUES ('ws-1', 'run-b', 'done', NULL), ('ws-2', 'run-a', 'failed', 'ws-1');
INSERT INTO step_attempts VALUES (1, 'run-b', 'ws-1', 'EDIT', 'ok', '2025-01-02T03:04:05Z', NULL), (2, 'run-a', 'ws-2', 'EDIT', 'error', NULL, NULL);
INSERT INTO events VALUES (1, '2025-01-02T03:04:05Z', 'run-b', 'ws-1', 'STEP_STARTED', '{"a":1}'), (2, NULL, NULL, NULL, 'WORKER_SPAWNED', NULL), (3, NULL, 'run-gone', NULL, 'NOTE', NULL);
INSERT INTO errors VALUES (1, 'run-a', 'ws-2', 'E1', 3, '2025-01-02T03:04:05Z');
INSERT INTO patches VALUES (9, 'run-b', 'ws-1', 1, '.ledger/patches/9.patch', 'abc', '2025-01-02T03:04:05Z');
INSERT INTO bookmarks VALUES ('elsewhere-1', 'https://example.org');
INSERT INTO settings VALUES ('key', x'00ff'), ('größe', 'ü');
DELETE FROM events WHERE event_type = 'patch';
`;

/** Somebody had begun: ULID columns are there, some are empty. */
export const PARTLY = `${OLDEST}
ALTER TABLE runs ADD COLUMN run_ulid TEXT;
ALTER TABLE attempts ADD COLUMN attempt_ulid TEXT;
ALTER TABLE attempts ADD COLUMN run_ulid TEXT;
UPDATE runs SET run_ulid = '01JGJ4M0Z8QWERTYVPASDFGH77' WHERE run_id = 7;
UPDATE attempts SET run_ulid = '01JGJ4M0Z8QWERTYVPASDFGH77', attempt_ulid = '01JGJ4M0Z8QWERTYVPASDFGH78' WHERE attempt_id = 4;
`;

/** Odd ways to store the same: a table without row numbers, \`id\` as key, a number beyond 2^53, a name with quotes. */
export const ODD = `
CREATE TABLE "Runs" (id INTEGER PRIMARY KEY, "state ""x""" TEXT, ts REAL);
CREATE TABLE workstreams (id TEXT NOT NULL PRIMARY KEY, run INTEGER REFERENCES runs(id), "or""der" INTEGER) WITHOUT ROWID;
CREATE TABLE attempts (rowid TEXT, id INTEGER UNIQUE, workstream_id TEXT, run_id INTEGER, made TEXT GENERATED ALWAYS AS (id || '!') VIRTUAL) STRICT;
INSERT INTO "Runs" VALUES (-5, 'a', 1735787045.25), (9007199254740993, 'b', 1735787045), (9007199254740995, 'c', 3);
INSERT INTO workstreams VALUES ('b', -5, 1), ('a', 9007199254740993, 2);
INSERT INTO attempts VALUES ('x', 2, 'a', 9007199254740993), ('y', 1, 'b', -5), ('z', NULL, NULL, NULL);
`;
