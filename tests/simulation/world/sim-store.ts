// The ledger of a simulated world: a real or an in-memory store behind the faults of commits, watched at every one.
import { join } from 'node:path';
import { createStore } from '../../../src/main/store/create-store.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { readMigrations } from '../../../src/main/store/migrations.ts';
import { openDatabase } from '../../../src/main/store/open-database.ts';
import type { LoggedEvent } from '../../../src/shared/events/event.ts';
import type { LedgerCommit, Store } from '../../../src/shared/ports/store.ts';
import { createMemoryStore } from '../../fakes/memory-store.ts';
import type { Faults } from './faults.ts';
import type { Life } from './life.ts';
import type { SimMachine } from './sim-machine.ts';

export type StoreKind = 'memory' | 'sqlite';

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'schema', 'migrations');

/** `sqlite` is the real store over a database that has no file. */
export function openSimStore(kind: StoreKind): Store {
  if (kind === 'memory') return createMemoryStore();
  const db = openDatabase({ file: ':memory:', readOnly: false, synchronous: 'NORMAL' });
  migrate(db, ':memory:', readMigrations(MIGRATIONS));
  return createStore(db, ':memory:');
}

export interface SimStoreOptions {
  readonly store: Store;
  readonly life: Life;
  readonly faults: Faults;
  readonly machine: SimMachine;
  /** Sees what was written, before anybody acts on it. */
  readonly onCommit: (commit: LedgerCommit, logged: readonly LoggedEvent[]) => void;
  /** True for the first commits of a life that took up another's work. */
  readonly isRecovering: () => boolean;
}

/** The store as one life sees it. */
export function createSimStore({ store, life, faults, machine, onCommit, isRecovering }: SimStoreOptions): Store {
  const dieIf = (hit: boolean, why: string) => {
    if (hit) life.die(why);
    if (life.isOver) throw new Error(`The process died ${why}`);
  };
  return {
    ...store,
    commit: (commit) => {
      const recovering = isRecovering();
      dieIf(recovering && faults.hits('crash-in-recovery'), 'while it recovered');
      dieIf(faults.hits('crash-before-commit'), 'before a commit');
      machine.write('ledger');
      const logged = store.commit(commit);
      onCommit(commit, logged);
      dieIf(faults.hits('crash-after-commit'), 'after a commit');
      return logged;
    },
  };
}
