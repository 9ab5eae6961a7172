// A task: one piece of work for one tool; it is completed when its patch is committed to the run's head.
import { defineMachine } from '../lib/machine.ts';

export const TASK_MACHINE = defineMachine({
  noun: 'task',
  initial: 'pending',
  moves: {
    pending: ['queued', 'blocked', 'cancelled'],
    queued: ['running', 'blocked', 'cancelled'],
    blocked: ['pending', 'cancelled'],
    running: ['validating', 'retrying', 'failed', 'cancelled'],
    retrying: ['queued', 'cancelled'],
    validating: ['completed', 'retrying', 'failed', 'cancelled'],
    completed: [],
    failed: [],
    cancelled: [],
  },
});

export type TaskState = keyof typeof TASK_MACHINE.moves;

/** How a completed task came to be complete; `replaced`: by the change of a task that the run added for it. */
export type TaskCompletion = 'committed' | 'committed_directly' | 'no_change' | 'skipped' | 'replaced';
