// Proves the log and the patches: numbers, hashes and links of every event, and the bytes of every diff.
import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { EventRow } from '../../shared/events/read-event.ts';
import type { ChainCheck, TailCheck } from '../../shared/ports/ledger-checks.ts';
import type { LogHead } from './append-events.ts';
import { eventHash, FIRST_HASH } from './event-hash.ts';
import { prepareCrossArchived } from './read-archives.ts';
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

/** The last events only, and where the ledger remembers its end. */
export function checkTail(db: Database, events: EventReaders): TailCheck {
  const end = events.head().seq;
  const cross = prepareCrossArchived(db);
  const [first, ...rows] = events.after(Math.max(0, end - LIMITS.tailEvents), LIMITS.tailEvents);
  const wholeLog = end <= LIMITS.tailEvents;
  if (first === undefined) return { problem: null, wholeLog };
  const problems = eventHash(first) === first.hash ? [] : [brokenHash(first)];
  let last = first;
  for (const row of rows) {
    problems.push(...checkLink(row, row.seq === last.seq + 1 ? last : cross(last)));
    last = row;
  }
  return { problem: problems[0] ?? checkHead(db, last), wholeLog };
}

/** What the ledger remembers as its end against what is there. */
function checkHead(db: Database, last: LogHead): string | null {
  const kept = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const seq = Number(kept.get('head_seq') ?? 0);
  if (seq === last.seq && (kept.get('head_hash') ?? FIRST_HASH) === last.hash) return null;
  return `The log ends at event ${last.seq}, but the ledger remembers event ${seq} as its last one.`;
}

export function prepareCheckChain(db: Database, events: EventReaders): () => ChainCheck {
  const patches = db.prepare<[], PatchProof>('SELECT patch_id, sha256, diff_text FROM patches ORDER BY patch_id');
  const cross = prepareCrossArchived(db);
  return () => {
    const problems: string[] = [];
    const { count, last } = checkEvents(events, cross, problems);
    const end = checkHead(db, last);
    if (end !== null) problems.push(end);
    for (const patch of patches.iterate()) {
      if (hash('sha256', patch.diff_text, 'hex') === patch.sha256) continue;
      problems.push(`The diff of patch ${patch.patch_id} does not have the sha256 that was recorded for it.`);
    }
    return { events: count, problems: shorten(problems) };
  };
}

function checkEvents(
  events: EventReaders,
  cross: (after: LogHead) => LogHead,
  problems: string[],
): { readonly count: number; readonly last: LogHead } {
  let last: LogHead = { seq: 0, hash: FIRST_HASH };
  let count = 0;
  for (;;) {
    const rows = events.after(last.seq, CHUNK_ROWS);
    for (const row of rows) {
      problems.push(...checkLink(row, row.seq === last.seq + 1 ? last : cross(last)));
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
  if (eventHash(row) !== row.hash) return [brokenHash(row)];
  return [];
}

function brokenHash({ seq }: EventRow): string {
  return `Event ${seq} is not what was written: its hash does not fit.`;
}

function shorten(problems: readonly string[]): readonly string[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  return [...problems.slice(0, MAX_PROBLEMS), `… and ${problems.length - MAX_PROBLEMS} more.`];
}
