// How the tasks of a run grow: it adds one itself, which goes on with the work of another or stands alone.
import { present } from '../../shared/lib/assert.ts';
import { giveClaimsTo } from './admission/claims.ts';
import { countWaves } from './count-waves.ts';
import { hasFinished, isMet } from './edges.ts';
import { taskOf } from './evolve-task.ts';
import { dependent, newTask } from './new-run.ts';
import { placeAnew } from './place-anew.ts';
import type { RunNode, TaskNode } from './run-state.ts';
import type { Family } from './step.ts';

export const ADDITION_FAMILY: Family<'task-added'> = {
  'task-added': ({ run, id, data, touch }) => {
    const plan = data.task;
    const originalId = plan.origin?.task ?? null;
    const original = originalId === null ? null : taskOf(run, originalId);
    const task = newTask(plan, {
      index: original?.index ?? run.inOrder.length,
      ulid: id,
      workstream: present(run.workstreams.get(plan.workstreamId), `workstream ${plan.workstreamId}`),
      weight: original?.weight ?? 1,
      chain: original?.chain ?? 1,
      dependents: original?.dependents ?? 0,
    });
    task.impact = data.dependents + 1;
    task.addedFor = original;
    bindEdges(run, task);
    run.tasks.set(plan.taskId, task);
    run.added.push(task);
    task.workstream.tasks.push(task);
    task.workstream.unsettled += 1;
    if (original === null) standAlone(run, task);
    else goOnWith(run, task, original);
    countWaves(run);
    touch(task);
    if (original !== null) touch(original);
  },
};

/** What it comes after may have ended before it was there. */
function bindEdges(run: RunNode, task: TaskNode): void {
  for (const edge of task.after) {
    const before = taskOf(run, edge.task);
    before.dependentsOf.push(dependent(task, edge));
    if (hasFinished(before)) task.openBefore -= 1;
    if (isMet(before, edge)) task.waitingFor -= 1;
  }
}

/**
 * The original keeps its claims while its work is in hand, and they stand for this one, too: nobody comes in between. In
 * plan order it stands right before the original, so that its change is committed where that one's would have been.
 */
function goOnWith(run: RunNode, task: TaskNode, original: TaskNode): void {
  original.additions.push(task);
  run.handedOn.add(original);
  // The others keep their order among each other, so no queue that is sorted by it has to be made anew.
  run.inOrder = [...run.inOrder.slice(0, original.index), task, ...run.inOrder.slice(original.index)];
  for (let at = task.index; at < run.inOrder.length; at += 1) present(run.inOrder[at], 'a task').index = at;
}

function standAlone(run: RunNode, task: TaskNode): void {
  run.inOrder = [...run.inOrder, task];
  giveClaimsTo(run, task);
  placeAnew(run);
}
