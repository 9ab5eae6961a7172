// Conditions that hold a single queued task: its workstream is full, or its conflict group is taken.
import { present } from '../../../shared/lib/assert.ts';
import { isOver } from '../is-over.ts';
import type { RunNode, TaskNode } from '../run-state.ts';
import type { TaskCondition } from './condition.ts';

export function workstreamKey(workstreamId: string): string {
  return `workstream:${workstreamId}`;
}

export function groupKey(group: string): string {
  return `group:${group}`;
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

/** Taken until the work of the one who has it is committed or given up, so that their changes never cross. */
export const CONFLICT_GROUP: TaskCondition = {
  name: 'conflict-group',
  of: 'task',
  hold: (run, task) => {
    const group = task.plan.conflictGroup;
    const holder = group === null ? undefined : run.groups.get(group);
    if (group === null || holder === undefined) return null;
    return {
      key: groupKey(group),
      explain: (naming) => {
        const name = naming.task(holder.plan.taskId);
        return { reason: `Conflict group ${group} is taken by ${name}.`, freedBy: name };
      },
    };
  },
};

/** What the runs of all projects together may do with a tool; kept by the engine, never in the log. */
export const SHARED_TOOL: TaskCondition = {
  name: 'shared-tool',
  of: 'task',
  hold: (run, task) => {
    const waiting = run.sharedTools.get(task.plan.tool);
    return waiting === undefined ? null : { key: sharedToolKey(task.plan.tool), explain: () => waiting };
  },
};

/** In plan order a later task of a group must not take it first: its patch would wait for the earlier one, and that one for the group. */
export const GROUP_ORDER: TaskCondition = {
  name: 'group-order',
  of: 'task',
  hold: (run, task) => {
    const before = openBefore(run, task);
    if (before === null) return null;
    const { taskId } = before.plan;
    return {
      key: taskKey(taskId),
      explain: (naming) => ({
        reason: `Conflict group ${task.plan.conflictGroup ?? ''} goes to ${naming.task(taskId)} first, which is earlier in the plan.`,
        freedBy: naming.task(taskId),
      }),
    };
  },
};

/** The last one before it in its group that is not over. */
function openBefore(run: RunNode, task: TaskNode): TaskNode | null {
  let before = run.groupBefore.get(task.plan.taskId);
  while (before !== undefined) {
    const node = present(run.tasks.get(before), `task ${before}`);
    if (!isOver(node)) return node;
    before = run.groupBefore.get(before);
  }
  return null;
}

function runningOf(tasks: readonly TaskNode[]): readonly string[] {
  return tasks.filter((task) => task.state === 'running').map((task) => task.plan.taskId);
}
