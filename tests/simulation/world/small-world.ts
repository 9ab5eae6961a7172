// A small world from a seed: one to three random runs, in more or less trouble, over one of the two stores.
import type { CapacityLimits } from '../../../src/shared/ports/capacity.ts';
import { withGates } from '../gate-plan.ts';
import { randomPlan } from '../random-plan.ts';
import { createDice, type Dice } from '../seeded-random.ts';
import { withTools } from '../tool-plan.ts';
import type { PlannedRun, WorldOrder } from './world-order.ts';

const HOUR_MS = 3_600_000;
/** Of six seeds these have tools of the project. */
const TOOLED = [0, 4];
/** Of five seeds these have gates of every sort. */
const GATED = 3;
/** Of all seeds these have no trouble at all, these run over SQLite, in these the ledger is kept with snapshots. */
const CALM = 0.1;
const REAL = 0.1;
const SNAPSHOTS = 0.5;

/** In these the runs share seats, and a tool that may start so often a minute. */
const SHARED = 0.4;

export function smallWorld(seed: number): WorldOrder {
  const dice = createDice(seed).stream('small world');
  const count = dice.pick([1, 1, 1, 2, 3]);
  const runs = Array.from({ length: count }, (_, at): PlannedRun => {
    const bare = randomPlan(seed * 3 + at, dice.chance(0.4) ? 0.4 : 0);
    const gated = seed % 5 === GATED ? withGates(bare, seed * 3 + at) : bare;
    const plan = TOOLED.includes(seed % 6) ? withTools(gated, seed * 3 + at) : gated;
    return {
      plan,
      whenStuck: dice.pick(['wait', 'end']),
      maxParallel: dice.between(1, 6),
      atMs: at === 0 ? 0 : dice.between(0, HOUR_MS),
    };
  });
  return {
    seed,
    runs,
    pace: { toolMs: [1_000, 20 * 60_000], gateMs: [100, 60_000], gitMs: [1, 500] },
    limits: dice.chance(SHARED) ? limitsOf(dice) : null,
    snapshots: dice.chance(SNAPSHOTS),
    store: dice.chance(REAL) ? 'sqlite' : 'memory',
    trouble: dice.chance(CALM) ? 0 : 0.3 + dice.next() * 1.2,
  };
}

function limitsOf(dice: Dice): CapacityLimits {
  const script = { maxParallel: dice.between(1, 4), startsPerMinute: dice.between(1, 20) };
  return { seats: dice.between(1, 5), tools: dice.chance(0.5) ? { script } : {} };
}
