// What the screens may see: views, never rows or events of the store. Each view is a head and items by key.
import type { AcceptanceLevel, AcceptanceState, CheckState, CheckType } from '../domain/acceptance.ts';
import type { AttemptFailure, AttemptResult, AttemptState } from '../domain/attempt.ts';
import type { Conflict, ConflictFile } from '../domain/conflict.ts';
import type { DirectChangeState } from '../domain/direct-change.ts';
import type { FailingTest, GateRunState } from '../domain/gate.ts';
import type { PredictedOverlap } from '../domain/overlap.ts';
import type { FileChange, Finding, PatchState, Severity } from '../domain/patch.ts';
import type { RunControl, RunState } from '../domain/run.ts';
import type { TaskCompletion, TaskState } from '../domain/task.ts';
import type { WorkerState } from '../domain/worker.ts';
import type { WorkstreamState } from '../domain/workstream.ts';
import type { PolicyLine } from '../plan/effective-policy.ts';
import type { Edge, TaskOrigin } from '../plan/plan.ts';
import type { ReviewView } from './review-view.ts';

export interface RunSummary {
  readonly key: string;
  readonly runId: string;
  readonly planId: string;
  readonly planName: string;
  readonly planFile: string | null;
  readonly state: RunState;
  readonly control: RunControl;
  /** Why it is in this state or waits, in a sentence; empty when there is nothing to say. */
  readonly reason: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly tasksTotal: number;
  readonly tasksDone: number;
  readonly tasksFailed: number;
  readonly tasksRunning: number;
  readonly patchesCommitted: number;
  readonly patchesQuarantined: number;
  /** Commits of the run that are no patches. */
  readonly directCommits: number;
  /** When its log left the ledger for an archive; absent while it is there. */
  readonly archivedAt?: string;
}

/** A project that a service holds open, or has held open before. */
export interface ProjectCard {
  /** Names it in messages and addresses. */
  readonly key: string;
  readonly name: string;
  /** Folder of the repository. */
  readonly root: string;
  /**
   * `open`: this process runs its engine; `shared`: another process does, and this one passes everything on;
   * `reading`: it is only looked at; `failed`: see the problem; `closed`: it was open before.
   */
  readonly state: 'open' | 'shared' | 'reading' | 'failed' | 'closed';
  readonly problem: string | null;
  /** Runs that go on or wait; null where the project is not open. */
  readonly openRuns: number | null;
  /** The one that the service was started for, which cannot be closed. */
  readonly isFirst: boolean;
}

/** A run of an old pipeline's database, in that pipeline's own words; it can only be looked at. */
export interface LegacyRunView {
  readonly key: string;
  readonly ulid: string;
  /** The id that the project's flag `ulid_enabled` asks for, and the other of the two where there is one. */
  readonly shownId: string;
  readonly otherId: string | null;
  /** Absolute path of its database. */
  readonly database: string;
  readonly state: string | null;
  /** ISO where the time could be read, else as it stands there. */
  readonly createdAt: string | null;
  /** What belongs to it, in order; what its database has no table for is left out. */
  readonly counts: readonly { readonly role: string; readonly count: number }[];
}

export interface AttemptView {
  readonly attemptId: string;
  readonly number: number;
  readonly state: AttemptState;
  readonly result: AttemptResult | null;
  readonly failure: AttemptFailure | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly exitCode: number | null;
  readonly outputBytes: number;
  readonly notes: readonly string[];
  readonly patchId: string | null;
}

export interface GateRunView {
  readonly gateRunId: string;
  readonly gateId: string;
  /** Null where it judged a direct change. */
  readonly patchId: string | null;
  readonly state: GateRunState;
  readonly exitCode: number | null;
  readonly durationMs: number | null;
  readonly tail: string;
  readonly cached: boolean;
  readonly flaky: boolean;
  /** Why it did not pass, was skipped, or is odd; empty else. */
  readonly message: string;
  readonly failures: readonly FailingTest[];
  /** How many failed in all. */
  readonly failed: number;
}

/** Work that was committed, or would have been, without being a patch. */
export interface DirectChangeView {
  readonly changeId: string;
  readonly attempt: number;
  readonly state: DirectChangeState;
  readonly reason: string;
  readonly commit: string | null;
  readonly base: string;
  readonly insertions: number;
  readonly deletions: number;
  readonly paths: readonly string[];
  /** What it was refused for, or what a patch would have been told and nobody enforced. */
  readonly findings: readonly Finding[];
  readonly recovered: boolean;
}

/** A judgement of a phase, a workstream or a task. */
export interface AcceptanceView {
  readonly level: AcceptanceLevel;
  readonly levelId: string;
  readonly state: AcceptanceState;
  /** Why it failed or was given up; empty else. */
  readonly reason: string;
  readonly checks: readonly {
    readonly checkId: string;
    readonly type: CheckType;
    readonly state: CheckState;
    readonly required: boolean;
    readonly severity: Severity;
    readonly message: string;
    readonly exitCode: number | null;
    readonly durationMs: number | null;
    readonly tail: string;
  }[];
}

/** A task of a run with everything its card and inspector show. */
export interface TaskView {
  readonly key: string;
  readonly taskId: string;
  readonly name: string;
  readonly kind: string;
  readonly tool: string;
  readonly phaseId: string;
  readonly workstreamId: string;
  readonly state: TaskState;
  readonly reason: string;
  /** The one reason why it waits, and what would free it; null when it does not wait. */
  readonly waiting: { readonly reason: string; readonly freedBy: string } | null;
  readonly after: readonly Edge[];
  /** What a task that the run added goes on with; null for the plan's own. */
  readonly origin: Pick<TaskOrigin, 'kind' | 'task' | 'patch'> | null;
  /** Wave from 0. */
  readonly wave: number;
  readonly onCriticalPath: boolean;
  readonly maxAttempts: number;
  /** How it came to be complete; null before. */
  readonly completion: TaskCompletion | null;
  readonly priority: number;
  /** Times that a person had it tried again after its end; what was made before is listed with the rest. */
  readonly retries: number;
  readonly attempts: readonly AttemptView[];
  readonly patchIds: readonly string[];
  /** Of the newest patch; null when there is none. */
  readonly patchState: PatchState | null;
  /** False: the task is a direct edit, unprotected; `patchModePlace` says whose word that is. */
  readonly patchMode: boolean;
  readonly patchModePlace: string;
  readonly directChanges: readonly DirectChangeView[];
  readonly insertions: number;
  readonly deletions: number;
  readonly gates: readonly GateRunView[];
  /** The newest judgement; null where there is none. */
  readonly acceptance: AcceptanceView | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

export interface RunHead extends RunSummary {
  /** Tasks whose work is no patch. */
  readonly directTasks: number;
  readonly repository: string;
  readonly base: string;
  readonly baseBranch: string | null;
  readonly head: string;
  readonly maxParallel: number;
  /** What has to end before it is paused or stopped; null while it is neither. */
  readonly freedBy: string | null;
  readonly strategy: string;
  readonly phases: readonly {
    readonly phaseId: string;
    readonly name: string;
    readonly acceptance: AcceptanceView | null;
  }[];
  readonly workstreams: readonly {
    readonly workstreamId: string;
    readonly phaseId: string;
    readonly name: string;
    readonly state: WorkstreamState;
    readonly acceptance: AcceptanceView | null;
    readonly after: readonly string[];
  }[];
  readonly published: readonly { readonly branch: string; readonly to: string; readonly at: string }[];
  /** Tasks at work that change the same files, as the newest look found it. */
  readonly overlaps: readonly PredictedOverlap[];
  /** What waits for a person's decision, oldest first, at most 100. */
  readonly reviews: readonly ReviewView[];
  /** Things a person should know, oldest first, at most 20. */
  readonly notes: readonly string[];
}

export interface PatchView {
  readonly key: string;
  readonly patchId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly attempt: number;
  readonly tool: string;
  readonly state: PatchState;
  readonly reason: string;
  readonly createdAt: string;
  readonly summary: string;
  readonly base: string;
  readonly commit: string | null;
  readonly insertions: number;
  readonly deletions: number;
  readonly filesChanged: number;
  readonly paths: readonly string[];
  readonly recovered: boolean;
  readonly replaces: string | null;
}

/** What a change was made for. */
export interface ConflictIntent {
  readonly taskId: string;
  readonly taskName: string;
  /** Null for a direct change. */
  readonly patchId: string | null;
  readonly summary: string;
}

export interface ConflictView extends Omit<Conflict, 'files'> {
  readonly files: readonly (ConflictFile & { readonly other: ConflictIntent | null })[];
  readonly intent: ConflictIntent;
}

export interface PatchDetail extends PatchView {
  readonly files: readonly FileChange[];
  readonly findings: readonly Finding[];
  readonly history: readonly { readonly state: PatchState; readonly at: string; readonly reason: string }[];
  readonly gates: readonly GateRunView[];
  /** The newest that it met on its way onto the head. */
  readonly conflict: ConflictView | null;
  readonly sha256: string;
  readonly bytes: number;
  /** All patches of its chain of replacements, oldest first: names of one piece of work. */
  readonly chain: readonly string[];
  /** The one that took its place; null where none did. */
  readonly replacedBy: string | null;
  /** Its file in the quarantine folder, below the project's data folder; null where it never was there. */
  readonly quarantineFile: string | null;
  /** The limits that it had to keep, each with who set it. */
  readonly policy: readonly PolicyLine[];
  /** Newest first. */
  readonly reviews: readonly ReviewView[];
}

export interface EventView {
  readonly key: string;
  readonly seq: number;
  readonly eventId: string;
  readonly runId: string;
  readonly kind: string;
  readonly at: string;
  readonly entity: string;
  readonly id: string;
  /** One sentence for people. */
  readonly text: string;
  readonly data: unknown;
}

/** A worker of a run's pool. */
export interface WorkerView {
  readonly key: string;
  readonly workerId: string;
  readonly runId: string;
  readonly planName: string;
  /** From 1 in its run. */
  readonly number: number;
  readonly state: WorkerState;
  /** Why it drains or ended; empty else. */
  readonly reason: string;
  /** Since when and why it gets no tasks; null when it does. */
  readonly quarantined: { readonly at: string; readonly reason: string } | null;
  /** The attempt in hand, with its task and its tool. */
  readonly attemptId: string | null;
  readonly taskId: string | null;
  readonly taskName: string | null;
  readonly tool: string | null;
  readonly lease: number | null;
  readonly busySince: string | null;
  readonly missedHeartbeats: number;
  readonly lastSeenAt: string | null;
  /** The attempt in hand takes longer than it should. */
  readonly stuck: { readonly at: string; readonly expectedMs: number } | null;
  readonly completed: number;
  readonly failed: number;
  readonly busyMs: number;
  readonly spawnedAt: string;
  readonly terminatedAt: string | null;
}

export interface ProjectHead {
  /** Why nothing can be changed from here, in a sentence; null where everything can. */
  readonly readOnly: string | null;
  readonly projectId: string;
  readonly name: string;
  readonly root: string;
  readonly branch: string | null;
  readonly head: string;
  readonly dirtyFiles: number;
  readonly notes: readonly string[];
  readonly workersBusy: number;
  readonly workersTotal: number;
  readonly queueLength: number;
  /** What contains a tool in this version: a few words, a colon, and the whole of it in plain words. */
  readonly sandbox: string;
  readonly plans: readonly {
    readonly file: string;
    readonly planId: string;
    readonly name: string;
    readonly tasks: number;
  }[];
  readonly version: string;
}

/** Where a reader of a log stands. */
export interface LogCursor {
  /** Subscribing again from here, after any break, gives what follows: no gap, nothing twice. */
  readonly next: number;
  /** More is there already and follows in the next push. */
  readonly more: boolean;
}

/** View name → its parameters, head and item. */
export interface Views {
  readonly project: { params: Record<string, never>; head: ProjectHead; item: never };
  readonly runs: { params: Record<string, never>; head: null; item: RunSummary };
  readonly run: { params: { readonly runId: string }; head: RunHead; item: TaskView };
  /** All patches of the project, or of one run. */
  readonly patches: { params: { readonly runId?: string }; head: null; item: PatchView };
  /** The workers of the runs under way, or all that one run has had. */
  readonly workers: { params: { readonly runId?: string }; head: null; item: WorkerView };
  /** The newest events of a run, at most `limit` (default 500, 5 000 at most). */
  /** What comes after an event, of a run or of all runs in the order of the ledger; items are only ever added. */
  readonly log: { params: { readonly runId?: string; readonly from?: number }; head: LogCursor; item: EventView };
  readonly events: { params: { readonly runId: string; readonly limit?: number }; head: null; item: EventView };
}
export type ViewName = keyof Views;
export type ViewParams<V extends ViewName> = Views[V]['params'];
export type ViewHead<V extends ViewName> = Views[V]['head'];
export type ViewItem<V extends ViewName> = Views[V]['item'];

/** A push: the whole view, or what changed since the last push of the same subscription. */
export type ViewPush<V extends ViewName> =
  | { readonly kind: 'snapshot'; readonly head: ViewHead<V>; readonly items: readonly ViewItem<V>[] }
  | {
      readonly kind: 'delta';
      readonly head?: ViewHead<V>;
      readonly upsert: readonly ViewItem<V>[];
      readonly remove: readonly string[];
    };

export const VIEW_NAMES = [
  'project',
  'runs',
  'run',
  'patches',
  'workers',
  'events',
] as const satisfies readonly ViewName[];
