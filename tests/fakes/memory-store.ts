// The store port in memory: keeps what a commit writes, so that a simulated crash loses exactly what was not committed.

import { eventHash, FIRST_HASH } from '../../src/main/store/event-hash.ts';
import { NO_DURATIONS } from '../../src/shared/domain/durations.ts';
import type { LoggedEvent, NewEvent } from '../../src/shared/events/event.ts';
import { eventVersion } from '../../src/shared/events/read-event.ts';
import {
  type LedgerCommit,
  type OutboxEntry,
  STATE_KEYS,
  type StateRows,
  type StateTable,
  type Store,
} from '../../src/shared/ports/store.ts';

interface StoredEvent {
  readonly logged: LoggedEvent;
  readonly payload: string;
}

export interface MemoryStore extends Store {
  readonly commits: number;
  readonly outbox: ReadonlyMap<string, OutboxEntry>;
}

export function createMemoryStore(onCommit: (commit: LedgerCommit) => void = () => {}): MemoryStore {
  const events: StoredEvent[] = [];
  const byRun = new Map<string, StoredEvent[]>();
  const tables = new Map<StateTable, Map<string, object>>();
  const bytes = new Map<string, Uint8Array>();
  const outbox = new Map<string, OutboxEntry>();
  let commits = 0;
  const table = (name: StateTable) => {
    const known = tables.get(name) ?? new Map<string, object>();
    tables.set(name, known);
    return known;
  };
  const rows = <T extends StateTable>(name: T) => [...table(name).values()] as StateRows[T][]; // filled by commit with rows of that table
  const store = {
    get commits() {
      return commits;
    },
    outbox,
    dataVersion: () => 0,
    commit: (commit: LedgerCommit) => {
      onCommit(commit);
      commits += 1;
      const logged = commit.events.map((event) => {
        const stored = chain(event, events.at(-1)?.logged ?? null);
        events.push(stored);
        const own = byRun.get(event.runId);
        if (own === undefined) byRun.set(event.runId, [stored]);
        else own.push(stored);
        return stored.logged;
      });
      for (const name of Object.keys(STATE_KEYS) as StateTable[]) {
        for (const row of commit.rows[name] ?? [])
          table(name).set(String(Reflect.get(row, STATE_KEYS[name])), { ...row });
      }
      for (const one of commit.patchBytes) {
        const diff = 'copyOf' in one ? bytes.get(one.copyOf) : one.diff;
        if (diff === undefined) throw new Error(`patch ${one.patchId} copies one that is not there`);
        bytes.set(one.patchId, diff);
      }
      for (const entry of commit.outboxAdded) outbox.set(entry.effectId, entry);
      for (const effectId of commit.outboxDone) outbox.delete(effectId);
      return logged;
    },
    eventsOf: (runId: string) => (byRun.get(runId) ?? []).map(readStored),
    eventPage: ({ runId, from, limit }) => {
      const own = byRun.get(runId) ?? [];
      const first = firstFrom(own, from);
      return own.slice(first, first + limit).map(readStored);
    },
    logPage: ({ from, limit }) =>
      events
        .filter(({ logged }) => logged.seq >= from)
        .slice(0, limit)
        .map(readStored),
    replayPage: ({ runId, from, limit }) => {
      const own = byRun.get(runId) ?? [];
      const first = firstFrom(own, from);
      return own.slice(first, first + limit).map(readStored);
    },
    eventRows: () => [],
    hotEvents: (runId, after, limit) =>
      (runId === null ? events : (byRun.get(runId) ?? []))
        .filter(({ logged }) => logged.seq > after)
        .slice(0, limit)
        .map(({ logged: { seq, kind, at } }) => ({ seq, kind, at })),
    eventCount: (runId) => byRun.get(runId)?.length ?? 0,
    eventHash: (runId, seq) => {
      const own = byRun.get(runId) ?? [];
      const found = own[firstFrom(own, seq)]?.logged;
      return found?.seq === seq ? found.hash : null;
    },
    eventRange: (runId) => {
      const own = byRun.get(runId);
      const [first, last] = [own?.at(0), own?.at(-1)];
      return first === undefined || last === undefined ? null : { first: first.logged.seq, last: last.logged.seq };
    },
    chainLinks: () => [],
    checkChain: () => ({ events: events.length, problems: [] }),
    runRows: () => rows('runs'),
    runRow: (runId: string) => rows('runs').find((row) => row.run_id === runId) ?? null,
    openRunIds: () =>
      rows('runs')
        .filter((row) => row.state === 'pending' || row.state === 'running')
        .map((row) => row.run_id),
    rowsOf: (name, runId) => rows(name).filter((row) => row.run_id === runId),
    reviewRows: ({ open, limit }) =>
      rows('reviews')
        .filter((row) => !open || row.ended_at === null)
        .slice(-limit)
        .reverse(),
    reviewRow: (reviewId) => rows('reviews').find((row) => row.review_id === reviewId) ?? null,
    findPatches: ({ limit }) => ({ entries: rows('patch_ledger_entries').slice(-limit).reverse(), next: null }),
    ledgerEntries: ({ limit }) => rows('patch_ledger_entries').slice(-limit).reverse(),
    patchRow: (patchId) => rows('patches').find((row) => row.patch_id === patchId) ?? null,
    ledgerEntryOf: (patchId) => rows('patch_ledger_entries').find((row) => row.patch_id === patchId) ?? null,
    patchDiff: (patchId) => bytes.get(patchId) ?? null,
    pendingEffects: () => [...outbox.values()],
    durations: () => NO_DURATIONS,
    archives: () => [],
    archiveOf: () => null,
    archiveOfPatch: () => null,
    archivedRanges: () => [],
    runCounts: () => ({ tasks: {}, patches: {}, directChanges: {} }),
    toolRecords: () => [],
    opened: { inOrder: true, whole: true },
    checkTail: () => ({ problem: null, wholeLog: true }),
    walBytes: () => 0,
    checkpoint: () => {},
    close: () => {},
  } satisfies MemoryStore;
  return store;
}

/** Place of the first event numbered `from` or later. */
function firstFrom(events: readonly StoredEvent[], from: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.logged.seq ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbered and hashed as the real store does it. */
function chain(event: NewEvent, before: LoggedEvent | null): StoredEvent {
  const seq = (before?.seq ?? 0) + 1;
  const prevHash = before?.hash ?? FIRST_HASH;
  const payload = JSON.stringify(event.data);
  const hash = eventHash({
    seq,
    event_id: event.eventId,
    run_id: event.runId,
    event_type: event.kind,
    version: eventVersion(event.kind),
    timestamp: event.at,
    payload,
    source: `${event.entity}:${event.id}`,
    entity: event.entity,
    entity_id: event.id,
    prev_hash: prevHash,
  });
  return { logged: { ...event, seq, prevHash, hash }, payload };
}

/** Stored events come back as JSON, never as the objects that were decided upon. */
function readStored({ logged, payload }: StoredEvent): LoggedEvent {
  return { ...logged, data: JSON.parse(payload) };
}
