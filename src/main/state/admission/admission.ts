// Admission as one table: what has to be true before a queued task starts. The first condition that holds is the reason.
import type { RunNode, TaskNode } from '../run-state.ts';
import { CLAIM_ORDER, CLAIM_TAKEN, CLAIM_TURN } from './claim-conditions.ts';
import type { Condition, Hold, Naming, RunCondition, TaskCondition, Waiting } from './condition.ts';
import { RESOURCES_GONE, RESOURCES_SCARCE } from './resource-conditions.ts';
import { ONE_AT_A_TIME, OUTSIDE, PAUSED, SLOTS, STOPPING } from './run-conditions.ts';
import { BACKGROUND_LIMIT, SHARED_TOOL, WORKSTREAM_LIMIT } from './task-conditions.ts';
import { TOOL } from './tool-condition.ts';
import { WAVE } from './wave-condition.ts';

/** In the order in which they are told: what a person can change, what the task itself waits for, what is merely full. */
export const ADMISSION: readonly Condition[] = [
  STOPPING,
  PAUSED,
  RESOURCES_GONE,
  RESOURCES_SCARCE,
  ONE_AT_A_TIME,
  WAVE,
  WORKSTREAM_LIMIT,
  CLAIM_ORDER,
  CLAIM_TAKEN,
  CLAIM_TURN,
  TOOL,
  SHARED_TOOL,
  BACKGROUND_LIMIT,
  SLOTS,
  OUTSIDE,
];

const RUN_CONDITIONS = ADMISSION.filter((one): one is RunCondition => one.of === 'run');
const TASK_CONDITIONS = ADMISSION.filter((one): one is TaskCondition => one.of === 'task');

/** True when some task may start, if there is one that nothing holds. */
export function isAdmitting(run: RunNode): boolean {
  for (const condition of RUN_CONDITIONS) if (condition.holds(run)) return false;
  return true;
}

/** What holds this task and not every other one alike; null when it may start as soon as the run admits any. */
export function holdOf(run: RunNode, task: TaskNode): Hold | null {
  for (const condition of TASK_CONDITIONS) {
    const hold = condition.hold(run, task);
    if (hold !== null) return hold;
  }
  return null;
}

/** The one reason why a queued task does not run; null when it is about to start. */
export function queuedReason(run: RunNode, task: TaskNode, naming: Naming): Waiting | null {
  for (const condition of ADMISSION) {
    const waiting = reasonFor(condition, run, task, naming);
    if (waiting !== null) return waiting;
  }
  return null;
}

function reasonFor(condition: Condition, run: RunNode, task: TaskNode, naming: Naming): Waiting | null {
  if (condition.of === 'run') return condition.holds(run) ? condition.explain(run, naming) : null;
  return condition.hold(run, task)?.explain(naming) ?? null;
}
