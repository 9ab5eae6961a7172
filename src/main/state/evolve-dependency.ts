// How the graph of a run grows: another edge, and the task before it is waited for.
import type { DependencyEvents } from '../../shared/events/dependency-events.ts';
import { countWaves } from './count-waves.ts';
import { hasFinished, isMet } from './edges.ts';
import { callBack, taskOf } from './evolve-task.ts';
import { dependent } from './new-run.ts';
import { placeAnew } from './place-anew.ts';
import type { TaskNode } from './run-state.ts';
import type { Family, Touch } from './step.ts';

export const DEPENDENCY_FAMILY: Family<keyof DependencyEvents> = {
  'dependency-added': ({ run, data, touch }) => {
    const task = taskOf(run, data.taskId);
    const before = taskOf(run, data.on);
    const edge = { task: data.on, edge: data.edge };
    task.after = [...task.after, edge];
    before.dependentsOf.push(dependent(task, edge));
    run.dependencies += 1;
    if (!hasFinished(before)) task.openBefore += 1;
    if (!isMet(before, edge)) task.waitingFor += 1;
    if (task.waitingFor > 0) callBack(run, task, touch);
    // Patches are committed in plan order, so that order must not put a task before what it comes after.
    if (run.created.plan.mergeOrder === 'plan') placeAnew(run);
    countWaves(run);
    touchBehind(task, touch);
  },
};

/** The task and all that come after it: each is shown further back. */
function touchBehind(first: TaskNode, touch: Touch): void {
  const seen = new Set([first]);
  for (const task of seen) {
    touch(task);
    for (const { task: next } of task.dependentsOf) seen.add(next);
  }
}
