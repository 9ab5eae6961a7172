// The order of a run's tasks as it is now: what the plan says, with the dependencies found and the tasks added since.
import { present } from '../../shared/lib/assert.ts';
import type { Ordered } from '../../shared/plan/task-graph.ts';
import type { RunNode } from './run-state.ts';

type OrderedTask = Ordered['tasks'][number];

/** A task that was added for another stands right before it: that one completes after it. */
export function orderNow(run: RunNode): Ordered {
  const { plan } = run.created;
  if (run.dependencies === 0 && run.added.length === 0) return plan;
  const addedFor = Map.groupBy(run.added, ({ plan: { origin } }) => origin?.task ?? null);
  const alone = (addedFor.get(null) ?? []).map((task) => task.plan);
  const tasks = [...plan.tasks, ...alone].flatMap(({ taskId, workstreamId }): readonly OrderedTask[] => {
    const { after } = present(run.tasks.get(taskId), `task ${taskId}`);
    const added = (addedFor.get(taskId) ?? []).map((one) => ({ taskId: one.plan.taskId, workstreamId, after }));
    return [...added, { taskId, workstreamId, after: [...after, ...added.map((one) => ({ task: one.taskId }))] }];
  });
  return { tasks, workstreams: plan.workstreams };
}
