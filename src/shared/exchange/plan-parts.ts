// What documents yield before it is known how it hangs together.
import type { PlanRecord } from './import-trace.ts';
import type { SourceRecord } from './source-record.ts';

export interface PlanParts {
  /** Fields of the plan itself. */
  readonly plans: readonly PlanRecord[];
  readonly phases: readonly PlanRecord[];
  readonly workstreams: readonly PlanRecord[];
  readonly tasks: readonly PlanRecord[];
  /** Fields that UET v1 has no place for, by level and id; see plan-extras.ts. */
  readonly extras: readonly Extra[];
}

export interface Extra {
  readonly level: 'phases' | 'workstreams' | 'tasks';
  readonly record: SourceRecord;
}

export const NO_PARTS: PlanParts = { plans: [], phases: [], workstreams: [], tasks: [], extras: [] };

export function joinParts(all: readonly PlanParts[]): PlanParts {
  return {
    plans: all.flatMap((one) => one.plans),
    phases: all.flatMap((one) => one.phases),
    workstreams: all.flatMap((one) => one.workstreams),
    tasks: all.flatMap((one) => one.tasks),
    extras: all.flatMap((one) => one.extras),
  };
}

/** What could be read, as a list of one or none. */
export function listed(record: PlanRecord | null): readonly PlanRecord[] {
  return record === null ? [] : [record];
}
