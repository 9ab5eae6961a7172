// Conditions that hold a single queued task for the sake of its workstream.
import type { RunNode, TaskNode } from '../run-state.ts';
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

export const BACKGROUND_KEY = 'background';

/**
 * The background only gets what the foreground does not want, because the foreground goes first. Beyond that it never
 * takes the last worker, so that a task of the foreground that becomes ready does not wait for one of the background.
 */
export const BACKGROUND_LIMIT: TaskCondition = {
  name: 'background-limit',
  of: 'task',
  hold: (run, task) => {
    if (!task.background || run.backgroundRunning < backgroundLimit(run)) return null;
    return {
      key: BACKGROUND_KEY,
      explain: (naming) => {
        const names = [...run.inHand].filter((one) => one.background && one.state === 'running');
        return {
          reason: `Tasks of the background take at most ${backgroundLimit(run)} of the ${run.maxParallel} workers.`,
          freedBy: `the end of ${names.map((one) => naming.task(one.plan.taskId)).join(', ')}`,
        };
      },
    };
  },
};

function backgroundLimit({ maxParallel }: RunNode): number {
  return Math.max(1, maxParallel - 1);
}

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
