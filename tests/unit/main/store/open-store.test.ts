// Opening a ledger: new, known, older, newer, damaged, foreign, or for reading only.
import { cpSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS_DIR } from '../../../../build/dump-ledger.ts';
import { backupName } from '../../../../src/main/store/migrate.ts';
import { readMigrations } from '../../../../src/main/store/migrations.ts';
import { commitOf, type Ledger, ledgerFolder, noted, notes, RUN, runRow, wholeCommit } from './ledger-fixture.ts';

let ledger: Ledger;
const NEWEST = readMigrations(MIGRATIONS_DIR).length;
const DIFF = new TextEncoder().encode('diff --git a/x b/x\n');
beforeEach(() => {
  ledger = ledgerFolder();
});
afterEach(() => ledger.remove());

function fill(): void {
  const store = ledger.open();
  store.commit(wholeCommit(DIFF));
  store.close();
}

function onFile<T>(use: (db: Database.Database) => T): T {
  const db = new Database(ledger.file);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

/** A folder with the real migrations and one more. */
function laterMigrations(sql: string): string {
  const dir = join(ledger.dir, 'migrations');
  cpSync(MIGRATIONS_DIR, dir, { recursive: true });
  writeFileSync(join(dir, `${String(NEWEST + 1).padStart(4, '0')}-later.sql`), sql);
  return dir;
}

test('a new ledger is made with its folder, in WAL mode, with no backup beside it', () => {
  expect(ledger.open().runRows()).toEqual([]);
  expect(onFile((db) => db.pragma('journal_mode', { simple: true }))).toBe('wal');
  expect(existsSync(backupName(ledger.file, 0))).toBe(false);
});

test('a migration leaves a whole copy of the older ledger first', () => {
  fill();
  const store = ledger.open({ migrationsDir: laterMigrations('ALTER TABLE runs ADD COLUMN mood TEXT;') });
  expect(store.runRows()).toEqual([{ ...runRow(), mood: null }]);
  const copy = new Database(backupName(ledger.file, NEWEST), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(NEWEST);
  expect(copy.prepare('SELECT count(*) FROM run_events').pluck().get()).toBe(3);
  copy.close();
  expect(existsSync(`${backupName(ledger.file, NEWEST)}.partial`)).toBe(false);
});

test('a migration that fails leaves the ledger as it was', () => {
  fill();
  const migrationsDir = laterMigrations('ALTER TABLE runs ADD COLUMN mood TEXT; INSERT INTO nowhere VALUES (1);');
  expect(() => ledger.open({ migrationsDir })).toThrow(/nowhere/);
  expect(ledger.open().checkChain()).toEqual({ events: 3, problems: [] });
  expect(onFile((db) => db.pragma('user_version', { simple: true }))).toBe(NEWEST);
});

test('a ledger of a newer Patchbay is refused and not touched', () => {
  fill();
  onFile((db) => db.pragma(`user_version = ${NEWEST + 1}`));
  const before = readFileSync(ledger.file);
  expect(() => ledger.open()).toThrow(expect.objectContaining({ code: 'E_LEDGER_NEWER' }));
  expect(readFileSync(ledger.file).equals(before)).toBe(true);
});

test('a database of another program is refused and not touched', () => {
  mkdirSync(dirname(ledger.file), { recursive: true });
  onFile((db) => db.exec('CREATE TABLE theirs (x)'));
  const before = readFileSync(ledger.file);
  expect(() => ledger.open()).toThrow(/another program/);
  expect(readFileSync(ledger.file).equals(before)).toBe(true);
});

test.each([
  ['text', () => writeFileSync(ledger.file, 'not a database, only a text file that is long enough to look like one')],
  ['a torn file', () => truncateSync(ledger.file, readFileSync(ledger.file).length - 6_000)],
  ['a flipped page', () => flip(8_192)],
])('a damaged ledger (%s) is refused with advice and left in its place', (_, damage) => {
  fill();
  damage();
  const before = readFileSync(ledger.file);
  const refusal = expect.objectContaining({ code: 'E_LEDGER', advice: expect.stringContaining('backup') });
  expect(() => ledger.open()).toThrow(refusal);
  expect(readFileSync(ledger.file).equals(before)).toBe(true);
});

function flip(at: number): void {
  const bytes = readFileSync(ledger.file);
  bytes.fill(0xa5, at, at + 512);
  writeFileSync(ledger.file, bytes);
}

test('a reader beside the owner sees each commit and writes nothing', () => {
  const owner = ledger.open();
  const reader = ledger.open({ readOnly: true });
  owner.commit(wholeCommit(DIFF));
  expect(reader.runRow(RUN)).toEqual(runRow());
  expect(() => reader.commit(commitOf({ events: notes(4, 1) }))).toThrow(/reading only/);
  reader.checkpoint();
});

test('a reader is told when there is no ledger yet, and makes none', () => {
  expect(() => ledger.open({ readOnly: true })).toThrow(/no ledger here yet/);
  expect(existsSync(ledger.file)).toBe(false);
});

test('a folder without numbered migrations is a bug of the package', () => {
  const empty = join(ledger.dir, 'empty');
  mkdirSync(empty);
  expect(() => ledger.open({ migrationsDir: empty })).toThrow(/holds migrations/);
});

test('a ledger that was closed in order says so, and one whose owner died or that was added to since does not', () => {
  const first = ledger.open();
  expect(first.opened).toEqual({ inOrder: true, whole: true });
  first.commit(commitOf({ events: [noted(1)] }));
  first.close();
  const second = ledger.open();
  expect(second.opened.inOrder).toBe(true);
  second.commit(commitOf({ events: [noted(2)] }));
  // Not closed: what another one finds is what a crash leaves.
  const third = ledger.open({ readOnly: true });
  expect(third.opened.inOrder).toBe(false);
  third.close();
  second.close();
  expect(ledger.open({ readOnly: true }).opened.inOrder).toBe(true);
});

test('the end of the log is checked by itself: its hashes, its links and what the ledger remembers', () => {
  const store = ledger.open();
  expect(store.checkTail()).toEqual({ problem: null, wholeLog: true });
  store.commit(commitOf({ events: [noted(1), noted(2), noted(3)] }));
  expect(store.checkTail()).toEqual({ problem: null, wholeLog: true });
  onFile((db) => db.exec(`DROP TRIGGER run_events_refuse_update; UPDATE run_events SET payload = '{}' WHERE seq = 2`));
  expect(store.checkTail().problem).toBe('Event 2 is not what was written: its hash does not fit.');
  onFile((db) => db.exec('DROP TRIGGER run_events_refuse_delete; DELETE FROM run_events WHERE seq > 1'));
  expect(store.checkTail().problem).toContain('the ledger remembers event 3 as its last one');
});
