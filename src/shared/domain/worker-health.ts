// How the workers of a run are watched: how often, and how much memory what they run may take.
import { LIMITS } from './limits.ts';

export interface WorkerHealth {
  /** Between two looks at every busy worker. */
  readonly heartbeatMs: number;
  /** Of a tool and everything it started. */
  readonly memoryBytes: number;
}

export const DEFAULT_HEALTH: WorkerHealth = {
  heartbeatMs: LIMITS.heartbeatMs,
  memoryBytes: LIMITS.workerMemoryBytes,
};
