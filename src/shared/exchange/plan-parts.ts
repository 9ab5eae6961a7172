// What documents yield before it is known how it hangs together.
import type { PlanRecord } from './import-trace.ts';

export interface PlanParts {
  /** Fields of the plan itself. */
  readonly plans: readonly PlanRecord[];
  readonly phases: readonly PlanRecord[];
  readonly workstreams: readonly PlanRecord[];
  readonly tasks: readonly PlanRecord[];
}

export const NO_PARTS: PlanParts = { plans: [], phases: [], workstreams: [], tasks: [] };

export function joinParts(all: readonly PlanParts[]): PlanParts {
  return {
    plans: all.flatMap((one) => one.plans),
    phases: all.flatMap((one) => one.phases),
    workstreams: all.flatMap((one) => one.workstreams),
    tasks: all.flatMap((one) => one.tasks),
  };
}

/** What could be read, as a list of one or none. */
export function listed(record: PlanRecord | null): readonly PlanRecord[] {
  return record === null ? [] : [record];
}
