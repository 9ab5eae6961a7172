// A second connection to a ledger that is open already, for a thread of its own: reads, checks, and moves the write-ahead log.
import type { ChainCheck } from '../../shared/ports/ledger-checks.ts';
import type { Store } from '../../shared/ports/store.ts';
import { createStore } from './create-store.ts';
import { ledgerError } from './ledger-error.ts';
import { openDatabase } from './open-database.ts';
import { quickCheck } from './quick-check.ts';

export interface SecondConnection {
  /** It commits nothing: the log has one writer. */
  readonly store: Omit<Store, 'commit' | 'close'>;
  /** The whole file and the whole chain; takes seconds for a million events. */
  check(): ChainCheck;
  close(): void;
}

/** Throws `E_LEDGER` or `E_DISK`. The ledger must have the newest schema. */
export function openSecond(file: string): SecondConnection {
  try {
    const db = openDatabase({ file, readOnly: false, synchronous: 'FULL', movesWal: false });
    const store = createStore(db, file);
    return {
      store,
      check: () => {
        const damage = quickCheck(db);
        const chain = store.checkChain();
        return damage === null ? chain : { ...chain, problems: [`The file is damaged: ${damage}`, ...chain.problems] };
      },
      close: () => db.close(),
    };
  } catch (thrown) {
    throw ledgerError(thrown, file);
  }
}
