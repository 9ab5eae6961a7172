// Opens a project's ledger: checks the file, brings it to the newest schema, and answers the store port.
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { Faults } from '../../shared/ports/faults.ts';
import type { Store } from '../../shared/ports/store.ts';
import { isClosed } from './closed-mark.ts';
import { createStore } from './create-store.ts';
import { inspect } from './inspect.ts';
import { ledgerError } from './ledger-error.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { openDatabase, type Synchronous } from './open-database.ts';

export interface OpenStoreOptions {
  /** Absolute path of the ledger; its folder is made where it is missing. */
  readonly file: string;
  /** Folder of the numbered migrations, `schema/migrations` in a checkout. */
  readonly migrationsDir: string;
  /** For a second service on a project that has an owner; default false. */
  readonly readOnly?: boolean;
  /** Default FULL. */
  readonly synchronous?: Synchronous;
  /** False where somebody else moves the write-ahead log into the file (`openSecond`); default true. */
  readonly movesWal?: boolean;
  readonly faults?: Faults;
}

/** Throws `E_LEDGER`, `E_LEDGER_NEWER` or `E_DISK` with advice; a file that cannot be used is left as it is. */
export function openStore(options: OpenStoreOptions): Store {
  const { file, readOnly = false, synchronous = 'FULL' } = options;
  const migrations = readMigrations(options.migrationsDir);
  try {
    const { version, whole } = inspect(file, migrations.length);
    if (readOnly && version < migrations.length) throw notReadable(file, version);
    const db = openDatabase({ file, readOnly, synchronous, movesWal: options.movesWal });
    try {
      if (!readOnly) migrate(db, file, migrations);
      const opened = { inOrder: version === 0 || isClosed(db), whole };
      return createStore(db, file, { opened, faults: options.faults });
    } catch (thrown) {
      db.close();
      throw thrown;
    }
  } catch (thrown) {
    throw ledgerError(thrown, file);
  }
}

function notReadable(file: string, version: number): PatchbayError {
  const found = version === 0 ? 'There is no ledger here yet' : `The ledger still has the older schema ${version}`;
  const advice = 'Open the project once for writing, for example by starting Patchbay on it.';
  return new PatchbayError('E_LEDGER', `${found} (${file})`, advice, { file, version, older: version > 0 });
}
