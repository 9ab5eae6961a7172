// What can happen to a task besides what its attempts and patches bring about.
import type { TaskCompletion } from '../domain/task.ts';
import type { ErrorCode } from '../lib/errors.ts';
import type { History } from './upcast.ts';

export interface TaskEvents {
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
  };
  'task-completed': {
    readonly taskId: string;
    readonly completion: TaskCompletion;
    /** Attempts that failed before; null in runs from before this was counted. */
    readonly failures: number | null;
  };
  'task-failed': { readonly taskId: string; readonly code: ErrorCode; readonly reason: string };
  'task-cancelled': { readonly taskId: string; readonly reason: string };
}

export const TASK_HISTORY: History<keyof TaskEvents> = {
  'task-completed': [
    {
      change: 'It says how many attempts failed before.',
      example: { taskId: 'write-tests', completion: 'committed' },
      up: (older) => ({ ...older, failures: null }),
    },
  ],
};
