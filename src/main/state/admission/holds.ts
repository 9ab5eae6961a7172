// Where queued tasks stand: in the queue of those that are offered, or under the key of what holds them.
// All of it follows from the run's state and may be thrown away: `offerAll` makes it anew.
import { popReady, pushReady, type ReadyQueue } from '../../scheduling/ready-queue.ts';
import type { RunNode, TaskNode } from '../run-state.ts';

/** Puts a task that was just queued among those that are offered. O(log n). */
export function offerTask(run: RunNode, task: TaskNode): void {
  task.heldBy = null;
  pushReady(run.ready, task);
}

/** The task that goes first among those that are offered; entries of tasks that have moved on are thrown away. */
export function nextOffer(run: RunNode): TaskNode | null {
  for (let task = popReady(run.ready); task !== undefined; task = popReady(run.ready)) {
    if (task.state === 'queued' && task.heldBy === null) return task;
    passOn(run, task, null);
  }
  return null;
}

/** The task does not start: it stands under `key` until that is freed. O(log n). */
export function holdTask(run: RunNode, task: TaskNode, key: string): void {
  task.heldBy = key;
  const held = run.holds.get(key);
  if (held === undefined) run.holds.set(key, [task]);
  else pushReady(held, task);
  passOn(run, task, key);
}

/** The task has started: whoever stood behind it under the same key may find room, too. */
export function taskAdmitted(run: RunNode, task: TaskNode): void {
  passOn(run, task, null);
}

/**
 * What the key stands for has room again: the first task under it is offered, and the next one when that one has
 * started or is held by something else. So a key costs O(log n) each time it is freed, however many stand under it.
 */
export function freeKey(run: RunNode, key: string): void {
  const held = run.holds.get(key);
  if (held === undefined) return;
  const task = firstUnder(held, key);
  if (held.length === 0) run.holds.delete(key);
  if (task !== undefined) offerHeld(run, task, key);
}

/** Offers one task that stands under a key before the others there. */
export function offerHeld(run: RunNode, task: TaskNode, key: string): void {
  task.offeredBy = key;
  offerTask(run, task);
}

/** Offers every queued task anew, as after a restart or when what holds them has changed as a whole. O(tasks). */
export function offerAll(run: RunNode): void {
  run.holds.clear();
  run.ready.length = 0;
  for (const task of run.tasks.values()) {
    task.offeredBy = null;
    if (task.state === 'queued') offerTask(run, task);
  }
}

function firstUnder(held: ReadyQueue<TaskNode>, key: string): TaskNode | undefined {
  for (let task = popReady(held); task !== undefined; task = popReady(held)) {
    if (task.state === 'queued' && task.heldBy === key) return task;
  }
  return undefined;
}

/** A task that was offered because a key was freed makes way for the next one, unless that key holds it again. */
function passOn(run: RunNode, task: TaskNode, heldBy: string | null): void {
  const key = task.offeredBy;
  task.offeredBy = null;
  if (key !== null && key !== heldBy) freeKey(run, key);
}
