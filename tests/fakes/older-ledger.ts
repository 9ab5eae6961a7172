// A ledger file as version 0.1.0 left it: recorded from a run with a commit, a second try and a refused patch.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS_DIR } from '../../build/dump-ledger.ts';
import { applyMigration, readMigrations } from '../../src/main/store/migrations.ts';
import { present } from '../../src/shared/lib/assert.ts';

type Value = string | number | null | { readonly base64: string };
type Recorded = Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;

/** Every table of that version. */
export const RECORDED: Recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, '../golden/ledger-0.1.0.json'), 'utf8'),
);
export const RECORDED_RUN = String(RECORDED['runs']?.[0]?.['run_id']);

export function writeOlderLedger(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  onFile(file, (db) => {
    applyMigration(db, present(readMigrations(MIGRATIONS_DIR)[0], 'the first migration'));
    insertRecorded(db, RECORDED);
  });
}

/** Rows as they were recorded, table by table, into a ledger of their schema. */
export function insertRecorded(db: Database.Database, recorded: Recorded): void {
  db.pragma('foreign_keys = OFF'); // tables come in the order of their making, not of what refers to what
  db.transaction(() => {
    for (const [table, rows] of Object.entries(recorded)) for (const row of rows) insert(db, table, row);
  })();
}

export function onFile(file: string, use: (db: Database.Database) => void): void {
  const db = new Database(file);
  try {
    use(db);
  } finally {
    db.close();
  }
}

function insert(db: Database.Database, table: string, row: Readonly<Record<string, Value>>): void {
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) =>
    typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value,
  );
  db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(values);
}
