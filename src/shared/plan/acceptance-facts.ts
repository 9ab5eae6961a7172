// The names that conditions of acceptance checks may use, with what each means.
import { PATCH_MACHINE, type PatchState } from '../domain/patch.ts';
import type { NameType, NameTypes, NameValues } from '../lib/condition.ts';

export interface AcceptanceFact {
  readonly type: NameType;
  /** For the page on acceptance. */
  readonly means: string;
}

const STATES = Object.keys(PATCH_MACHINE.moves) as PatchState[]; // exactly the states by its type

const ofPatches = Object.fromEntries(
  STATES.map((state): [string, AcceptanceFact] => [
    countOf(state),
    {
      type: 'number',
      means:
        state === 'quarantined'
          ? 'patches in quarantine that no later patch replaces, of tasks that are not `critical: false`'
          : `patches that are ${state}`,
    },
  ]),
);

/** Every fact is about the tasks of the level that is judged, and about their patches. */
export const ACCEPTANCE_FACTS: Readonly<Record<string, AcceptanceFact>> = {
  state: { type: ['succeeded', 'failed'], means: '`"succeeded"` where every task is completed, else `"failed"`' },
  total_tasks: { type: 'number', means: 'tasks' },
  completed_tasks: { type: 'number', means: 'tasks that are completed' },
  failed_tasks: { type: 'number', means: 'tasks that failed' },
  blocked_tasks: { type: 'number', means: 'tasks that could not start' },
  cancelled_tasks: { type: 'number', means: 'tasks that were cancelled' },
  attempts: { type: 'number', means: 'attempts' },
  failed_attempts: { type: 'number', means: 'attempts that did not end well' },
  failed_gate_runs: { type: 'number', means: 'gate runs that did not pass, also of work that was given up' },
  task_output_size: { type: 'number', means: 'bytes that the tools wrote to their output' },
  changed_files: { type: 'number', means: 'different files that committed work changes' },
  changed_lines: { type: 'number', means: 'lines that committed work adds and takes away' },
  all_required_patches_committed: {
    type: 'flag',
    means: 'every task that is not `critical: false` is completed',
  },
  count_patches: { type: 'number', means: 'patches, in whatever state' },
  ...ofPatches,
};

export const FACT_TYPES: NameTypes = Object.fromEntries(
  Object.entries(ACCEPTANCE_FACTS).map(([name, { type }]) => [name, type]),
);

export type AcceptanceFacts = NameValues;

/** The name of the count of patches in a state. */
export function countOf(state: PatchState): string {
  return `count_${state}_patches`;
}
