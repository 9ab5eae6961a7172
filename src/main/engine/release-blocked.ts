// When something that failed is mended, what was blocked by it may go on, and what is still blocked says by what.
import { isMet } from '../state/edges.ts';
import { newestAcceptance } from '../state/evolve-acceptance.ts';
import type { RunNode, TaskNode, WorkstreamNode } from '../state/run-state.ts';
import { blockTask, isLost, moveWorkstream, openIfReady, queueIfReady, rootOf, taskSubject } from './decide-order.ts';
import type { Turn } from './turn.ts';

/** Looks at every blocked task in plan order, so that whatever comes before it is settled already. O(tasks + edges). */
export function releaseBlocked(turn: Turn, run: RunNode): void {
  const released: TaskNode[] = [];
  for (const task of run.inOrder) {
    if (task.state !== 'blocked' || task.rootCause === null) continue;
    const cause = causeOf(run, task);
    if (cause === task.rootCause) continue;
    turn.emit(run.runId, 'task-unblocked', taskSubject(task), { taskId: task.plan.taskId });
    if (cause !== null) blockTask(turn, run, task, cause);
    else {
      reopenWorkstream(turn, run, task.workstream);
      released.push(task);
    }
  }
  for (const { workstream } of released) openIfReady(turn, run, workstream);
  for (const task of released) queueIfReady(turn, run, task);
}

/** A workstream of which something lives again is no longer given up. */
export function reopenWorkstream(turn: Turn, run: RunNode, workstream: WorkstreamNode): void {
  if (workstream.state === 'failed') moveWorkstream(turn, run, workstream, 'executing');
  if (workstream.state === 'blocked') moveWorkstream(turn, run, workstream, 'planned');
}

/** What still keeps a blocked task from ever starting; null when nothing does any more. */
export function causeOf(run: RunNode, task: TaskNode): string | null {
  for (const edge of task.after) {
    const before = run.tasks.get(edge.task);
    if (before === undefined || edge.edge === 'finish') continue;
    if (isLost(before)) return before.rootCause ?? edge.task;
    if (before.state === 'completed' && !isMet(before, edge)) return edge.task;
  }
  for (const id of task.workstream.plan.after) {
    const before = run.workstreams.get(id);
    if (before !== undefined && isGivenUp(before)) return rootOf(before);
  }
  const phase = run.created.plan.phases.find(({ phaseId }) => phaseId === task.plan.phaseId);
  return phase?.after.find((id) => newestAcceptance(run, 'phase', id)?.state === 'failed') ?? null;
}

/** `blocked` only while its own tasks are: one that may open is planned again by now. */
function isGivenUp({ state }: WorkstreamNode): boolean {
  return state === 'failed' || state === 'cancelled' || state === 'blocked';
}
