// Copies a closed run into an archive: proved before, read back and compared after.
import { isDeepStrictEqual } from 'node:util';
import { type EventRow, readEvent } from '../../shared/events/read-event.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { ArchiveCopy, Archives } from '../../shared/ports/archives.ts';
import type { Store } from '../../shared/ports/store.ts';
import { replay } from '../state/evolve.ts';
import { compareTables } from './compare-tables.ts';

export interface CopyPorts {
  readonly store: Pick<Store, 'eventRows' | 'rowsOf' | 'patchDiff'>;
  readonly archives: Pick<Archives, 'write' | 'read'>;
}

/** Events read at once. */
const PAGE = 5_000;

/** Changes nothing in the ledger. Throws `E_ARCHIVE` for a run that cannot be proved: it stays where it is. */
export function copyRun({ store, archives }: CopyPorts, runId: string): ArchiveCopy {
  const events = readLog(store, runId);
  const run = replay(events.map(readEvent));
  const last = events.at(-1);
  if (run === null || last === undefined || run.endedAt === null) throw unproved(runId, 'it has not ended');
  const [problem] = compareTables(store, run);
  if (problem !== undefined) throw unproved(runId, problem);
  const patches = [...run.patches.keys()].map((patchId) => ({
    patchId,
    diff: store.patchDiff(patchId) ?? new Uint8Array(),
  }));
  const file = archives.write({ runId, events, patches });
  // Reading proves the hash of each event and diff; that they are the same ones, only a comparison does.
  const copy = archives.read({ runId, ...file });
  const same = copy.patches.length === patches.length && isDeepStrictEqual(copy.events, events.map(plain));
  if (!same) throw unproved(runId, 'what was written is not what was read back');
  return { ...file, events: events.length, lastSeq: last.seq, lastHash: last.hash };
}

function readLog(store: CopyPorts['store'], runId: string): readonly EventRow[] {
  const events: EventRow[] = [];
  for (;;) {
    const page = store.eventRows({ runId, from: (events.at(-1)?.seq ?? 0) + 1, limit: PAGE });
    events.push(...page);
    if (page.length < PAGE) return events;
  }
}

/** Rows of SQLite have a prototype of their own. */
function plain(row: EventRow): EventRow {
  return { ...row };
}

function unproved(runId: string, why: string): PatchbayError {
  const message = `Run ${runId} was not archived: ${why}.`;
  const advice = 'Nothing was moved. `patchbay verify` says all that is wrong with it.';
  return new PatchbayError('E_ARCHIVE', message, advice, { runId });
}
