// The store port in memory: keeps what a commit writes, so that a simulated crash loses exactly what was not committed.
import { createHash } from 'node:crypto';
import type { LoggedEvent } from '../../src/shared/events/event.ts';
import {
  type LedgerCommit,
  type OutboxEntry,
  STATE_KEYS,
  type StateRows,
  type StateTable,
  type Store,
} from '../../src/shared/ports/store.ts';

export interface MemoryStore extends Store {
  readonly commits: number;
  readonly outbox: ReadonlyMap<string, OutboxEntry>;
}

export function createMemoryStore(onCommit: (commit: LedgerCommit) => void = () => {}): MemoryStore {
  const events: LoggedEvent[] = [];
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
    commit: (commit: LedgerCommit) => {
      onCommit(commit);
      commits += 1;
      const logged = commit.events.map((event) => {
        const prevHash = events.at(-1)?.hash ?? '';
        const hash = createHash('sha256').update(prevHash).update(JSON.stringify(event)).digest('hex');
        // Stored events come back as JSON, never as the objects that were decided upon.
        const stored = { ...structuredClone(event), seq: events.length + 1, prevHash, hash } as LoggedEvent;
        events.push(stored);
        return stored;
      });
      for (const name of Object.keys(STATE_KEYS) as StateTable[]) {
        for (const row of commit.rows[name] ?? [])
          table(name).set(String(Reflect.get(row, STATE_KEYS[name])), { ...row });
      }
      for (const { patchId, diff } of commit.patchBytes) bytes.set(patchId, diff);
      for (const entry of commit.outboxAdded) outbox.set(entry.effectId, entry);
      for (const effectId of commit.outboxDone) outbox.delete(effectId);
      return logged;
    },
    eventsOf: (runId: string) => structuredClone(events.filter((event) => event.runId === runId)),
    eventPage: ({ runId, from, limit }) =>
      events.filter((event) => event.runId === runId && event.seq >= from).slice(0, limit),
    eventRows: () => [],
    checkChain: () => ({ events: events.length, problems: [] }),
    runRows: () => rows('runs'),
    runRow: (runId: string) => rows('runs').find((row) => row.run_id === runId) ?? null,
    openRunIds: () =>
      rows('runs')
        .filter((row) => row.state === 'pending' || row.state === 'running')
        .map((row) => row.run_id),
    rowsOf: (name, runId) => rows(name).filter((row) => row.run_id === runId),
    ledgerEntries: ({ limit }) => rows('patch_ledger_entries').slice(-limit).reverse(),
    patchRow: (patchId) => rows('patches').find((row) => row.patch_id === patchId) ?? null,
    ledgerEntryOf: (patchId) => rows('patch_ledger_entries').find((row) => row.patch_id === patchId) ?? null,
    patchDiff: (patchId) => bytes.get(patchId) ?? null,
    pendingEffects: () => [...outbox.values()],
    checkpoint: () => {},
    close: () => {},
  } satisfies MemoryStore;
  return store;
}
