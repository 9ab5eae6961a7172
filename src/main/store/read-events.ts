// Reads events back from the log, by run or in the order of the whole ledger.
import type { Database } from 'better-sqlite3';
import type { LoggedEvent } from '../../shared/events/event.ts';
import { readEvent, type StoredEvent } from '../../shared/events/read-event.ts';
import type { EventPage } from '../../shared/ports/store.ts';
import type { LogHead } from './append-events.ts';
import { type EventRow, FIRST_HASH } from './event-hash.ts';

export interface EventReaders {
  readonly ofRun: (runId: string) => readonly LoggedEvent[];
  readonly page: (page: EventPage) => readonly LoggedEvent[];
  /** At most `limit` rows of the whole log after `seq`, as stored. */
  readonly after: (seq: number, limit: number) => readonly EventRow[];
  readonly head: () => LogHead;
}

export function prepareReadEvents(db: Database): EventReaders {
  const ofRun = db.prepare<[string], EventRow>('SELECT * FROM run_events WHERE run_id = ? ORDER BY seq');
  const page = db.prepare<[string, number, number], EventRow>(
    'SELECT * FROM run_events WHERE run_id = ? AND seq >= ? ORDER BY seq LIMIT ?',
  );
  const after = db.prepare<[number, number], EventRow>('SELECT * FROM run_events WHERE seq > ? ORDER BY seq LIMIT ?');
  const last = db.prepare<[], LogHead>('SELECT seq, hash FROM run_events ORDER BY seq DESC LIMIT 1');
  return {
    ofRun: (runId) => ofRun.all(runId).map(loggedEvent),
    page: ({ runId, from, limit }) => page.all(runId, from, limit).map(loggedEvent),
    after: (seq, limit) => after.all(seq, limit),
    head: () => last.get() ?? { seq: 0, hash: FIRST_HASH },
  };
}

function loggedEvent(row: EventRow): LoggedEvent {
  const stored = {
    seq: row.seq,
    eventId: row.event_id,
    runId: row.run_id,
    kind: row.event_type,
    version: row.version,
    at: row.timestamp,
    entity: row.entity,
    id: row.entity_id,
    data: JSON.parse(row.payload),
    prevHash: row.prev_hash,
    hash: row.hash,
  };
  return readEvent(stored as StoredEvent); // entity and run are what `append-events` wrote from the same type
}
