// Plan order where a person is asked: which tasks wait behind a review, so that all others go before them, whenever it is answered.
import { rivalsOf } from '../admission/claims.ts';
import { isOver } from '../is-over.ts';
import type { ClaimNode, RunNode, TaskNode } from '../run-state.ts';

/**
 * Tasks with a review that have not ended, and the later ones that need them or may touch the same files or group. Which
 * these are follows from the plan and the patches, and not from how long a person takes. O(tasks + claims), where there is
 * a review.
 */
export function deferredTasks(run: RunNode): ReadonlySet<TaskNode> {
  const deferred = new Set<TaskNode>();
  if (run.reviews.size === 0) return deferred;
  const asked = new Set([...run.reviews.values()].map(({ patch }) => patch.task));
  const touched = new Set<ClaimNode>();
  const workstreams = new Set<string>();
  const phases = new Set<string>();
  let hasNoBounds = false;
  const defer = (task: TaskNode) => {
    deferred.add(task);
    workstreams.add(task.plan.workstreamId);
    phases.add(task.plan.phaseId);
    hasNoBounds ||= isUnbounded(task);
    for (const claim of task.claims) for (const rival of rivalsOf(run, claim)) touched.add(rival);
  };
  for (const task of run.inOrder) {
    if (isOver(task)) continue;
    const follows =
      deferred.size > 0 &&
      (hasNoBounds ||
        run.oneAtATime ||
        isUnbounded(task) ||
        task.claims.some((claim) => touched.has(claim)) ||
        task.after.some((edge) => isDeferred(run, deferred, edge.task)) ||
        comesAfterLevel(run, task, { workstreams, phases }));
    if (asked.has(task) || follows) defer(task);
  }
  return deferred;
}

function isDeferred(run: RunNode, deferred: ReadonlySet<TaskNode>, taskId: string): boolean {
  const task = run.tasks.get(taskId);
  return task !== undefined && deferred.has(task);
}

/** It may write anything, so it may meet everybody. */
function isUnbounded({ claims }: TaskNode): boolean {
  return !claims.some(({ kind }) => kind === 'write');
}

interface Levels {
  readonly workstreams: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
}

function comesAfterLevel(run: RunNode, { plan, workstream }: TaskNode, { workstreams, phases }: Levels): boolean {
  if (workstream.plan.strategy === 'sequential' && workstreams.has(plan.workstreamId)) return true;
  if (workstream.plan.after.some((before) => workstreams.has(before))) return true;
  const phase = run.created.plan.phases.find(({ phaseId }) => phaseId === plan.phaseId);
  return phase?.after.some((before) => phases.has(before)) === true;
}
