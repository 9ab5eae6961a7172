// Invariant: whatever waits has exactly one reason, and what is blocked names a cause that has truly failed.
import { waitingFor } from '../../../src/main/projections/waiting-for.ts';
import { candidateOf } from '../../../src/main/state/find-candidate.ts';
import { openReviewOf } from '../../../src/main/state/open-reviews.ts';
import type { RunNode, TaskNode } from '../../../src/main/state/run-state.ts';
import type { Invariant } from './invariant.ts';

export const REASONS: Invariant = {
  name: 'reasons',
  says: 'every task that waits has one reason and something that frees it; a blocked one names a root cause that has failed',
  watch: ({ breach, store }) => ({
    whole: ({ replayed, live }) => {
      const run = live ?? replayed;
      if (run.endedAt !== null) return;
      for (const task of run.tasks.values()) {
        const said = (what: string) => breach(`run ${run.runId}, task ${task.plan.taskId} is ${task.state}: ${what}`);
        const waiting = waitingFor(run, task);
        const waits = ['pending', 'queued', 'blocked', 'retrying'].includes(task.state);
        if (waits && waiting === null) said('no reason');
        if (waiting !== null && (/ [.:]|after [.]/.test(waiting.reason) || waiting.freedBy.trim() === '')) {
          said(`an empty reason: ${JSON.stringify(waiting)}`);
        }
        if (task.state === 'blocked' && !hasTrueCause(run, task))
          said(`its root cause ${task.rootCause} has not failed`);
        if (task.state === 'validating' && waiting === null && !isWorkedOn(run, task)) {
          const pending = store.pendingEffects().map(({ kind }) => kind);
          said(`nothing is done about it and it waits for nothing; effects: ${pending.join(', ')}`);
        }
      }
    },
  }),
};

/** A task, or a workstream or phase that was not accepted or could not be completed. */
function hasTrueCause(run: RunNode, { rootCause }: TaskNode): boolean {
  if (rootCause === null) return true;
  const task = run.tasks.get(rootCause);
  if (task !== undefined) return task.state === 'failed' || task.state === 'cancelled';
  const workstream = run.workstreams.get(rootCause);
  if (workstream !== undefined) return ['failed', 'blocked', 'cancelled'].includes(workstream.state);
  return [...run.acceptances.values()].some(({ levelId, state }) => levelId === rootCause && state === 'failed');
}

/** Its change is being validated, held, built, gated, judged or swapped. */
function isWorkedOn(run: RunNode, task: TaskNode): boolean {
  if (openReviewOf(run, task) !== null) return true;
  const change = task.patches.at(-1) ?? task.directChanges.at(-1);
  const isJudged = [...run.openAcceptances].some(
    ({ level, levelId }) => level === 'task' && levelId === task.plan.taskId,
  );
  if (change === undefined) return isJudged;
  if (isJudged || candidateOf(run, change) !== null) return true;
  if (change.state === 'created' || change.state === 'captured') return true;
  // At the front of a train in plan order whose first task is not ready.
  return change.state === 'queued' && (run.candidates.length > 0 || run.created.plan.mergeOrder === 'plan');
}
