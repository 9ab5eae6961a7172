// Any run's state: from the engine while it has it, else replayed from the ledger and kept while that is as it was.

import type { LoggedEvent } from '../../../shared/events/event.ts';
import type { RunSummary } from '../../../shared/ipc/views.ts';
import type { RunRow, Store } from '../../../shared/ports/store.ts';
import { type LoadPorts, loadRun } from '../../engine/load-run.ts';
import type { Engine } from '../../engine/loop.ts';
import { rowSummary, runSummary } from '../../projections/run-view.ts';
import type { RunNode } from '../../state/run-state.ts';

const KEPT = 16;

export interface LibraryPorts extends LoadPorts {
  readonly store: Store;
}

export interface RunLibrary {
  /** Throws `E_NOT_FOUND`. */
  run(runId: string): RunNode;
  /** Newest first, at most `limit`. */
  newest(limit: number): readonly RunSummary[];
  summary(runId: string): RunSummary;
  /** All events, wherever they lie. */
  events(runId: string): readonly LoggedEvent[];
  /** What was kept of it is not true any more. */
  forget(runId: string): void;
}

export function createRunLibrary(ports: LibraryPorts, engine: Engine | null): RunLibrary {
  const { store } = ports;
  const kept = new Map<string, RunNode>();
  let version = store.dataVersion();
  /** Without an engine somebody else may add to open runs. */
  const forgetOpen = () => {
    const now = store.dataVersion();
    if (engine !== null || now === version) return;
    version = now;
    for (const [runId, { endedAt }] of kept) if (endedAt === null) kept.delete(runId);
  };
  const run = (runId: string): RunNode => {
    forgetOpen();
    const live = engine?.runs.get(runId) ?? kept.get(runId);
    if (live !== undefined) return live;
    const loaded = loadRun(ports, runId);
    kept.set(runId, loaded);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return loaded;
  };
  /** A run that is not in memory is listed from its rows: replaying hundreds for a list takes seconds. */
  const summary = (row: RunRow): RunSummary => {
    const live = engine?.runs.get(row.run_id) ?? kept.get(row.run_id);
    if (live !== undefined) return runSummary(live);
    const archived = store.archiveOf(row.run_id);
    if (archived === null) return rowSummary(row, store.runCounts(row.run_id));
    return { ...JSON.parse(archived.summary), archivedAt: archived.archivedAt };
  };
  return {
    run,
    newest: (limit) => {
      forgetOpen();
      const newestFirst = store.runRows().toSorted((a, b) => (a.run_id < b.run_id ? 1 : -1));
      return newestFirst.slice(0, limit).map(summary);
    },
    summary: (runId) => {
      const row = store.runRow(runId);
      return row === null ? runSummary(run(runId)) : summary(row);
    },
    events: (runId) => store.eventsOf(runId),
    forget: (runId) => {
      kept.delete(runId);
    },
  };
}
