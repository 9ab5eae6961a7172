// What outlives every engine of a simulated world, and the pace at which things happen in it.
import type { CapacityLimits } from '../../../src/shared/ports/capacity.ts';
import type { VirtualClock } from '../../fakes/virtual-clock.ts';
import type { Dice } from '../seeded-random.ts';
import type { Faults } from './faults.ts';
import type { SimGit } from './sim-git.ts';
import type { SimMachine } from './sim-machine.ts';
import type { SimSnapshots } from './sim-snapshots.ts';

export interface SimWorld {
  readonly seed: number;
  readonly clock: VirtualClock;
  readonly dice: Dice;
  readonly faults: Faults;
  readonly machine: SimMachine;
  readonly git: SimGit;
  readonly snapshots: SimSnapshots;
  readonly pace: Pace;
  /** What the runs share; null where each has its own. */
  readonly limits: CapacityLimits | null;
  /** Workspaces that were given back while the ledger did not have yet what was in them. */
  readonly lost: string[];
  /** Direct changes for which git could not be made to hold them; the run has to say so. */
  readonly unheld: Set<string>;
  /** Number of the engine process that lives now, from 1. */
  life(): number;
  /** Counts a new one. */
  born(): number;
  /** Asks the ledger: whether it has, or a ref holds, what this attempt's workspace holds. */
  isKept(attemptId: string): boolean;
}

/** Least and most, in milliseconds. */
export interface Pace {
  readonly toolMs: readonly [number, number];
  readonly gateMs: readonly [number, number];
  readonly gitMs: readonly [number, number];
}
