// Reads the links of the chain that lie between the events of a run: their places and hashes, nothing of what they say.
import type { Database } from 'better-sqlite3';
import type { ChainLink, LinkPage } from '../../shared/ports/archives.ts';

export function prepareReadLinks(db: Database): (page: LinkPage) => readonly ChainLink[] {
  const links = db.prepare<[number, number, string, number, number, string, number], ChainLink>(
    `SELECT seq AS first, seq, prev_hash, hash FROM run_events WHERE seq > ? AND seq <= ? AND run_id IS NOT ?
     UNION ALL
     SELECT first_seq, last_seq, prev_hash, last_hash FROM archived_ranges
     WHERE first_seq > ? AND last_seq <= ? AND run_id IS NOT ?
     ORDER BY first LIMIT ?`,
  );
  return ({ runId, after, to, limit }) => links.all(after, to, runId, after, to, runId, limit);
}
