// Reads which runs were archived, and where the chain of hashes goes on across them.
import type { Database } from 'better-sqlite3';
import type { ArchivedRange, ArchiveRecord } from '../../shared/ports/archives.ts';
import type { LogHead } from './append-events.ts';

interface Row extends Omit<ArchiveRecord, 'patchIds'> {
  /** JSON array. */
  readonly patchIds: string;
}

interface Range {
  readonly last_seq: number;
  readonly prev_hash: string;
  readonly last_hash: string;
}

export interface ArchiveReaders {
  readonly all: () => readonly ArchiveRecord[];
  readonly ofRun: (runId: string) => ArchiveRecord | null;
  readonly ofPatch: (patchId: string) => ArchiveRecord | null;
  readonly ranges: (runId: string) => readonly ArchivedRange[];
}

export function prepareReadArchives(db: Database): ArchiveReaders {
  const select = `SELECT run_id AS runId, file, sha256, bytes, events, last_seq AS lastSeq, last_hash AS lastHash,
    patch_ids AS patchIds, archived_at AS archivedAt, summary FROM archives`;
  const all = db.prepare<[], Row>(`${select} ORDER BY run_id`);
  const ofRun = db.prepare<[string], Row>(`${select} WHERE run_id = ?`);
  // Asked only for a patch that no live table has, so a look through all records does.
  const ofPatch = db.prepare<[string], Row>(`${select} WHERE instr(patch_ids, ?) > 0 LIMIT 1`);
  const ranges = db.prepare<[string], ArchivedRange>(`SELECT first_seq AS first, last_seq AS last,
    prev_hash AS prevHash, last_hash AS lastHash FROM archived_ranges WHERE run_id = ? ORDER BY first_seq`);
  return {
    all: () => all.all().map(recordOf),
    ofRun: (runId) => maybe(ofRun.get(runId)),
    ofPatch: (patchId) => maybe(ofPatch.get(JSON.stringify(patchId))),
    ranges: (runId) => ranges.all(runId),
  };
}

function maybe(row: Row | undefined): ArchiveRecord | null {
  return row === undefined ? null : recordOf(row);
}

function recordOf(row: Row): ArchiveRecord {
  return { ...row, patchIds: JSON.parse(row.patchIds) };
}

/**
 * Goes on from an event over what was archived right after it: the answer is the last event before the next live one.
 * A range that does not follow is not crossed, so the gap is found as any other.
 */
export function prepareCrossArchived(db: Database): (after: LogHead) => LogHead {
  const at = db.prepare<[number], Range>(
    'SELECT last_seq, prev_hash, last_hash FROM archived_ranges WHERE first_seq = ?',
  );
  return (after) => {
    let last = after;
    for (let range = at.get(last.seq + 1); range?.prev_hash === last.hash; range = at.get(last.seq + 1)) {
      last = { seq: range.last_seq, hash: range.last_hash };
    }
    return last;
  };
}
