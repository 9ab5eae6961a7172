// Whether a dependency that was found while a run goes on can still be kept: the task has not started, and no circle comes of it.
import type { CommandWork } from '../../shared/domain/command.ts';
import { present } from '../../shared/lib/assert.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { buildTaskGraph } from '../../shared/plan/task-graph.ts';
import { orderNow } from '../state/order-now.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';

type Depend = Extract<CommandWork, { name: 'depend' }>;

/** Null when it can. Pure. */
export function refuseDependency(run: RunNode, { taskId, on }: Depend): PatchbayError | null {
  for (const id of [taskId, on]) {
    const task = run.tasks.get(id);
    if (task === undefined) return unknownTask(run, id);
    if (task.addedFor !== null) return addedTask(run, task);
  }
  const task = present(run.tasks.get(taskId), taskId);
  if (!isStillOpen(task)) {
    const message = `Task ${taskId} has started already (${task.state}), so it cannot be made to wait for ${on}.`;
    const advice = 'Nothing was changed. Stop the run, or let the task end: its patch is gated on what the other left.';
    return new PatchbayError('E_WRONG_STATE', message, advice, { runId: run.runId, taskId, state: task.state });
  }
  const cycle = cycleThrough(run, taskId, on);
  if (cycle === null) return null;
  const message = `Task ${taskId} cannot wait for ${on}, which comes after it: ${cycle.join(' → ')}.`;
  const advice = 'Nothing was changed. Order the two the other way round, or leave out what puts one behind the other.';
  return new PatchbayError('E_PLAN_CONSISTENCY', message, advice, { runId: run.runId, taskId, on, cycle });
}

function unknownTask(run: RunNode, taskId: string): PatchbayError {
  const message = `Run ${run.runId} has no task ${taskId}.`;
  const advice = 'A dependency stands between two tasks of the run. List them with `patchbay status RUN`.';
  return new PatchbayError('E_PLAN_CONSISTENCY', message, advice, { runId: run.runId, taskId });
}

function addedTask(run: RunNode, { plan: { taskId }, addedFor }: TaskNode): PatchbayError {
  const original = addedFor?.plan.taskId ?? '';
  const message = `Task ${taskId} was added by the run for ${original}, and another one may take its place.`;
  const advice = `Nothing was changed. Name ${original}: it is completed when what was added for it is.`;
  return new PatchbayError('E_PLAN_CONSISTENCY', message, advice, { runId: run.runId, taskId, original });
}

/** No tool has worked on it yet, and something may still come of it. */
function isStillOpen(task: TaskNode): boolean {
  return task.attempts.length === 0 && (task.state === 'pending' || task.state === 'queued');
}

/** From the task to the one it shall wait for and back; null where that one does not come after it. O(tasks + edges). */
function cycleThrough(run: RunNode, taskId: string, on: string): readonly string[] | null {
  if (taskId === on) return [taskId, taskId];
  const graph = buildTaskGraph(orderNow(run));
  const [start, end] = [graph.ids.indexOf(on), graph.ids.indexOf(taskId)];
  const via = new Map([[start, -1]]);
  for (const node of via.keys()) {
    if (node === end) break;
    for (const before of graph.predecessors[node] ?? []) if (!via.has(before)) via.set(before, node);
  }
  if (!via.has(end)) return null;
  const path: string[] = [];
  // Starts and ends of workstreams lie on the way, too; they have no id.
  for (let node = end; node !== -1; node = via.get(node) ?? -1) {
    const id = graph.ids[node];
    if (id !== undefined) path.push(id);
  }
  return [...path, taskId];
}
