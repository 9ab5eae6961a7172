// Plan order worked out anew, after the graph of the run has grown.
import { planOrder } from '../scheduling/plan-order.ts';
import { orderClaims } from './admission/claims.ts';
import { offerAll } from './admission/holds.ts';
import { taskOf } from './evolve-task.ts';
import { orderNow } from './order-now.ts';
import type { RunNode } from './run-state.ts';

/** Queues and lines are sorted by that order, so they are made anew, too. O((tasks + edges) · log tasks). */
export function placeAnew(run: RunNode): void {
  run.inOrder = planOrder(orderNow(run)).map((taskId, index) => {
    const task = taskOf(run, taskId);
    task.index = index;
    return task;
  });
  orderClaims(run);
  offerAll(run);
}
