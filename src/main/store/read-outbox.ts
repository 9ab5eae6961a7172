// Reads the effects whose outcome is not known, oldest first.
import type { Database } from 'better-sqlite3';
import type { OutboxEntry } from '../../shared/ports/store.ts';

export function prepareReadOutbox(db: Database): () => readonly OutboxEntry[] {
  const all = db.prepare<[], OutboxEntry>(
    'SELECT effect_id AS effectId, run_id AS runId, kind, body FROM outbox ORDER BY position',
  );
  return () => all.all();
}
