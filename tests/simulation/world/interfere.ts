// What befalls a simulated world between two turns of its engine: the machine, the clock, the user's git.
import { FOREIGN } from './sim-integration.ts';
import type { SimWorld } from './sim-world.ts';

const SHORT_MS = [10_000, 20 * 60_000] as const;
const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

export function interfere(world: SimWorld): void {
  const { faults, clock, machine, dice, git } = world;
  if (faults.hits('disk-full')) machine.fillDisk(dice.between(...SHORT_MS));
  if (faults.hits('memory-short')) machine.take('memory', dice.between(...SHORT_MS));
  if (faults.hits('cpu-busy')) machine.take('cpu', dice.between(...SHORT_MS));
  if (faults.hits('clock-forward-year')) clock.jump(YEAR_MS);
  if (faults.hits('clock-back-hour')) clock.jump(-HOUR_MS);
  if (faults.hits('clock-forward-hour')) clock.jump(HOUR_MS);
  // While a foreign hand holds a run's ref, the run's commits hang on nothing, here as in any repository.
  if (faults.hits('git-gc') && ![...git.refs.values()].includes(FOREIGN)) git.collectGarbage();
}
