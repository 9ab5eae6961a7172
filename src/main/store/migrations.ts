// The numbered migrations of a folder: which there are, and how one is applied.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { assert } from '../../shared/lib/assert.ts';

export interface Migration {
  /** Version of the schema after it, from 1. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Reads `NNNN-what.sql` files in order; a gap or a doubled number is a bug of the app's own package. */
export function readMigrations(dir: string): readonly Migration[] {
  const names = readdirSync(dir)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
  assert(names.length > 0, `the folder ${dir} holds migrations`);
  return names.map((name, index) => {
    const version = Number(name.slice(0, 4));
    assert(version === index + 1, `migration ${name} is number ${index + 1}`);
    return { version, name, sql: readFileSync(join(dir, name), 'utf8') };
  });
}

export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Applies one migration with the number it leads to, wholly or not at all. Foreign keys are checked at its end. Nothing is
 * done where another process was faster: a reader of a project that never ran makes the ledger, too.
 */
export function applyMigration(db: Database, migration: Migration): void {
  // A rebuilt table is dropped under its old name for a moment; the switch has no effect inside a transaction.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      if (schemaVersion(db) >= migration.version) return;
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
      const broken = db.pragma('foreign_key_check');
      assert(Array.isArray(broken) && broken.length === 0, `${migration.name} leaves every foreign key whole`);
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
