// What can happen to a task besides what its attempts and patches bring about.
import type { TaskCompletion } from '../domain/task.ts';
import type { ErrorCode } from '../lib/errors.ts';
import type { TaskOrigin, TaskPlan } from '../plan/plan.ts';
import type { History } from './upcast.ts';

export interface TaskEvents {
  /** The run itself added a task to one of its workstreams; it goes on with the work of another one, or stands alone. */
  'task-added': {
    readonly taskId: string;
    /** With its origin. */
    readonly task: TaskPlan;
    /** How many tasks wait for it, directly or not. */
    readonly dependents: number;
  };
  'task-queued': { readonly taskId: string };
  'task-blocked': {
    readonly taskId: string;
    readonly reason: string;
    /** The task whose end started the chain; null when a person is waited for. */
    readonly rootCause: string | null;
  };
  'task-retrying': {
    readonly taskId: string;
    readonly code: ErrorCode;
    readonly reason: string;
    readonly notBefore: string;
    /** False where it uses up none of the task's attempts. */
    readonly counted: boolean;
  };
  'task-completed': {
    readonly taskId: string;
    readonly completion: TaskCompletion;
    /** Attempts that failed before; null in runs from before this was counted. */
    readonly failures: number | null;
    /** Of one that was skipped: who said so, and why. */
    readonly skipped: { readonly by: string; readonly why: string } | null;
    /** The task that was added for it and whose change was committed in its place. */
    readonly replacedBy?: { readonly taskId: string; readonly kind: TaskOrigin['kind'] };
  };
  'task-failed': { readonly taskId: string; readonly code: ErrorCode; readonly reason: string };
  /** A task that has ended is there anew, pending, under the id of this event. */
  'task-retried': { readonly taskId: string; readonly retryOf: string };
  /** What blocked it may go on after all. */
  'task-unblocked': { readonly taskId: string };
  /** Goes before others from now on; a task in the background comes to the front. */
  'task-prioritised': { readonly taskId: string; readonly priority: number };
  'task-cancelled': { readonly taskId: string; readonly reason: string };
}

export const TASK_HISTORY: History<keyof TaskEvents> = {
  'task-retrying': [
    {
      change: 'It says whether the attempt counts; before, its code said so.',
      example: {
        taskId: 'write-tests',
        code: 'E_TOOL_FAILURE',
        reason: 'it failed',
        notBefore: '2026-11-01T00:00:01.000Z',
      },
      up: (older) => ({
        ...older,
        counted: !['E_ORCHESTRATOR_CRASH', 'E_WORKER_LOST'].includes(String(older['code'])),
      }),
    },
  ],
  'task-completed': [
    {
      change: 'It says how many attempts failed before.',
      example: { taskId: 'write-tests', completion: 'committed' },
      up: (older) => ({ ...older, failures: null }),
    },
    {
      change: 'It says who skipped it and why, where it was skipped.',
      example: { taskId: 'write-tests', completion: 'committed', failures: 0 },
      up: (older) => ({ ...older, skipped: null }),
    },
  ],
};
