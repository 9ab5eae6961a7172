// Names of other programs that no event of ours stands for, each with the reason.
import type { EventName } from './event-names.ts';

const NO_INTAKE = 'Files are not taken in one by one; what a tool changed is known from its patch.';
const NO_BUDGET = 'Costs are not counted: the tools of this version cost nothing by themselves.';
const BEFORE_RUNS = 'A repository is set up before there is a run; the report of `init` says it.';

/** A test shows that no name is both here and in a run, and that every other name is in one. */
export const ABSENT_NAMES: { readonly [Name in EventName]?: string } = {
  TASK_PROGRESS: 'Commands and scripts do not say how far they are; what they print is kept as their output.',
  stdout_chunk: 'Output is kept in files of the attempt, not in the log of events.',
  FILE_DISCOVERED: NO_INTAKE,
  FILE_CLASSIFIED: NO_INTAKE,
  FILE_PROCESSING: NO_INTAKE,
  delegation_blocked: 'A tool does not hand its task on to another; the router gives it one.',
  patch_rolled_back: 'What is committed to a run is not taken back.',
  ROLLBACK_COMPLETED: 'What is committed to a run is not taken back.',
  TASK_CHECKPOINT: 'There are no checkpoints: what a stopped tool wrote is kept as a patch.',
  budget_warning: NO_BUDGET,
  budget_exceeded: NO_BUDGET,
  run_quarantined: 'A run with a refused patch fails or waits for a person; the patch is what is in quarantine.',
  workstream_failed_quarantine: 'A workstream whose patch was refused is failed; the patch is what is in quarantine.',
  bootstrap_started: BEFORE_RUNS,
  discovery_complete: BEFORE_RUNS,
  profile_selected: BEFORE_RUNS,
  artifacts_generated: BEFORE_RUNS,
  validation_passed: BEFORE_RUNS,
  bootstrap_complete: BEFORE_RUNS,
  'pattern.*': 'There is no library of patterns.',
};
