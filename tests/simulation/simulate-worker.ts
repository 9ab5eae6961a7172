// Runs simulated worlds in a thread of its own and says what came of each.
import { parentPort, workerData } from 'node:worker_threads';
import { runWorld } from './world/run-world.ts';
import type { WorldResult } from './world/world-order.ts';
import { type Seed, worldOf } from './worlds.ts';

export interface WorkerOrder {
  readonly seeds: readonly Seed[];
}

export interface WorkerReport {
  readonly seed: Seed;
  readonly result: WorldResult;
}

const { seeds } = workerData as WorkerOrder; // given by simulate-worlds
for (const seed of seeds) {
  parentPort?.postMessage({ seed, result: await runWorld(worldOf(seed)) } satisfies WorkerReport);
}
