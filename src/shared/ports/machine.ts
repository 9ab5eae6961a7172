// The machine's processors, memory and disks as a port.
import type { MachineSample } from '../domain/resources.ts';

export interface Machine {
  /** One look, off this process's loop. Rejects where the system refuses it. */
  sample(): Promise<MachineSample>;
}
