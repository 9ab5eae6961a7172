// What a run as a whole waits for, when it does not simply go on: one reason, and what would free it.
import type { Naming, Waiting } from '../state/admission/condition.ts';
import type { RunNode } from '../state/run-state.ts';
import { BY_ID } from './waiting-for.ts';

/** At most so many of the things under way are named. */
const NAMED = 4;

/** Null when it goes on or has ended. */
export function runWaiting(run: RunNode, naming: Naming = BY_ID): Waiting | null {
  if (run.endedAt !== null) return null;
  switch (run.control) {
    case 'active':
      return null;
    case 'pausing':
      return { reason: 'It is paused as soon as what is under way has ended.', freedBy: underWay(run, naming) };
    case 'paused':
      return { reason: `It is paused: ${run.controlReason}`, freedBy: `patchbay resume ${run.runId}` };
    case 'stopping':
      return { reason: `It ends: ${run.controlReason}`, freedBy: underWay(run, naming) };
    case 'waiting':
      return { reason: run.controlReason, freedBy: 'a person' };
  }
}

/** What has begun and has not ended its step. */
function underWay(run: RunNode, naming: Naming): string {
  const tools = [...run.attempts.values()]
    .filter((attempt) => attempt.endedAt === null)
    .map(({ task }) => `the tool of ${naming.task(task.plan.taskId)}`);
  const gates = [...run.gateRuns.values()]
    .filter((gateRun) => gateRun.state === 'running')
    .map(({ gateId, change }) => `gate ${gateId} of ${naming.task(change.task.plan.taskId)}`);
  const checks = run.checking === null ? [] : [`the checks of ${run.checking.level} ${run.checking.levelId}`];
  const all = [...tools, ...gates, ...checks];
  if (all.length === 0) return 'the end of what git has to do';
  const rest = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
  return `the end of ${all.slice(0, NAMED).join(', ')}${rest}`;
}
