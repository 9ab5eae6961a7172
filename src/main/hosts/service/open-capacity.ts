// Makes what the runs of one process share, as the settings of the machine say.
import type { Capacity } from '../../../shared/ports/capacity.ts';
import { readServiceSettings } from '../../projects/read-service-settings.ts';
import { createCapacity } from '../../scheduling/create-capacity.ts';
import { systemClock } from './system-clock.ts';

export interface OpenCapacity {
  readonly dataDir: string;
  /** Tighter or wider than the setting of the machine; null leaves it. */
  readonly maxWorkers?: number | null;
}

/** Throws `E_SCHEMA` or `E_SYNTAX` when the settings are not in order. */
export function openCapacity({ dataDir, maxWorkers = null }: OpenCapacity): Capacity {
  const settings = readServiceSettings(dataDir);
  return createCapacity({ ...settings, seats: maxWorkers ?? settings.seats }, systemClock);
}
