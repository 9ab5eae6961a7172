// The room that turns a task into a captured patch, as the engine sees it.
import type { AttemptFailure, AttemptResult, AttemptUsage } from '../domain/attempt.ts';
import type { Handoff } from '../domain/handoff.ts';
import type { PartialChange } from '../domain/overlap.ts';
import type { CapturedPatch } from '../domain/patch.ts';
import type { TaskPlan, WorkspaceSetup } from '../plan/plan.ts';
import type { ProcessProbe } from './spawn.ts';
import type { StagedPatch, StageOrder } from './workspaces.ts';

export interface AttemptOrder {
  readonly runId: string;
  readonly attemptId: string;
  readonly task: TaskPlan;
  /** From 1. */
  readonly number: number;
  /** What its change is captured against. */
  readonly base: string;
  /** The commit whose content the workspace holds at first; absent: the base. */
  readonly startFrom?: string;
  readonly setup: WorkspaceSetup;
  /** Who has it, so that it may get the workspace it had before. */
  readonly workerId?: string | null;
  /** What the tasks before it hand on. */
  readonly handoffs: readonly Handoff[];
  /** Of a task that looks at a patch: its bytes. */
  readonly review?: Uint8Array;
}

export interface AttemptStarted {
  readonly pid: number | null;
  readonly processStart: string | null;
  readonly workspace: string;
}

export interface AttemptOutcome {
  /** Whether what was captured is a patch or a direct change is not for this room to say. */
  readonly result: Exclude<AttemptResult, 'direct_change'>;
  readonly failure: AttemptFailure | null;
  /** Also set when the attempt failed after it had changed something: that work is kept for a person. */
  readonly patch: CapturedPatch | null;
  readonly usage: AttemptUsage | null;
  readonly logs: string | null;
  readonly notes: readonly string[];
}

/** One look at a running attempt. */
export interface AttemptProbe {
  readonly attemptId: string;
  /**
   * `ours`: Patchbay itself is at work, before the tool or after it, or in its place. `tool`: a process is. `gone`:
   * nobody works on it any more, and nothing was reported.
   */
  readonly at: 'ours' | 'tool' | 'gone';
  /** Of the tool; null where there is no process to look at. */
  readonly process: ProcessProbe | null;
  /** Since the attempt began, by a clock that does not jump. */
  readonly runningMs: number;
}

export interface AttemptChanges {
  readonly attemptId: string;
  readonly changes: readonly PartialChange[];
}

export interface Execution {
  /** Never rejects: a fault is an outcome with `result: 'failed'`. The workspace stays until `release`. */
  runAttempt(order: AttemptOrder, onStarted: (started: AttemptStarted) => void): Promise<AttemptOutcome>;
  /** Ends a running attempt; its `runAttempt` settles with `result: 'stopped'`. Unknown ids are nothing. */
  stopAttempt(attemptId: string, reason: string): void;
  /** Looks at attempts, all at once; a few milliseconds for each tool. Changes nothing. */
  probe(attemptIds: readonly string[]): Promise<readonly AttemptProbe[]>;
  /** What running attempts have changed so far, bounded; the tools do not notice. An attempt that cannot be looked at is left out. */
  changesSoFar(attemptIds: readonly string[]): Promise<readonly AttemptChanges[]>;
  /** After a crash, or when its worker is given up: ends what is left of the attempt and keeps what it wrote. */
  salvageAttempt(order: AttemptOrder, started: AttemptStarted | null): Promise<CapturedPatch | null>;
  /** What a diff from elsewhere makes of a commit; it has to have passed the strict reader. Rejects with `E_GIT`. */
  stagePatch(order: StageOrder): Promise<StagedPatch>;
  release(attemptId: string): Promise<void>;
  /** Stops every attempt and waits for it. */
  close(): Promise<void>;
}
