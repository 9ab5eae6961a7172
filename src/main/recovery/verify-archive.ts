// Proves the archive of a run against what the ledger says of it: the file, the chain around its events, and the log's own word.
import type { EventRow } from '../../shared/events/read-event.ts';
import type { ArchivedRange, ArchivedRun, ArchiveRecord } from '../../shared/ports/archives.ts';
import type { Store } from '../../shared/ports/store.ts';

export interface ArchivePorts {
  readonly store: Pick<Store, 'archiveOf' | 'archivedRanges' | 'eventRows'>;
  /** Throws what is wrong with the file itself. */
  readonly read: (record: ArchiveRecord) => ArchivedRun;
}

/** Nothing for a run that is not archived. */
export function verifyArchive({ store, read }: ArchivePorts, runId: string): readonly string[] {
  const record = store.archiveOf(runId);
  if (record === null) return [];
  let archived: ArchivedRun;
  try {
    archived = read(record);
  } catch (thrown) {
    return [thrown instanceof Error ? thrown.message : String(thrown)];
  }
  return [
    ...compareRanges(archived.events, store.archivedRanges(runId)),
    ...compareWord(record, store.eventRows({ runId, from: record.lastSeq + 1, limit: 1_000 })),
  ];
}

/** Every archived event has its place in the live chain, and nothing else has. */
function compareRanges(events: readonly EventRow[], ranges: readonly ArchivedRange[]): readonly string[] {
  const problems: string[] = [];
  let at = 0;
  for (const { first, last, prevHash, lastHash } of ranges) {
    let hash = prevHash;
    for (let seq = first; seq <= last; seq += 1, at += 1) {
      const event = events[at];
      if (event?.seq !== seq || event.prev_hash !== hash) {
        problems.push(`archived event ${event?.seq ?? seq} does not follow from event ${seq - 1}`);
        return problems;
      }
      hash = event.hash;
    }
    if (hash !== lastHash)
      problems.push(`the chain goes on after event ${last} from another event than the archive has`);
  }
  if (at !== events.length) problems.push(`the archive has ${events.length} events, the ledger let ${at} go`);
  return problems;
}

/** The newest `run-archived` of the live log names the archive: it is part of the chain, which the record is not. */
function compareWord(record: ArchiveRecord, live: readonly EventRow[]): readonly string[] {
  const word = live.findLast((row) => row.event_type === 'run-archived');
  if (word === undefined) return [`the log of run ${record.runId} does not say that it was archived`];
  const { sha256, file }: { readonly sha256: string; readonly file: string } = JSON.parse(word.payload);
  if (sha256 === record.sha256 && file === record.file) return [];
  return [`the ledger's record of the archive is not what event ${word.seq} says`];
}
