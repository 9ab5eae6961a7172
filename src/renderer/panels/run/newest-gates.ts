// The last run of each gate: an earlier attempt's failure must not hide a later pass.
import type { GateRunView } from '../../../shared/ipc/views.ts';

/** Gate runs come oldest first; the answer keeps the order in which gates first ran. */
export function newestGates(gates: readonly GateRunView[]): readonly GateRunView[] {
  return [...new Map(gates.map((gate) => [gate.gateId, gate])).values()];
}
