// What can happen to an attempt. Creating it moves its task to running; ending it moves the task on.
import type { AttemptFailure, AttemptResult, AttemptUsage } from '../domain/attempt.ts';
import type { ExecutionRequest } from '../plan/execution-request.ts';
import type { History } from './upcast.ts';

export interface AttemptEvents {
  'attempt-created': {
    readonly taskId: string;
    readonly number: number;
    /** Counts only failures of the tool's own doing, from 1: which of its edits a script is asked for. */
    readonly tryNumber: number;
    /** The worker it is given to; `slot-1` and so on in runs from before there were workers, null in older ones. */
    readonly workerId: string | null;
    /** The number of this assignment in the run: a report under an older one counts for nothing. */
    readonly lease: number | null;
    readonly tool: string;
    readonly base: string;
    /** The commit whose content its workspace holds at first; absent: the base. */
    readonly startFrom?: string;
    readonly requestId: string;
    /** Names what the tool is given; null in runs from before that was named. */
    readonly promptId: string | null;
    /** What is asked of the tool, as UET says it; null in runs from before it was kept. */
    readonly request: ExecutionRequest | null;
  };
  'attempt-started': {
    /** Null for the built-in tool, which is no process. */
    readonly pid: number | null;
    /** Identifies the process beside its pid, which the system uses again; null where it cannot be read. */
    readonly processStart: string | null;
    readonly workspace: string;
  };
  'attempt-finished': {
    readonly taskId: string;
    readonly state: 'completed' | 'error' | 'canceled';
    readonly result: AttemptResult;
    readonly failure: AttemptFailure | null;
    readonly usage: AttemptUsage | null;
    /** Folder of the attempt's output files below the data folder; null when nothing was written. */
    readonly logs: string | null;
    /** What a person should know, for example a file written outside the workspace. */
    readonly notes: readonly string[];
  };
}

export const ATTEMPT_HISTORY: History<keyof AttemptEvents> = {
  'attempt-created': [
    {
      change: 'It holds its execution request, the id of its prompt, the try that it is and the slot that it takes.',
      example: {
        taskId: 'write-tests',
        number: 2,
        tool: 'command',
        base: '5452881d2b1f0c7fb6a1e9f5c8f3f6a0c1d2e3f4',
        requestId: '01KB7Q3T0E8W6S5R4Q3P2N1M0K',
      },
      // Attempts that a crash ended count here as tries, too: the older form does not tell them apart.
      up: (older) => ({ ...older, tryNumber: older['number'], slot: null, promptId: null, request: null }),
    },
    {
      change: 'It names the worker that it is given to and the lease; before, it had the number of a slot.',
      example: {
        taskId: 'write-tests',
        number: 1,
        tryNumber: 1,
        slot: 2,
        tool: 'command',
        promptId: null,
        request: null,
      },
      up: ({ slot, ...older }) => ({
        ...older,
        workerId: slot === null || slot === undefined ? null : `slot-${String(slot)}`,
        lease: null,
      }),
    },
  ],
};
