// A year in the life of a service: a small run every day over one ledger, with crashes, clock changes and full disks now and then.
import { randomPlan } from '../random-plan.ts';
import { createDice } from '../seeded-random.ts';
import { withTools } from '../tool-plan.ts';
import type { PlannedRun, WorldOrder } from './world-order.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 365;

export function yearWorld(seed: number): WorldOrder {
  const dice = createDice(seed).stream('year world');
  const runs = Array.from({ length: DAYS }, (_, day): PlannedRun => {
    const bare = randomPlan(seed * 1_000 + day, dice.chance(0.3) ? 0.3 : 0);
    const plan = dice.chance(0.3) ? withTools(bare, day) : bare;
    return {
      plan,
      whenStuck: dice.pick(['wait', 'end']),
      maxParallel: dice.between(1, 6),
      atMs: day * DAY_MS + dice.between(0, 8 * HOUR_MS),
    };
  });
  return {
    ...{ seed, runs, limits: { seats: 8, tools: {} } },
    pace: { toolMs: [1_000, 20 * 60_000], gateMs: [100, 60_000], gitMs: [1, 500] },
    ...{ store: 'memory', snapshots: true, trouble: 0.25 },
  };
}
