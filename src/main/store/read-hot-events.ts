// Reads the columns of the log that lie before its payloads: what happened when, without the JSON of it.
import type { Database } from 'better-sqlite3';
import type { HotEvent } from '../../shared/events/event.ts';

/** At most `limit` events after `seq`: of one run, or of all. */
export type ReadHotEvents = (runId: string | null, after: number, limit: number) => readonly HotEvent[];

export function prepareReadHotEvents(db: Database): ReadHotEvents {
  const columns = 'SELECT seq, event_type AS kind, timestamp AS at FROM run_events';
  const ofAll = db.prepare<[number, number], HotEvent>(`${columns} WHERE seq > ? ORDER BY seq LIMIT ?`);
  const ofRun = db.prepare<[string, number, number], HotEvent>(
    `${columns} WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  return (runId, after, limit) => (runId === null ? ofAll.all(after, limit) : ofRun.all(runId, after, limit));
}
