// The store on an open database of the newest schema: every statement prepared once, every fault translated.
import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { readEvent } from '../../shared/events/read-event.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { Faults } from '../../shared/ports/faults.ts';
import type { OpenedLedger } from '../../shared/ports/ledger-checks.ts';
import type { Store } from '../../shared/ports/store.ts';
import type { LogHead } from './append-events.ts';
import { checkTail, prepareCheckChain } from './check-chain.ts';
import { markClosed } from './closed-mark.ts';
import { prepareFindPatches } from './find-patches.ts';
import { endsConnection, ledgerError } from './ledger-error.ts';
import { prepareReadArchives } from './read-archives.ts';
import { prepareReadDurations } from './read-durations.ts';
import { prepareReadEvents } from './read-events.ts';
import { prepareReadHotEvents } from './read-hot-events.ts';
import { prepareReadLinks } from './read-links.ts';
import { prepareReadOutbox } from './read-outbox.ts';
import { prepareReadRows } from './read-rows.ts';
import { prepareReadToolRecords } from './read-tool-records.ts';
import { prepareWriteCommit } from './write-commit.ts';

const NO_FAULTS: Faults = { at: () => undefined };

export interface StoreOptions {
  readonly opened?: OpenedLedger;
  readonly faults?: Faults | undefined;
}

export function createStore(db: Database, file: string, options: StoreOptions = {}): Store {
  const { opened = { inOrder: false, whole: false }, faults = NO_FAULTS } = options;
  const { guard, isLost } = guardOf(file);
  const events = prepareReadEvents(db);
  const rows = prepareReadRows(db);
  const archives = prepareReadArchives(db);
  return {
    commit: guard(db.readonly ? refuseCommit(file) : prepareWriteCommit(db, events.head(), faults)),
    eventsOf: guard(events.ofRun),
    eventPage: guard(events.page),
    logPage: guard(({ from, limit }) => events.after(from - 1, limit).map(readEvent)),
    replayPage: guard(events.replay),
    eventRows: guard(events.rows),
    hotEvents: guard(prepareReadHotEvents(db)),
    eventCount: guard(events.countOf),
    eventHash: guard(events.hashOf),
    eventRange: guard(events.rangeOf),
    chainLinks: guard(prepareReadLinks(db)),
    checkChain: guard(prepareCheckChain(db, events)),
    runRows: guard(rows.runRows),
    runRow: guard(rows.runRow),
    openRunIds: guard(rows.openRunIds),
    rowsOf: (table, runId) => guard(() => rows.rowsOf(table, runId))(),
    ledgerEntries: guard(rows.ledgerEntries),
    reviewRows: guard(rows.reviewRows),
    reviewRow: guard(rows.reviewRow),
    findPatches: guard(prepareFindPatches(db)),
    patchRow: guard(rows.patchRow),
    ledgerEntryOf: guard(rows.ledgerEntryOf),
    patchDiff: guard(rows.patchDiff),
    pendingEffects: guard(prepareReadOutbox(db)),
    durations: guard(prepareReadDurations(db)),
    runCounts: guard(rows.runCounts),
    archives: guard(archives.all),
    archiveOf: guard(archives.ofRun),
    archiveOfPatch: guard(archives.ofPatch),
    archivedRanges: guard(archives.ranges),
    toolRecords: guard(prepareReadToolRecords(db)),
    dataVersion: guard(() => Number(db.pragma('data_version', { simple: true }))),
    opened,
    checkTail: guard(() => checkTail(db, events)),
    walBytes: () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    checkpoint: guard((mode = 'passive') => {
      if (!db.readonly) db.pragma(`wal_checkpoint(${mode})`);
    }),
    close: () => {
      if (db.open && !db.readonly && !isLost()) closeInOrder(db, events.head);
      db.close();
    },
  };
}

/** Without the mark the next start looks through everything, so a disk that refuses it does no harm. */
function closeInOrder(db: Database, head: () => LogHead): void {
  try {
    markClosed(db, head());
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // what could not be written was not promised
  }
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
  const guard =
    <A extends readonly unknown[], R>(call: (...args: A) => R): ((...args: A) => R) =>
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
  return { guard, isLost: () => lost !== null };
}
