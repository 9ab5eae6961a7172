// Moves a closed run out of the live tables, or back into them, inside the transaction of a commit.
import type { Database } from 'better-sqlite3';
import type { EventRow } from '../../shared/events/read-event.ts';
import type { ArchiveRecord } from '../../shared/ports/archives.ts';
import { STATE_KEYS } from '../../shared/ports/store.ts';
import { prepareBulkInsert, type SqlValue } from './bulk-insert.ts';

type EventEnds = Pick<EventRow, 'seq' | 'prev_hash' | 'hash'>;

/** Consecutive events of a run. */
interface Range {
  readonly first: EventEnds;
  last: EventEnds;
}

/** The functions must run inside a transaction. */
export interface WriteArchive {
  /** Keeps the run's own row, so that lists go on naming it. */
  moveOut(record: ArchiveRecord): void;
  /** Brings the events back as they were; the rows of the state tables come with the rest of the commit. */
  moveIn(runId: string, events: readonly EventRow[]): void;
}

export function prepareWriteArchive(db: Database): WriteArchive {
  const remember = db.prepare(`INSERT INTO archives
    (run_id, file, sha256, bytes, events, last_seq, last_hash, patch_ids, archived_at, summary)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const ends = db.prepare<[string, number], EventEnds>(
    'SELECT seq, prev_hash, hash FROM run_events WHERE run_id = ? AND seq <= ? ORDER BY seq',
  );
  const addRange = db.prepare(
    'INSERT INTO archived_ranges (first_seq, last_seq, run_id, prev_hash, last_hash) VALUES (?, ?, ?, ?, ?)',
  );
  const tables = Object.keys(STATE_KEYS).filter((table) => table !== 'runs');
  const clear = tables.reverse().map((table) => db.prepare(`DELETE FROM ${table} WHERE run_id = ?`));
  const clearEvents = db.prepare('DELETE FROM run_events WHERE run_id = ? AND seq <= ?');
  const forgetRanges = db.prepare('DELETE FROM archived_ranges WHERE run_id = ?');
  const forget = db.prepare('DELETE FROM archives WHERE run_id = ?');
  const insert = prepareBulkInsert(db, {
    into: `INSERT INTO run_events
      (seq, event_id, run_id, event_type, timestamp, payload, source, entity, entity_id, prev_hash, hash, version) VALUES`,
    width: 12,
    tail: '',
  });
  return {
    moveOut: (record) => {
      const { runId, lastSeq } = record;
      remember.run(...valuesOf(record));
      for (const { first, last } of rangesOf(ends.all(runId, lastSeq))) {
        addRange.run(first.seq, last.seq, runId, first.prev_hash, last.hash);
      }
      for (const statement of clear) statement.run(runId);
      clearEvents.run(runId, lastSeq);
    },
    moveIn: (runId, events) => {
      forgetRanges.run(runId);
      forget.run(runId);
      insert(events.flatMap(eventValues));
    },
  };
}

function valuesOf(record: ArchiveRecord): readonly SqlValue[] {
  const { runId, file, sha256, bytes, events, lastSeq, lastHash, patchIds, archivedAt, summary } = record;
  return [runId, file, sha256, bytes, events, lastSeq, lastHash, JSON.stringify(patchIds), archivedAt, summary];
}

function eventValues(row: EventRow): readonly SqlValue[] {
  const { seq, event_id, run_id, event_type, timestamp, payload, source, entity, entity_id } = row;
  const { prev_hash, hash, version } = row;
  return [seq, event_id, run_id, event_type, timestamp, payload, source, entity, entity_id, prev_hash, hash, version];
}

function rangesOf(events: readonly EventEnds[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const event of events) {
    const open = ranges.at(-1);
    if (open !== undefined && open.last.seq + 1 === event.seq) open.last = event;
    else ranges.push({ first: event, last: event });
  }
  return ranges;
}
