// What can happen to an attempt. Creating it moves its task to running; ending it moves the task on.
import type { AttemptFailure, AttemptResult, AttemptUsage } from '../domain/attempt.ts';

export interface AttemptEvents {
  'attempt-created': {
    readonly taskId: string;
    readonly number: number;
    readonly tool: string;
    readonly base: string;
    readonly requestId: string;
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
