// Any run's state: from the engine while it has it, else replayed from the ledger and kept while that is as it was.

import type { Store } from '../../../shared/ports/store.ts';
import { type LoadPorts, loadRun } from '../../engine/load-run.ts';
import type { Engine } from '../../engine/loop.ts';
import type { RunNode } from '../../state/run-state.ts';

const KEPT = 16;

export interface LibraryPorts extends LoadPorts {
  readonly store: Store;
}

export interface RunLibrary {
  /** Throws `E_NOT_FOUND`. */
  run(runId: string): RunNode;
  /** Newest first, at most `limit`. */
  newest(limit: number): readonly RunNode[];
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
  return {
    run,
    newest: (limit) =>
      store
        .runRows()
        .slice()
        .sort((a, b) => (a.run_id < b.run_id ? 1 : -1))
        .slice(0, limit)
        .map((row) => run(row.run_id)),
  };
}
