// The mark of a ledger that was closed in order: it names the end of the log, and goes with the first write after it.
import type { Database } from 'better-sqlite3';
import type { LogHead } from './append-events.ts';

const KEY = 'closed';

/** The last thing that an owner writes. */
export function markClosed(db: Database, head: LogHead): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    KEY,
    textOf(head),
  );
}

/** The function must run inside the first transaction of an owner. */
export function prepareUnmark(db: Database): () => void {
  const remove = db.prepare('DELETE FROM meta WHERE key = ?');
  return () => remove.run(KEY);
}

/** False after a crash, and in a ledger of a version that left no mark. */
export function isClosed(db: Database): boolean {
  const mark = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(KEY);
  const last = db.prepare<[], LogHead>('SELECT seq, hash FROM run_events ORDER BY seq DESC LIMIT 1').get();
  return mark !== undefined && last !== undefined && mark === textOf(last);
}

function textOf({ seq, hash }: LogHead): string {
  return `${seq}:${hash}`;
}
