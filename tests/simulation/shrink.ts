// Makes a failing world smaller: fewer runs, fewer faults, as long as the same invariant still breaks.

import { FAULT_NAMES, type FaultName } from './world/faults.ts';
import { runWorld } from './world/run-world.ts';
import type { WorldResult } from './world/world-order.ts';
import { type Seed, worldOf } from './worlds.ts';

export interface Shrunk {
  readonly seed: Seed;
  readonly result: WorldResult;
  /** Faults that are still on and still happen in it. */
  readonly faults: readonly FaultName[];
}

/** The first failure decides what is looked for; null when the world does not fail at all. */
export async function shrink(start: Seed): Promise<Shrunk | null> {
  let seed = start;
  let result = await runWorld(worldOf(seed));
  const wanted = result.breaches[0]?.invariant;
  if (wanted === undefined) return null;
  const take = async (next: Seed) => {
    const tried = await runWorld(worldOf(next));
    if (!tried.breaches.some(({ invariant }) => invariant === wanted)) return false;
    seed = next;
    result = tried;
    return true;
  };
  for (let runs = worldOf(seed).runs.length - 1; runs > 0; runs -= 1) if (!(await take({ ...seed, runs }))) break;
  for (const name of FAULT_NAMES) {
    if (result.counts[name] > 0) await take({ ...seed, off: [...(seed.off ?? []), name] });
  }
  // What never happened in the world that is left is off without changing it.
  const faults = FAULT_NAMES.filter((name) => result.counts[name] > 0);
  return { seed, result, faults };
}
