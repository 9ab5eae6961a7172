// What the pool of workspaces needs of the rest of the house.
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import type { Git, Trees } from '../../../shared/ports/git.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Spawn } from '../../../shared/ports/spawn.ts';
import type { HostEnv } from '../build-environment.ts';

export interface WorkspacePorts {
  /** Absolute folder for the slots. One process at a time. */
  readonly root: string;
  /** Root of the user's checkout, from where ignored files are copied. */
  readonly checkout: string;
  /** Environment of the host; set-up commands see an allow-list of it. */
  readonly hostEnv: HostEnv;
  readonly git: Git;
  readonly trees: Trees;
  readonly spawn: Spawn;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
  readonly faults: Faults;
}
