// Writes schema/ledger.sql, the whole schema that the migrations lead to: run it after adding a migration.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { applyMigration, readMigrations } from '../src/main/store/migrations.ts';

const SCHEMA = join(import.meta.dirname, '..', 'schema');
export const LEDGER_DUMP = join(SCHEMA, 'ledger.sql');
export const MIGRATIONS_DIR = join(SCHEMA, 'migrations');

interface SchemaRow {
  readonly sql: string;
}

/** Every object of the schema in the order of its creation, with the pragmas that the file itself keeps. */
export function dumpLedger(migrationsDir: string = MIGRATIONS_DIR): string {
  const db = new Database(':memory:');
  try {
    for (const migration of readMigrations(migrationsDir)) applyMigration(db, migration);
    const rows = db.prepare<[], SchemaRow>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid').all();
    const pragmas = ['application_id', 'user_version'].map(
      (name) => `PRAGMA ${name} = ${db.pragma(name, { simple: true })};`,
    );
    const head = '-- Golden dump, made by `node build/dump-ledger.ts` from schema/migrations; a test compares it.';
    return `${[head, ...pragmas, ...rows.map((row) => `${row.sql};`)].join('\n\n')}\n`;
  } finally {
    db.close();
  }
}

if (import.meta.main) writeFileSync(LEDGER_DUMP, dumpLedger());
