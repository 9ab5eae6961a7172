// Conditions that hold a single queued task for the sake of its workstream.
import type { TaskNode } from '../run-state.ts';
import type { TaskCondition } from './condition.ts';
import { toolNow } from './tool-condition.ts';

export function workstreamKey(workstreamId: string): string {
  return `workstream:${workstreamId}`;
}

export function sharedToolKey(tool: string): string {
  return `shared-tool:${tool}`;
}

/** Freed when the task is over. */
export function taskKey(taskId: string): string {
  return `task:${taskId}`;
}

export const WORKSTREAM_LIMIT: TaskCondition = {
  name: 'workstream-limit',
  of: 'task',
  hold: (_, { workstream }) => {
    const { workstreamId, maxParallel } = workstream.plan;
    if (maxParallel === null || workstream.active < maxParallel) return null;
    return {
      key: workstreamKey(workstreamId),
      explain: (naming) => ({
        reason: `Workstream ${naming.workstream(workstreamId)} runs at most ${maxParallel} at once.`,
        freedBy: `the end of ${runningOf(workstream.tasks).map(naming.task).join(', ')}`,
      }),
    };
  },
};

/** What the runs of all projects together may do with a tool; kept by the engine, never in the log. */
export const SHARED_TOOL: TaskCondition = {
  name: 'shared-tool',
  of: 'task',
  hold: (run, task) => {
    if (run.sharedTools.size === 0) return null;
    const tool = toolNow(run, task);
    const waiting = run.sharedTools.get(tool);
    return waiting === undefined ? null : { key: sharedToolKey(tool), explain: () => waiting };
  },
};

function runningOf(tasks: readonly TaskNode[]): readonly string[] {
  return tasks.filter((task) => task.state === 'running').map((task) => task.plan.taskId);
}
