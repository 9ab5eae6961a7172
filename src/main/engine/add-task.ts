// A task that the run adds itself: it goes on with what another task made and could not bring onto the head, or stands alone.
import { TASK_MACHINE } from '../../shared/domain/task.ts';
import { assert, present } from '../../shared/lib/assert.ts';
import { isTerminal } from '../../shared/lib/machine.ts';
import type { TaskOrigin, TaskPlan } from '../../shared/plan/plan.ts';
import type { RunNode, TaskNode, WorkstreamNode } from '../state/run-state.ts';
import { queueIfReady } from './decide-order.ts';
import type { Turn } from './turn.ts';

/** Emits the task and queues it. Its original must be `validating`, and stays so until this one's change is committed. */
export function addTask(turn: Turn, run: RunNode, plan: TaskPlan): TaskNode {
  const original = plan.origin?.task == null ? null : run.tasks.get(plan.origin.task);
  assert(plan.origin !== undefined, `task ${plan.taskId} says what it goes on with`);
  assert(!run.tasks.has(plan.taskId), `task ${plan.taskId} is new`);
  assert(original === null || original?.state === 'validating', `${plan.origin.task} has its work in hand`);
  const dependents = original === null ? 0 : countDependents(original);
  const data = { taskId: plan.taskId, task: plan, dependents };
  turn.emit(run.runId, 'task-added', { entity: 'task', id: turn.nextId() }, data);
  const task = present(run.tasks.get(plan.taskId), `task ${plan.taskId}`);
  queueIfReady(turn, run, task);
  return task;
}

export interface Addition extends Omit<TaskOrigin, 'task'> {
  readonly name: string;
}

/**
 * The plan of a task that goes on with another's work: the same tool, scope, limits, gates and acceptance, unless `more`
 * says otherwise. It goes before all others, until a person says otherwise, and its end is that of the original.
 */
export function additionTo(run: RunNode, original: TaskNode, addition: Addition, more?: Partial<TaskPlan>): TaskPlan {
  const { name, kind, patch, start } = addition;
  const { route, ...plan } = original.plan;
  return {
    ...plan,
    // Whoever names the tool leaves the router no choice.
    ...(route === undefined || more?.tool !== undefined ? {} : { route }),
    name,
    after: [],
    critical: false,
    allowNoChange: false,
    priority: highestPriority(run),
    ...more,
    taskId: freeId(run, `${kind}-${original.plan.taskId}`),
    origin: { kind, task: original.plan.taskId, patch, start },
  };
}

/** `fix-greet-1`, `fix-greet-2` and so on. */
function freeId(run: RunNode, stem: string): string {
  for (let number = 1; ; number += 1) if (!run.tasks.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

function highestPriority(run: RunNode): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const { state, priority } of run.tasks.values()) {
    if (!isTerminal(TASK_MACHINE, state)) highest = Math.max(highest, priority);
  }
  return highest;
}

/** Tasks of the plan that come after this one, by edges and workstreams, directly or not. O(tasks + edges). */
function countDependents(first: TaskNode): number {
  const tasks = new Set([first]);
  const workstreams = new Set<WorkstreamNode>();
  for (const task of tasks) {
    for (const { task: next } of task.dependentsOf) tasks.add(next);
    if (workstreams.has(task.workstream)) continue;
    workstreams.add(task.workstream);
    for (const next of task.workstream.dependents) for (const inside of next.tasks) tasks.add(inside);
  }
  return [...tasks].filter((task) => task !== first && task.addedFor === null).length;
}
