// What can happen to a worker of a run's pool. That it is busy or idle follows from the attempts it is given.

/** What was looked at: signs of life, the process itself, whether something stopped it, the memory of its tree. */
export type WorkerCheck = 'heartbeat' | 'process' | 'stopped' | 'memory';

/** What an expected duration was taken from: attempts of the same task, of the same tool, or the task's own limit. */
export type ExpectedBasis = 'task' | 'tool' | 'timeout';

export interface WorkerEvents {
  /** From 1 in the run, for people. */
  'worker-spawned': { readonly number: number };
  /** It may be given an attempt. */
  'worker-ready': { readonly number: number };
  /** The first sign of life after missed ones, or one now and then of a worker that is well. */
  'worker-heartbeat': {
    readonly attemptId: string;
    readonly lease: number;
    /** Heartbeats that were missed before it. */
    readonly missed: number;
    readonly processes: number;
    /** Of the whole process tree; null where the system does not tell. */
    readonly memoryBytes: number | null;
    readonly cpuMs: number | null;
    readonly outputBytes: number;
  };
  'worker-check-failed': {
    readonly attemptId: string;
    readonly lease: number;
    readonly check: WorkerCheck;
    /** Heartbeats missed in a row, with this one. */
    readonly missed: number;
    readonly message: string;
  };
  /** Gets no more tasks until a person releases it. The lease of its attempt is withdrawn: what it reports is not heard. */
  'worker-quarantined': {
    readonly attemptId: string | null;
    readonly lease: number | null;
    readonly reason: string;
  };
  'worker-released': { readonly reason: string };
  /** Ends after the attempt in hand. */
  'worker-draining': { readonly reason: string };
  'worker-terminated': { readonly reason: string };
  /** A warning: the attempt takes much longer than it should. Nothing is ended for it. */
  'worker-stuck': {
    readonly attemptId: string;
    readonly taskId: string;
    readonly lease: number;
    readonly runningMs: number;
    readonly expectedMs: number;
    readonly basis: ExpectedBasis;
  };
  /** A report under a lease that was withdrawn: kept here, and nothing follows from it. */
  'report-ignored': {
    readonly attemptId: string;
    readonly taskId: string;
    readonly lease: number;
    readonly result: string;
    readonly reason: string;
  };
}
