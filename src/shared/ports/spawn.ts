// Starting programs as a port: the engine never forks itself, a small helper process does.

export type StopReason = 'exit' | 'wall' | 'idle' | 'output' | 'stopped' | 'helper-lost';

/** One tool or gate to start. No shell is added. */
export interface SpawnOrder {
  /** Unique; also put into the environment as `PATCHBAY_PROCESS`, so that strays can be found. */
  readonly id: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** Output files, whose folders are made; bytes are written as they come, invalid UTF-8 included. */
  readonly stdoutFile: string;
  readonly stderrFile: string;
  /** Sum of both files; past it the process tree is ended. */
  readonly maxOutputBytes: number;
  readonly wallMs: number;
  /** Ended after so long without output; null for never. */
  readonly idleMs: number | null;
  readonly graceMs: number;
}

export interface SpawnExit {
  readonly reason: StopReason;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly outputBytes: number;
  readonly durationMs: number;
  /** Processes that outlived the program and were killed. */
  readonly leftovers: number;
}

export interface SpawnHandle {
  /** Rejects with `E_SPAWN` where the program cannot be started. */
  readonly started: Promise<{ readonly pid: number; readonly processStart: string | null }>;
  /** Settles once the whole process tree is gone. Rejects only with `E_SPAWN`. */
  readonly exit: Promise<SpawnExit>;
  stop(): void;
}

/** One look at a running program and all it started. */
export interface ProcessProbe {
  readonly id: string;
  /** `gone`: the program is not there, and its end was not told. */
  readonly state: 'running' | 'stopped' | 'zombie' | 'gone';
  readonly processes: number;
  /** Processor time so far; null where the system does not tell. */
  readonly cpuMs: number | null;
  /** Resident; what processes share is counted for each. Null where the system does not tell. */
  readonly memoryBytes: number | null;
  readonly outputBytes: number;
}

/** A short command whose output is wanted in memory, for example git. */
export interface ExecOrder {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly input?: Uint8Array | string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export interface ExecResult {
  readonly exitCode: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export interface Spawn {
  start(order: SpawnOrder): SpawnHandle;
  /** Rejects with `E_SPAWN`, `E_TIMEOUT` or `E_OUTPUT_LIMIT`; a non-zero exit is a result. */
  exec(order: ExecOrder): Promise<ExecResult>;
  /** Looks at started programs, all at once and off this process's loop. Changes nothing. Rejects with `E_SPAWN` when the helper is lost. */
  probe(ids: readonly string[]): Promise<readonly ProcessProbe[]>;
  /** Kills what a lost helper or a crashed engine left behind: the process if it is still the same one, and everything marked with `id`. Returns how many. */
  reap(id: string, pid: number | null, processStart: string | null): Promise<number>;
  close(): Promise<void>;
}
