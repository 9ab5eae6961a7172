// Migrations that several processes want to apply at the same time.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS_DIR } from '../../../../build/dump-ledger.ts';
import { applyMigration, readMigrations, schemaVersion } from '../../../../src/main/store/migrations.ts';
import { openDatabase } from '../../../../src/main/store/open-database.ts';
import { tempFolder } from '../../../fakes/temp-repository.ts';

test('a migration that another process applied meanwhile is left as it is', () => {
  const migrations = readMigrations(MIGRATIONS_DIR);
  const folder = tempFolder('migrations');
  const file = join(folder, 'ledger.db');
  const [one, other] = [0, 1].map(() => openDatabase({ file, readOnly: false, synchronous: 'NORMAL' }));
  // Both saw an empty ledger; each applies what it thinks is due, in turns.
  for (const migration of migrations) {
    for (const db of [one, other]) if (db !== undefined) applyMigration(db, migration);
  }
  expect(other === undefined ? null : schemaVersion(other)).toBe(migrations.length);
  one?.close();
  other?.close();
  rmSync(folder, { recursive: true, force: true });
});
