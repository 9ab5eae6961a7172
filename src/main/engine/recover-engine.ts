// Loads what an earlier engine left in the ledger: open runs with their state, and intents without an outcome.
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { OutboxEntry, Store } from '../../shared/ports/store.ts';
import { replay } from '../state/evolve.ts';
import type { RunNode } from '../state/run-state.ts';
import type { Effect } from './effect.ts';

export interface Leftover {
  readonly runs: readonly RunNode[];
  readonly effects: readonly Effect[];
}

/** Runs that are pending, running, or ended with an effect still to do. */
export function findLeftover(store: Store): Leftover {
  const effects = store.pendingEffects().map(effectOf);
  const runIds = new Set([...store.openRunIds(), ...effects.map((effect) => effect.runId)]);
  return { runs: [...runIds].map((runId) => loadRun(store, runId)), effects };
}

/** The state of any run, from its events. Throws `E_NOT_FOUND` for an unknown one. */
export function loadRun(store: Store, runId: string): RunNode {
  const run = replay(store.eventsOf(runId));
  if (run !== null) return run;
  throw new PatchbayError(
    'E_NOT_FOUND',
    `There is no run ${runId} in this project.`,
    'List them with `patchbay status`.',
    {
      runId,
    },
  );
}

function effectOf(entry: OutboxEntry): Effect {
  const { effectId, runId, kind } = entry;
  return { effectId, runId, kind, body: JSON.parse(entry.body) } as Effect; // written by openTurn from an Effect
}
