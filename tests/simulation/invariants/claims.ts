// Invariant: tasks in hand never may write the same files, nor one of them what another reads.
import type { RunNode, TaskNode } from '../../../src/main/state/run-state.ts';
import { mayOverlap } from '../../../src/shared/lib/glob.ts';
import type { TaskPlan } from '../../../src/shared/plan/plan.ts';
import type { Invariant } from './invariant.ts';

export const CLAIMS: Invariant = {
  name: 'claims',
  says: 'tasks in hand never may write the same files, nor one what another reads, unless a level above shares them out',
  watch: ({ breach }) => ({
    event: ({ event, run }) => {
      if (event.kind !== 'attempt-created') return;
      const { taskId } = event.data;
      for (const other of clashesWith(run, taskId)) breach(`event ${event.seq} starts ${taskId} beside ${other}`);
    },
  }),
};

function clashesWith(run: RunNode, taskId: string): readonly string[] {
  const task = run.tasks.get(taskId);
  if (task === undefined || (task.plan.scope.write.length === 0 && task.plan.scope.read.length === 0)) return [];
  const others = [...run.inHand].filter((other) => other !== task && !mayBeInHandTogether(task, other));
  return others.map((other) => other.plan.taskId);
}

/** By the plan alone, without what the engine keeps about claims. A task that was added has those of its original. */
export function mayBeInHandTogether({ plan: a }: TaskNode, { plan: b }: TaskNode): boolean {
  if (a.origin?.task === b.taskId || b.origin?.task === a.taskId) return true;
  if (a.conflictGroup !== null && a.conflictGroup === b.conflictGroup) return false;
  if (a.scopeBy?.write != null && a.scopeBy.write === b.scopeBy?.write) return true;
  if (mayMeet(writes(a), writes(b))) return false;
  return !mayMeet(writes(a), reads(b)) && !mayMeet(reads(a), writes(b));
}

function writes({ scope, scopeBy }: TaskPlan): readonly string[] {
  return scopeBy?.write == null ? [] : [...scope.write, ...scope.create];
}

/** Only what a task names itself is claimed. */
function reads({ scope, scopeBy, taskId }: TaskPlan): readonly string[] {
  return scopeBy?.read === `task ${taskId}` ? scope.read : [];
}

function mayMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => mayOverlap(one, other)));
}
