// Appends events to the log: numbers them, chains them and remembers the new end of the chain.
import type { Database } from 'better-sqlite3';
import type { LoggedEvent, NewEvent } from '../../shared/events/event.ts';
import { eventVersion } from '../../shared/events/read-event.ts';
import { prepareBulkInsert, type SqlValue } from './bulk-insert.ts';
import { eventHash } from './event-hash.ts';

/** The last event of the log; `seq` is 0 in an empty one. */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
}

export interface Appended {
  readonly events: readonly LoggedEvent[];
  readonly head: LogHead;
}

/** The function must run inside a transaction; its caller keeps the new head only when that was committed. */
export function prepareAppendEvents(db: Database): (events: readonly NewEvent[], after: LogHead) => Appended {
  const insert = prepareBulkInsert(db, {
    into: `INSERT INTO run_events
      (seq, event_id, run_id, event_type, timestamp, payload, source, entity, entity_id, prev_hash, hash, version) VALUES`,
    width: 12,
    tail: '',
  });
  const keepHead = db.prepare(`INSERT INTO meta (key, value) VALUES ('head_seq', ?), ('head_hash', ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
  return (events, after) => {
    if (events.length === 0) return { events: [], head: after };
    const values: SqlValue[] = [];
    let head = after;
    const logged = events.map((event) => {
      const numbered = chain(event, head, values);
      head = numbered;
      return numbered;
    });
    insert(values);
    keepHead.run(String(head.seq), head.hash);
    return { events: logged, head: { seq: head.seq, hash: head.hash } };
  };
}

function chain(event: NewEvent, after: LogHead, values: SqlValue[]): LoggedEvent {
  const seq = after.seq + 1;
  const payload = JSON.stringify(event.data);
  const source = `${event.entity}:${event.id}`;
  const version = eventVersion(event.kind);
  const hash = eventHash({
    seq,
    event_id: event.eventId,
    run_id: event.runId,
    event_type: event.kind,
    version,
    timestamp: event.at,
    payload,
    source,
    entity: event.entity,
    entity_id: event.id,
    prev_hash: after.hash,
  });
  values.push(seq, event.eventId, event.runId, event.kind, event.at, payload, source);
  values.push(event.entity, event.id, after.hash, hash, version);
  return { ...event, seq, prevHash: after.hash, hash };
}
