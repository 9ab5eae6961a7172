// An attempt: one start of a tool for a task, in a workspace of its own.
import type { ErrorCode } from '../lib/errors.ts';
import { defineMachine } from '../lib/machine.ts';
import type { FailureClass } from './failure-class.ts';

export const ATTEMPT_MACHINE = defineMachine({
  noun: 'attempt',
  initial: 'pending',
  moves: {
    pending: ['running', 'canceled'],
    running: ['completed', 'error', 'canceled'],
    completed: [],
    error: [],
    canceled: [],
  },
});

export type AttemptState = keyof typeof ATTEMPT_MACHINE.moves;

/** Why an attempt ended as it did. Only `patch`, `direct_change` and `no_change` are the tool's own success. */
export type AttemptResult = 'patch' | 'direct_change' | 'no_change' | 'failed' | 'stopped';

/** What went wrong in an attempt, in the words of the catalogue. */
export interface AttemptFailure {
  readonly code: ErrorCode;
  readonly message: string;
  /** Where more is known than the code says; see `classOf`. */
  readonly class?: FailureClass;
  /** How long the tool's provider asks to wait. */
  readonly retryAfterMs?: number;
}

/** Figures about an attempt's process. Bytes and milliseconds; `exitCode` is null when a signal ended it. */
export interface AttemptUsage {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly durationMs: number;
  readonly outputBytes: number;
  readonly outputTruncated: boolean;
  /** Processes that outlived the tool and were killed. */
  readonly leftovers: number;
}
