// Brings a ledger to the newest schema, with a copy of the old one beside it first.
import type { Database } from 'better-sqlite3';
import { backup } from './backup.ts';
import { applyMigration, type Migration, schemaVersion } from './migrations.ts';

/** A new ledger (version 0) is not worth a copy. */
export function migrate(db: Database, file: string, migrations: readonly Migration[]): void {
  const from = schemaVersion(db);
  const due = migrations.filter((migration) => migration.version > from);
  if (due.length > 0 && from > 0) backup(db, backupName(file, from));
  for (const migration of due) applyMigration(db, migration);
}

/** Where the copy of schema `version` lies. */
export function backupName(file: string, version: number): string {
  return `${file}.backup-${version}`;
}
