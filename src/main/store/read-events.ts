// Reads events back from the log, by run or in the order of the whole ledger.
import type { Database } from 'better-sqlite3';
import type { LoggedEvent, NumberedEvent } from '../../shared/events/event.ts';
import { type EventRow, type ReplayRow, readEvent, readForReplay } from '../../shared/events/read-event.ts';
import type { EventPage } from '../../shared/ports/store.ts';
import type { LogHead } from './append-events.ts';
import { FIRST_HASH } from './event-hash.ts';

export interface EventReaders {
  readonly ofRun: (runId: string) => readonly LoggedEvent[];
  readonly page: (page: EventPage) => readonly LoggedEvent[];
  readonly replay: (page: EventPage) => readonly NumberedEvent[];
  /** The same page as stored. */
  readonly rows: (page: EventPage) => readonly EventRow[];
  /** At most `limit` rows of the whole log after `seq`, as stored. */
  readonly after: (seq: number, limit: number) => readonly EventRow[];
  readonly hashOf: (runId: string, seq: number) => string | null;
  readonly rangeOf: (runId: string) => { readonly first: number; readonly last: number } | null;
  readonly countOf: (runId: string) => number;
  readonly head: () => LogHead;
}

export function prepareReadEvents(db: Database): EventReaders {
  const ofRun = db.prepare<[string], EventRow>('SELECT * FROM run_events WHERE run_id = ? ORDER BY seq');
  const page = db.prepare<[string, number, number], EventRow>(
    'SELECT * FROM run_events WHERE run_id = ? AND seq >= ? ORDER BY seq LIMIT ?',
  );
  const narrow = db.prepare<[string, number, number], ReplayRow>(`SELECT seq, event_id, run_id, event_type, version,
    timestamp, payload, entity, entity_id FROM run_events WHERE run_id = ? AND seq >= ? ORDER BY seq LIMIT ?`);
  const after = db.prepare<[number, number], EventRow>('SELECT * FROM run_events WHERE seq > ? ORDER BY seq LIMIT ?');
  const hash = db.prepare<[number, string], string>('SELECT hash FROM run_events WHERE seq = ? AND run_id = ?').pluck();
  const end = (order: 'ASC' | 'DESC') =>
    db.prepare<[string], number>(`SELECT seq FROM run_events WHERE run_id = ? ORDER BY seq ${order} LIMIT 1`).pluck();
  const [firstOf, lastOf] = [end('ASC'), end('DESC')];
  const count = db.prepare<[string], number>('SELECT count(*) FROM run_events WHERE run_id = ?').pluck();
  const last = db.prepare<[], LogHead>('SELECT seq, hash FROM run_events ORDER BY seq DESC LIMIT 1');
  return {
    ofRun: (runId) => ofRun.all(runId).map(readEvent),
    page: ({ runId, from, limit }) => page.all(runId, from, limit).map(readEvent),
    replay: ({ runId, from, limit }) => narrow.all(runId, from, limit).map(readForReplay),
    rows: ({ runId, from, limit }) => page.all(runId, from, limit),
    after: (seq, limit) => after.all(seq, limit),
    hashOf: (runId, seq) => hash.get(seq, runId) ?? null,
    rangeOf: (runId) => {
      const first = firstOf.get(runId);
      return first === undefined ? null : { first, last: lastOf.get(runId) ?? first };
    },
    countOf: (runId) => count.get(runId) ?? 0,
    head: () => last.get() ?? { seq: 0, hash: FIRST_HASH },
  };
}
