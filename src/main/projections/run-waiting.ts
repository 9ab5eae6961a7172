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
      return { reason: run.controlReason, freedBy: freedByPerson(run) };
  }
}

/** What a person can say to a run that waits, as typed. */
function freedByPerson(run: RunNode): string {
  const { runId } = run;
  const [review] = run.openReviews;
  if (review !== undefined) return `patchbay review approve ${review.reviewId}, or reject`;
  const tasks = [...run.tasks.values()];
  const lost = tasks.find((task) => task.state === 'failed' && task.plan.critical)?.plan.taskId ?? refusedLevel(run);
  const asked = tasks.find((task) => task.state === 'blocked' && task.rootCause === null)?.plan.taskId;
  if (asked !== undefined) return `patchbay skip ${runId} ${asked}, or patchbay stop ${runId}`;
  if (lost === undefined) return 'git, which is asked again and again';
  const skip = run.tasks.has(lost) ? `patchbay skip ${runId} ${lost}, ` : '';
  return `patchbay retry ${runId} ${lost}, ${skip}or patchbay stop ${runId}`;
}

function refusedLevel(run: RunNode): string | undefined {
  return [...run.newestAcceptances.values()].find(({ level, state }) => level !== 'task' && state === 'failed')
    ?.levelId;
}

/** What has begun and has not ended its step. */
function underWay(run: RunNode, naming: Naming): string {
  const tools = [...run.attempts.values()]
    .filter((attempt) => attempt.endedAt === null)
    .map(({ task }) => `the tool of ${naming.task(task.plan.taskId)}`);
  const gates = [...run.gateRuns.values()]
    .filter((gateRun) => gateRun.state === 'running')
    .map(
      ({ gateId, change }) =>
        `gate ${gateId} ${change === null ? 'at the end of a wave' : `of ${naming.task(change.task.plan.taskId)}`}`,
    );
  const checks = run.checking === null ? [] : [`the checks of ${run.checking.level} ${run.checking.levelId}`];
  const all = [...tools, ...gates, ...checks];
  if (all.length === 0) return 'the end of what git has to do';
  const rest = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
  return `the end of ${all.slice(0, NAMED).join(', ')}${rest}`;
}
