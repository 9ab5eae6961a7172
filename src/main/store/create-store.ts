// The store on an open database of the newest schema: every statement prepared once, every fault translated.
import type { Database } from 'better-sqlite3';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { Faults } from '../../shared/ports/faults.ts';
import type { Store } from '../../shared/ports/store.ts';
import { prepareCheckChain } from './check-chain.ts';
import { endsConnection, ledgerError } from './ledger-error.ts';
import { prepareReadDurations } from './read-durations.ts';
import { prepareReadEvents } from './read-events.ts';
import { prepareReadOutbox } from './read-outbox.ts';
import { prepareReadRows } from './read-rows.ts';
import { prepareWriteCommit } from './write-commit.ts';

const NO_FAULTS: Faults = { at: () => undefined };

export function createStore(db: Database, file: string, faults: Faults = NO_FAULTS): Store {
  const guard = guardOf(file);
  const events = prepareReadEvents(db);
  const rows = prepareReadRows(db);
  return {
    commit: guard(db.readonly ? refuseCommit(file) : prepareWriteCommit(db, events.head(), faults)),
    eventsOf: guard(events.ofRun),
    eventPage: guard(events.page),
    eventRows: guard(events.rows),
    checkChain: guard(prepareCheckChain(db, events)),
    runRows: guard(rows.runRows),
    runRow: guard(rows.runRow),
    openRunIds: guard(rows.openRunIds),
    rowsOf: (table, runId) => guard(() => rows.rowsOf(table, runId))(),
    ledgerEntries: guard(rows.ledgerEntries),
    patchRow: guard(rows.patchRow),
    ledgerEntryOf: guard(rows.ledgerEntryOf),
    patchDiff: guard(rows.patchDiff),
    pendingEffects: guard(prepareReadOutbox(db)),
    durations: guard(prepareReadDurations(db)),
    dataVersion: guard(() => Number(db.pragma('data_version', { simple: true }))),
    checkpoint: guard(() => {
      if (!db.readonly) db.pragma('wal_checkpoint(PASSIVE)');
    }),
    close: () => {
      db.close();
    },
  };
}

function refuseCommit(file: string): Store['commit'] {
  return () => {
    const advice = 'Another Patchbay owns this project: send the command to it, or close it first.';
    throw new PatchbayError('E_LEDGER', `The ledger was opened for reading only (${file})`, advice, { file });
  };
}

/** Wraps each call: faults become errors for people, and after a lost connection every call says so again. */
function guardOf(file: string) {
  let lost: unknown = null;
  return <A extends readonly unknown[], R>(call: (...args: A) => R): ((...args: A) => R) =>
    (...args) => {
      if (lost !== null) throw lost;
      try {
        return call(...args);
      } catch (thrown) {
        const error = ledgerError(thrown, file);
        if (endsConnection(thrown)) lost = error;
        throw error;
      }
    };
}
