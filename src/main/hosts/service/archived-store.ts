// The ledger with its archives: what a run consisted of is read the same way, wherever it lies now.
import type { LoggedEvent } from '../../../shared/events/event.ts';
import { type EventRow, readEvent, readForReplay } from '../../../shared/events/read-event.ts';
import type { ArchivedRun, ArchiveRecord, Archives } from '../../../shared/ports/archives.ts';
import type { EventPage, StateRows, StateTable, Store } from '../../../shared/ports/store.ts';
import { replay } from '../../state/evolve.ts';
import { allRows, type RowSet } from '../../state/rows.ts';
import { findArchived } from './find-archived.ts';

/** Archives read last: reading one takes as long as replaying its run. */
const KEPT = 2;

interface Opened {
  readonly content: ArchivedRun;
  /** Made when they are first asked for. */
  rows: RowSet | null;
}

/** For reading; commits go to the ledger itself. Reading an archived run throws `E_ARCHIVE` where its file is not what it was. */
export function withArchives(store: Store, archives: Pick<Archives, 'read'>): Store {
  const kept = new Map<string, Opened>();
  const open = (record: ArchiveRecord): Opened => {
    const known = kept.get(record.file);
    if (known !== undefined) return known;
    const opened: Opened = { content: archives.read(record), rows: null };
    kept.set(record.file, opened);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return opened;
  };
  const eventRows = (page: EventPage): readonly EventRow[] => {
    const record = store.archiveOf(page.runId);
    if (record === null) return store.eventRows(page);
    const first = pageOf(open(record).content.events, page);
    if (first.length === page.limit) return first;
    // What came after the archive was made is in the live log.
    const from = Math.max(page.from, record.lastSeq + 1);
    return [...first, ...store.eventRows({ ...page, from, limit: page.limit - first.length })];
  };
  const events = (runId: string): readonly LoggedEvent[] =>
    eventRows({ runId, from: 0, limit: Number.MAX_SAFE_INTEGER }).map(readEvent);
  const rowsOf = <T extends StateTable>(table: T, record: ArchiveRecord): readonly StateRows[T][] => {
    const opened = open(record);
    const run = opened.rows === null ? replay(events(record.runId)) : null;
    opened.rows ??= run === null ? {} : allRows(run);
    return opened.rows[table] ?? [];
  };
  const rowOfPatch = <T extends 'patches' | 'patch_ledger_entries'>(table: T, patchId: string): StateRows[T] | null => {
    const record = store.archiveOfPatch(patchId);
    return record === null ? null : (rowsOf(table, record).find((row) => row.patch_id === patchId) ?? null);
  };
  return {
    ...store,
    eventRows,
    replayPage: (page) =>
      store.archiveOf(page.runId) === null ? store.replayPage(page) : eventRows(page).map(readForReplay),
    eventPage: (page) =>
      store.archiveOf(page.runId) === null ? store.eventPage(page) : eventRows(page).map(readEvent),
    eventsOf: (runId) => (store.archiveOf(runId) === null ? store.eventsOf(runId) : events(runId)),
    eventCount: (runId) => store.eventCount(runId) + (store.archiveOf(runId)?.events ?? 0),
    hotEvents: (runId, after, limit) => {
      if (runId === null || store.archiveOf(runId) === null) return store.hotEvents(runId, after, limit);
      const rows = eventRows({ runId, from: after + 1, limit });
      return rows.map(({ seq, event_type, timestamp }) => ({ seq, kind: event_type, at: timestamp }));
    },
    eventHash: (runId, seq) => {
      const [event] = store.archiveOf(runId) === null ? [] : eventRows({ runId, from: seq, limit: 1 });
      return event?.seq === seq ? event.hash : store.eventHash(runId, seq);
    },
    eventRange: (runId) => {
      const record = store.archiveOf(runId);
      const live = store.eventRange(runId);
      const first = record === null ? undefined : open(record).content.events[0];
      return live === null || first === undefined ? live : { first: first.seq, last: live.last };
    },
    rowsOf: (table, runId) => {
      // The row of the run itself stays in the ledger, so that it is compared as ever.
      const record = table === 'runs' ? null : store.archiveOf(runId);
      return record === null ? store.rowsOf(table, runId) : rowsOf(table, record);
    },
    ledgerEntries: (filter) => {
      const record = filter.runId === undefined ? null : store.archiveOf(filter.runId);
      if (record === null) return store.ledgerEntries(filter);
      return rowsOf('patch_ledger_entries', record).toReversed().slice(0, filter.limit);
    },
    findPatches: (query) => {
      const record = query.runId === undefined ? null : store.archiveOf(query.runId);
      if (record === null) return store.findPatches(query);
      // Its rows are made with the first table of it that is asked for.
      rowsOf('patch_ledger_entries', record);
      const { rows, content } = open(record);
      const diffs = new Map(content.patches.map(({ patchId, diff }) => [patchId, diff]));
      return findArchived(rows ?? {}, diffs, query);
    },
    patchRow: (patchId) => store.patchRow(patchId) ?? rowOfPatch('patches', patchId),
    ledgerEntryOf: (patchId) => store.ledgerEntryOf(patchId) ?? rowOfPatch('patch_ledger_entries', patchId),
    patchDiff: (patchId) => {
      const live = store.patchDiff(patchId);
      const record = live === null ? store.archiveOfPatch(patchId) : null;
      if (record === null) return live;
      return open(record).content.patches.find((patch) => patch.patchId === patchId)?.diff ?? null;
    },
  };
}

function pageOf(events: readonly EventRow[], { from, limit }: EventPage): readonly EventRow[] {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.seq ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return events.slice(low, Math.min(events.length, low + limit));
}
