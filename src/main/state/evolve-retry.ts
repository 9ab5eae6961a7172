// How a task that has ended, or that was blocked, comes to life again, and the counters with it.
import type { TaskEvents } from '../../shared/events/task-events.ts';
import { Bug } from '../../shared/lib/assert.ts';
import { offerAll } from './admission/holds.ts';
import { takeBack, taskOf, unblock } from './evolve-task.ts';
import type { RunNode, TaskNode } from './run-state.ts';
import type { Family } from './step.ts';

type Kinds = 'task-retried' | 'task-unblocked' | 'task-prioritised';

export const RETRY_FAMILY: Family<Kinds & keyof TaskEvents> = {
  'task-retried': ({ run, id, data, touch }) => {
    const task = taskOf(run, data.taskId);
    if (task.ulid !== data.retryOf) throw new Bug(`Task ${data.taskId} is ${task.ulid} and not ${data.retryOf}`);
    takeBack(run, task, touch);
    if (task.state === 'completed') run.completed -= 1;
    if (task.state === 'failed') run.failed -= 1;
    touch(leaveFormerLife(run, task));
    beginAnew(task, id);
    task.workstream.unsettled += 1;
    touch(task);
  },
  'task-unblocked': ({ run, data, touch }) => {
    const task = taskOf(run, data.taskId);
    unblock(run, task, touch);
    touch(task);
  },
  'task-prioritised': ({ run, data, touch }) => {
    const task = taskOf(run, data.taskId);
    task.priority = data.priority;
    if (task.background && task.state === 'running') run.backgroundRunning -= 1;
    task.background = false;
    // The queues are in order of the priorities that were.
    offerAll(run);
    touch(task);
  },
};

/** Everything that happened to the task so far belongs to a node of its own from now on. */
function leaveFormerLife(run: RunNode, task: TaskNode): TaskNode {
  const former: TaskNode = { ...task, dependentsOf: [] };
  for (const made of [...former.attempts, ...former.patches, ...former.directChanges]) made.task = former;
  for (const added of former.additions) added.addedFor = former;
  run.formerTasks.set(former.ulid, former);
  return former;
}

/** The node itself stays where the plan has it: in its workstream, behind its predecessors, before its dependents. */
function beginAnew(task: TaskNode, ulid: string): void {
  task.retryOf = task.ulid;
  task.ulid = ulid;
  task.earlierFailures += task.failures;
  task.earlierAttempts += task.attempts.length;
  task.state = 'pending';
  task.reason = '';
  task.code = null;
  task.rootCause = null;
  task.completion = null;
  task.passedGates = null;
  task.handoff = null;
  task.attempts = [];
  task.patches = [];
  task.directChanges = [];
  task.additions = [];
  task.failures = 0;
  task.notBefore = null;
  task.startedAt = null;
  task.endedAt = null;
}
