// Makes one engine tick durable: rows, diffs, events and outbox in one transaction, or nothing at all.
import type { Database } from 'better-sqlite3';
import type { LoggedEvent } from '../../shared/events/event.ts';
import type { Faults } from '../../shared/ports/faults.ts';
import type { LedgerCommit } from '../../shared/ports/store.ts';
import { type LogHead, prepareAppendEvents } from './append-events.ts';
import { prepareUnmark } from './closed-mark.ts';
import { prepareWriteArchive } from './write-archive.ts';
import { prepareAddEffects, prepareDropEffects } from './write-outbox.ts';
import { prepareWriteRows } from './write-rows.ts';

/** `head` is the end of the log as stored; from here on this is its only writer. */
export function prepareWriteCommit(db: Database, head: LogHead, faults: Faults) {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const end = db.prepare('COMMIT');
  const undo = db.prepare('ROLLBACK');
  const writeRows = prepareWriteRows(db);
  const append = prepareAppendEvents(db);
  const add = prepareAddEffects(db);
  const drop = prepareDropEffects(db);
  const unmark = prepareUnmark(db);
  const archive = prepareWriteArchive(db);
  let last = head;
  let marked = true;
  return (commit: LedgerCommit): readonly LoggedEvent[] => {
    begin.run();
    try {
      if (marked) unmark();
      for (const { runId, events } of commit.restored ?? []) archive.moveIn(runId, events);
      for (const record of commit.archived ?? []) archive.moveOut(record);
      writeRows(commit);
      const appended = append(commit.events, last);
      add(commit.outboxAdded);
      drop(commit.outboxDone);
      faults.at('ledger-before-commit');
      end.run();
      last = appended.head;
      marked = false;
      faults.at('ledger-after-commit');
      return appended.events;
    } finally {
      // After a full disk SQLite may have rolled back on its own.
      if (db.inTransaction) undo.run();
    }
  };
}
