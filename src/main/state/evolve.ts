// Applies one event to a run's state. Deterministic: the same events give the same state, live or replayed.
import type { EventKind, NewEvent } from '../../shared/events/event.ts';
import { Bug } from '../../shared/lib/assert.ts';
import { ACCEPTANCE_FAMILY } from './evolve-acceptance.ts';
import { ADDITION_FAMILY } from './evolve-addition.ts';
import { ATTEMPT_FAMILY } from './evolve-attempt.ts';
import { COMMAND_FAMILY } from './evolve-command.ts';
import { CONFLICT_FAMILY } from './evolve-conflict.ts';
import { DEPENDENCY_FAMILY } from './evolve-dependency.ts';
import { DIRECT_CHANGE_FAMILY } from './evolve-direct-change.ts';
import { GATE_FAMILY } from './evolve-gate.ts';
import { HANDOFF_FAMILY } from './evolve-handoff.ts';
import { PATCH_FAMILY } from './evolve-patch.ts';
import { RETRY_FAMILY } from './evolve-retry.ts';
import { REVIEW_FAMILY } from './evolve-review.ts';
import { RUN_FAMILY } from './evolve-run.ts';
import { TASK_FAMILY } from './evolve-task.ts';
import { TOOL_FAMILY } from './evolve-tool.ts';
import { WAVE_FAMILY } from './evolve-wave.ts';
import { WORKER_FAMILY } from './evolve-worker.ts';
import { newRun } from './new-run.ts';
import type { RunNode } from './run-state.ts';
import type { Family, Step, Touch } from './step.ts';

type LaterKind = Exclude<EventKind, 'run-created'>;

const FAMILIES: Family<LaterKind> = {
  ...RUN_FAMILY,
  ...TASK_FAMILY,
  ...RETRY_FAMILY,
  ...ADDITION_FAMILY,
  ...ATTEMPT_FAMILY,
  ...WORKER_FAMILY,
  ...PATCH_FAMILY,
  ...REVIEW_FAMILY,
  ...DIRECT_CHANGE_FAMILY,
  ...CONFLICT_FAMILY,
  ...GATE_FAMILY,
  ...HANDOFF_FAMILY,
  ...DEPENDENCY_FAMILY,
  ...ACCEPTANCE_FAMILY,
  ...COMMAND_FAMILY,
  ...WAVE_FAMILY,
  ...TOOL_FAMILY,
};

/** The run after `event`; `run` is null only for `run-created`. Changes `run` in place and names what changed; of a new run, everything is new. */
export function evolve(run: RunNode | null, event: NewEvent, touch: Touch): RunNode {
  if (event.kind === 'run-created') {
    return newRun({ runId: event.runId, at: event.at, created: event.data });
  }
  if (run === null) throw new Bug(`Event ${event.kind} of unknown run ${event.runId}`);
  const apply = FAMILIES[event.kind] as (step: Step<LaterKind>) => void; // kind and data belong together in NewEvent
  apply({ run, at: event.at, id: event.id, data: event.data, touch });
  return run;
}

/** The state that a run's events add up to; null when there are none. */
export function replay(events: readonly NewEvent[]): RunNode | null {
  let run: RunNode | null = null;
  for (const event of events) run = evolve(run, event, () => {});
  return run;
}
