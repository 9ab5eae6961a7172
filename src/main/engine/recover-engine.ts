// Loads what an earlier engine left in the ledger: open runs with their state, and intents without an outcome.
import type { OutboxEntry, Store } from '../../shared/ports/store.ts';
import type { RunNode } from '../state/run-state.ts';
import type { Effect } from './effect.ts';
import { type LoadPorts, loadRun } from './load-run.ts';

export interface LeftoverPorts extends LoadPorts {
  readonly store: LoadPorts['store'] & Pick<Store, 'pendingEffects' | 'openRunIds'>;
}

export interface Leftover {
  readonly runs: readonly RunNode[];
  readonly effects: readonly Effect[];
}

/** Runs that are pending, running, or ended with an effect still to do. */
export function findLeftover(ports: LeftoverPorts): Leftover {
  const { store } = ports;
  const effects = store.pendingEffects().map(effectOf);
  const runIds = new Set([...store.openRunIds(), ...effects.map((effect) => effect.runId)]);
  return { runs: [...runIds].map((runId) => loadRun(ports, runId)), effects };
}

function effectOf(entry: OutboxEntry): Effect {
  const { effectId, runId, kind } = entry;
  return { effectId, runId, kind, body: JSON.parse(entry.body) } as Effect; // written by openTurn from an Effect
}
