// What the execution room needs of the rest of the house.
import type { Clock } from '../../shared/ports/clock.ts';
import type { Faults } from '../../shared/ports/faults.ts';
import type { Log } from '../../shared/ports/log.ts';
import type { Spawn } from '../../shared/ports/spawn.ts';
import type { HostEnv } from './build-environment.ts';
import type { LocalWorkspaces } from './workspaces/create-workspaces.ts';

export interface ExecutionPorts {
  readonly workspaces: LocalWorkspaces;
  readonly spawn: Spawn;
  readonly clock: Clock;
  readonly log: Log;
  readonly faults: Faults;
  /** Absolute; logs go to `attempts/<attempt id>/` below it. */
  readonly artifactsDir: string;
  /** Environment of the host; tools see an allow-list of it. */
  readonly hostEnv: HostEnv;
}
