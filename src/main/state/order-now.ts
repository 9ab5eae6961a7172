// The order of a run's tasks as it is now: what the plan says, with the dependencies found since.
import type { Ordered } from '../../shared/plan/task-graph.ts';
import type { RunNode } from './run-state.ts';

export function orderNow(run: RunNode): Ordered {
  const { plan } = run.created;
  if (run.dependencies === 0) return plan;
  const tasks = plan.tasks.map(({ taskId, workstreamId, after }) => {
    return { taskId, workstreamId, after: run.tasks.get(taskId)?.after ?? after };
  });
  return { tasks, workstreams: plan.workstreams };
}
