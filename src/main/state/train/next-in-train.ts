// Which change the train takes up next: the best of the queue, or strictly the next of the plan.
import { holdOf } from '../admission/admission.ts';
import { isOver } from '../is-over.ts';
import type { Change, RunNode, TaskNode } from '../run-state.ts';
import { deferredTasks } from './deferred-tasks.ts';
import { firstInTrain } from './rank-train.ts';

/** Null where nothing is queued, or where the plan's next one is not there yet. */
export function nextInTrain(run: RunNode): Change | null {
  if (run.train.length === run.candidates.length) return null;
  // One task in hand at a time: while its change waits nothing else can begin, whatever came back to life before it.
  if (run.created.plan.mergeOrder !== 'plan' || run.oneAtATime) return firstInTrain(run);
  return nextInPlanOrder(run);
}

/** While a run stops, only what has begun will ever make a change. */
function mayChange(run: RunNode, task: TaskNode): boolean {
  return !isOver(task) && (run.control !== 'stopping' || run.inHand.has(task));
}

/**
 * A task whose work another goes on with is passed by: that one stands in its place. Behind a review wait only those that
 * follow from it; they come after all others.
 */
function nextInPlanOrder(run: RunNode): Change | null {
  const stacked = new Set(run.candidates.map(({ change }) => change.task));
  const isOpen = (one: TaskNode) => mayChange(run, one) && !stacked.has(one) && !run.handedOn.has(one);
  if (run.reviews.size === 0) return leading(run, run.inOrder.find(isOpen), stacked);
  const open = run.inOrder.filter(isOpen);
  const deferred = deferredTasks(run);
  const free = open.filter((one) => !deferred.has(one));
  const change = leading(run, free[0], stacked);
  if (change !== null || (free.length > 0 && stacked.size + run.running > 0) || free.some(isAtWork)) return change;
  return leading(
    run,
    open.find((one) => deferred.has(one)),
    stacked,
  );
}

/** Something of its own will come of it without anybody's landing first. */
function isAtWork({ state }: TaskNode): boolean {
  return state === 'running' || state === 'validating' || state === 'retrying';
}

/** A task that was over and goes on after all may need what a later one has in hand: then that one's change goes first. */
function leading(run: RunNode, first: TaskNode | undefined, stacked: ReadonlySet<TaskNode>): Change | null {
  let task = first;
  for (const seen = new Set<TaskNode>(); task !== undefined && !seen.has(task); ) {
    seen.add(task);
    const own = task;
    const change = run.train.find((one) => one.task === own);
    if (change !== undefined) return stacked.has(task) ? null : change;
    task = task.state === 'queued' ? holdOf(run, task)?.by : undefined;
  }
  return null;
}
