// Proves the log and the patches: numbers, hashes and links of every event, and the bytes of every diff.
import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { EventRow } from '../../shared/events/read-event.ts';
import type { ChainCheck } from '../../shared/ports/store.ts';
import type { LogHead } from './append-events.ts';
import { eventHash, FIRST_HASH } from './event-hash.ts';
import type { EventReaders } from './read-events.ts';

/** Rows read at once: large enough to be fast, small enough to keep memory flat (performance.md §2). */
const CHUNK_ROWS = 5_000;

/** One broken row can break thousands of links; a person needs the first ones. */
const MAX_PROBLEMS = 50;

interface PatchProof {
  readonly patch_id: string;
  readonly sha256: string;
  readonly diff_text: Uint8Array;
}

export function prepareCheckChain(db: Database, events: EventReaders): () => ChainCheck {
  const patches = db.prepare<[], PatchProof>('SELECT patch_id, sha256, diff_text FROM patches ORDER BY patch_id');
  const kept = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  return () => {
    const problems: string[] = [];
    const { count, last } = checkEvents(events, problems);
    const seq = Number(kept.get('head_seq') ?? 0);
    const head = { seq, hash: kept.get('head_hash') ?? FIRST_HASH };
    if (head.seq !== last.seq || head.hash !== last.hash) {
      problems.push(`The log ends at event ${last.seq}, but the ledger remembers event ${head.seq} as its last one.`);
    }
    for (const patch of patches.iterate()) {
      if (hash('sha256', patch.diff_text, 'hex') === patch.sha256) continue;
      problems.push(`The diff of patch ${patch.patch_id} does not have the sha256 that was recorded for it.`);
    }
    return { events: count, problems: shorten(problems) };
  };
}

function checkEvents(events: EventReaders, problems: string[]): { readonly count: number; readonly last: LogHead } {
  let last: LogHead = { seq: 0, hash: FIRST_HASH };
  let count = 0;
  for (;;) {
    const rows = events.after(last.seq, CHUNK_ROWS);
    for (const row of rows) {
      problems.push(...checkLink(row, last));
      last = row;
    }
    count += rows.length;
    if (rows.length < CHUNK_ROWS) return { count, last };
  }
}

function checkLink(row: EventRow, before: LogHead): readonly string[] {
  if (row.seq !== before.seq + 1) {
    return [`Events ${before.seq + 1} to ${row.seq - 1} are missing from the log.`];
  }
  if (row.prev_hash !== before.hash) return [`Event ${row.seq} does not follow from event ${before.seq}.`];
  if (eventHash(row) !== row.hash) return [`Event ${row.seq} is not what was written: its hash does not fit.`];
  return [];
}

function shorten(problems: readonly string[]): readonly string[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  return [...problems.slice(0, MAX_PROBLEMS), `… and ${problems.length - MAX_PROBLEMS} more.`];
}
