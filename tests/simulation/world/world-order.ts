// What a simulated world is made from, and what came of it.
import type { Message } from '../../../src/main/engine/message.ts';
import type { Plan } from '../../../src/shared/plan/plan.ts';
import type { CapacityLimits } from '../../../src/shared/ports/capacity.ts';
import type { Invariant } from '../invariants/invariant.ts';
import type { FaultCounts, FaultName } from './faults.ts';
import type { Breach } from './observe.ts';
import type { SimMachine } from './sim-machine.ts';
import type { StoreKind } from './sim-store.ts';
import type { Pace } from './sim-world.ts';

export interface PlannedRun {
  readonly plan: Plan;
  readonly maxParallel: number;
  /** Whether it waits for a person when nothing can go on, or ends. */
  readonly whenStuck: 'wait' | 'end';
  /** After the beginning of the world. */
  readonly atMs: number;
}

export interface WorldOrder {
  readonly seed: number;
  readonly runs: readonly PlannedRun[];
  readonly pace: Pace;
  /** Seats and rates that all runs share; null: none. */
  readonly limits: CapacityLimits | null;
  readonly store: StoreKind;
  /** States of runs are saved now and then, and read by the next life; else it replays every event. */
  readonly snapshots: boolean;
  /** Factor on the chances of all faults; 0 is a calm world. */
  readonly trouble: number;
  readonly factors?: Partial<Readonly<Record<FaultName, number>>>;
  readonly off?: ReadonlySet<FaultName>;
  /** All of them unless told. */
  readonly invariants?: readonly Invariant[];
}

export interface WorldResult {
  readonly seed: number;
  readonly breaches: readonly Breach[];
  readonly counts: Readonly<FaultCounts>;
  /** Engine processes that lived. */
  readonly lives: number;
  readonly events: number;
  readonly commits: number;
  /** Times that a run was looked at as a whole. */
  readonly looks: number;
  /** Read by lives that took up another's work. */
  readonly snapshots: number;
  readonly tasks: number;
  readonly simulatedMs: number;
  /** Final states of the runs, in order. */
  readonly states: readonly string[];
  /** Times that a full disk refused a write, by whose. */
  readonly refusals: SimMachine['refusals'];
}

type StartRun = Extract<Message, { type: 'start-run' }>;

const BASE = 'b'.repeat(40);

export function runIdOf(at: number): string {
  return `01JR${String(at).padStart(22, '0')}`;
}

export function startOf({ plan, maxParallel, whenStuck }: PlannedRun, at: number): StartRun {
  const repository = { repository: '/repo', base: BASE, baseRef: null };
  return {
    type: 'start-run',
    runId: runIdOf(at),
    facts: { plan, planFile: null, ...repository, maxParallel, whenStuck, requestedBy: 'test' },
  };
}
