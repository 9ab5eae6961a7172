// Every method of the service: its input as a JSON schema, its input and output as types. One entry per method.
import { LIMITS } from '../domain/limits.ts';
import type { PredictedOverlap } from '../domain/overlap.ts';
import type { Finding } from '../domain/patch.ts';
import type { WhenStuck } from '../domain/run.ts';
import type { EventRow } from '../events/read-event.ts';
import type { ChainLink } from '../ports/archives.ts';
import type { CapacityLoad } from '../ports/capacity.ts';
import type { CommitFacts, PublishOutcome } from '../ports/integration.ts';
import { COMMAND_SCHEMAS, type CommandMethods, type CommandParams, commandSchema } from './command-methods.ts';
import type { ArchivedRunReport, ReplayMoment, TimelinePoint, VerifyReport } from './log-reports.ts';
import { PATCH_SCHEMAS, type PatchMethods } from './patch-methods.ts';
import { id, object, policyFile } from './schema-parts.ts';
import type { ShadowAnswer } from './shadow-answer.ts';
import type { ToolReport } from './tool-report.ts';
import type { EventView, LegacyRunView, ProjectCard, RunHead, RunSummary, TaskView, WorkerView } from './views.ts';

export interface RunOptions {
  readonly strategy?: 'sequential' | 'dag' | 'shadow';
  readonly maxParallel?: number;
  readonly mergeOrder?: 'ready' | 'plan';
  /** Tool of tasks that name none, for example in a bare workstream. */
  readonly tool?: string;
  /** A `patch_policy.v1` document that holds for every patch, on top of the project's and the plan's. */
  readonly policy?: { readonly file: string; readonly text: string };
  /** What it does when nothing can go on and something failed: it waits for a person unless told to end. */
  readonly whenStuck?: WhenStuck;
  /** Micro-dollars; tightens the plan's own budget. */
  readonly budgetMicroUsd?: number;
}

/** A judgement of a phase, a workstream or a task, as the command line answers it. */
export interface AcceptanceReport {
  readonly level: string;
  readonly id: string;
  /** Of a task: the patch or direct change that was judged. */
  readonly change_id: string | null;
  readonly commit: string;
  readonly state: string;
  readonly reason: string;
  readonly checks: readonly {
    readonly id: string;
    readonly type: string;
    readonly state: string;
    readonly required: boolean;
    readonly severity: string;
    readonly message: string;
    readonly exit_code: number | null;
    readonly tail: string;
  }[];
}

/** The run as the command line answers it (cli.md). */
export interface RunReport {
  readonly run_id: string;
  readonly state: string;
  readonly control: string;
  readonly reason: string;
  readonly max_parallel: number;
  readonly base: string;
  readonly head: string;
  /** What a person should know about the run, for example that it does not see uncommitted changes. */
  readonly notes: readonly string[];
  readonly tasks: readonly {
    readonly task_id: string;
    readonly state: string;
    readonly reason: string;
    /** How a completed task came to be complete; null before. */
    readonly completion: string | null;
    /** What a task that the run added goes on with; null for the plan's own. */
    readonly origin: { readonly kind: string; readonly task: string | null; readonly patch: string | null } | null;
    readonly priority: number;
    /** Times that a person had it tried again after its end. */
    readonly retries: number;
    /** Of all its lives. */
    readonly attempts: number;
    /** What a person should know about its attempts, for example processes that were left behind. */
    readonly notes: readonly string[];
    readonly patch_ids: readonly string[];
    /** False: a direct edit, which makes no patch. */
    readonly patch_mode: boolean;
    readonly direct_change_ids: readonly string[];
  }[];
  readonly patches: readonly {
    readonly patch_id: string;
    readonly task_id: string;
    readonly state: string;
    readonly commit: string | null;
    readonly files: readonly string[];
  }[];
  /** Work in direct-edit mode: no patch, no ledger entry, no limits. */
  readonly direct_changes: readonly {
    readonly change_id: string;
    readonly task_id: string;
    readonly state: string;
    readonly reason: string;
    readonly commit: string | null;
    readonly files: readonly string[];
    /** What a patch would have been told; where it was refused, why. */
    readonly findings: readonly Finding[];
    readonly unprotected: true;
  }[];
  /** Oldest first; a task has one for each candidate that was judged. */
  readonly acceptance: readonly AcceptanceReport[];
  readonly waiting: readonly { readonly id: string; readonly reason: string; readonly freed_by: string }[];
  readonly cost: { readonly micro_usd: number; readonly basis: string };
  /** Of a run with the strategy `shadow`; null for others and before the comparison is made. */
  readonly shadow: ShadowAnswer | null;
  /** Tasks at work that change the same files, as far as somebody has looked; known only where the run goes on. */
  readonly overlaps: readonly PredictedOverlap[];
}

/** Method name → input and output. */
export interface Methods extends CommandMethods<RunReport>, PatchMethods {
  /** Projects of this service, then those that were open before, newest first. */
  'project.list': {
    params: Record<string, never>;
    result: { readonly projects: readonly ProjectCard[]; readonly capacity: CapacityLoad };
  };
  /** Opens the project of a folder in the same service; one that is open already is an answer. */
  'project.open': { params: { readonly folder: string }; result: { readonly key: string } };
  /** Refused while runs of it go on, unless `stop` says that their tools are to be stopped: they go on when it is opened again. */
  'project.close': { params: { readonly key: string; readonly stop?: boolean }; result: { readonly key: string } };
  /** Starts a run of a plan file (absolute or relative to the project's root) and answers at once. */
  'run.start': {
    params: { readonly planFile: string; readonly options?: RunOptions };
    result: { readonly runId: string };
  };
  'run.report': { params: { readonly runId: string }; result: RunReport };
  /** Settles when the run has ended or only a person can move it on. */
  'run.wait': { params: { readonly runId: string }; result: RunReport };
  'run.list': { params: Record<string, never>; result: { readonly runs: readonly RunSummary[] } };
  /** Runs of migrated databases of old pipelines, newest first, read when it is asked. */
  'legacy.runs': {
    params: Record<string, never>;
    result: {
      readonly runs: readonly LegacyRunView[];
      /** With those that are too many to be listed. */
      readonly total: number;
      /** Databases that cannot be read now, each with the reason, in a sentence. */
      readonly problems: readonly string[];
    };
  };
  'run.view': {
    params: { readonly runId: string };
    result: { readonly head: RunHead; readonly tasks: readonly TaskView[] };
  };
  'run.verify': { params: { readonly runId: string }; result: VerifyReport };
  /** Moves closed runs into archives: the named ones, or all that ended before a moment (ISO 8601). */
  'run.archive': {
    params: { readonly runIds?: readonly string[]; readonly before?: string };
    result: { readonly archived: readonly ArchivedRunReport[] };
  };
  /** Brings an archived run back. */
  'run.unarchive': { params: { readonly runId: string }; result: ArchivedRunReport };
  'run.archives': { params: Record<string, never>; result: { readonly archived: readonly ArchivedRunReport[] } };
  /** How a run went, at about as many moments as asked for (default 100). */
  'run.timeline': {
    params: { readonly runId: string; readonly points?: number };
    result: { readonly points: readonly TimelinePoint[] };
  };
  /** The run as it was after its last event at or before `to`; without it, after its last one. */
  'run.replay': { params: { readonly runId: string; readonly to?: number }; result: RunReport & ReplayMoment };
  'run.publish': {
    params: {
      readonly runId: string;
      readonly branch?: string;
      readonly mode?: 'ff' | 'merge' | 'squash';
      readonly preview?: boolean;
    };
    result: PublishOutcome & {
      /** Commits among those published that are direct edits. */
      readonly unprotected: number;
    };
  };
  'events.page': {
    params: { readonly runId?: string; readonly from?: number; readonly limit?: number };
    result: { readonly events: readonly EventView[]; readonly next: number | null };
  };
  /** The events of a run as they are stored, with their hashes: for export. */
  'run.log': {
    params: { readonly runId: string; readonly from?: number; readonly limit?: number };
    result: { readonly events: readonly EventRow[]; readonly next: number | null };
  };
  /** The workers of the runs under way, or all that one run has had. */
  'workers.list': { params: { readonly runId?: string }; result: { readonly workers: readonly WorkerView[] } };
  /** It ends after its task. */
  'workers.drain': {
    params: CommandParams & { readonly workerId: string };
    result: { readonly worker: WorkerView | null };
  };
  /** Out of quarantine. */
  'workers.release': {
    params: CommandParams & { readonly workerId: string };
    result: { readonly worker: WorkerView | null };
  };
  /** Tools that the project declares, in the runs under way or in one. */
  'tools.list': { params: { readonly runId?: string }; result: { readonly tools: readonly ToolReport[] } };
  /** It works again; every run under way that has it is told. */
  'tools.reset': {
    params: CommandParams & { readonly tool: string };
    result: { readonly tools: readonly ToolReport[] };
  };
  /** The end of an attempt's output, at most 256 KiB a stream. */
  'attempt.output': {
    params: { readonly attemptId: string };
    result: { readonly stdout: string; readonly stderr: string; readonly truncated: boolean };
  };
  /** The chain between the events of a run, without what the events say: for an audit. */
  'run.links': {
    params: { readonly runId: string; readonly after: number; readonly to: number; readonly limit?: number };
    result: { readonly links: readonly ChainLink[] };
  };
  /** What git has on the line of a run from its base to `head`, newest first: for an audit. */
  'run.commits': {
    params: { readonly runId: string; readonly head: string };
    result: { readonly commits: readonly CommitFacts[] };
  };
}
export type MethodName = keyof Methods;
export type MethodParams<M extends MethodName> = Methods[M]['params'];
export type MethodResult<M extends MethodName> = Methods[M]['result'];

const options = object({
  strategy: { enum: ['sequential', 'dag', 'shadow'] },
  maxParallel: { type: 'integer', minimum: 1, maximum: 64 },
  mergeOrder: { enum: ['ready', 'plan'] },
  tool: { type: 'string', minLength: 1, maxLength: 100 },
  policy: policyFile,
  whenStuck: { enum: ['end', 'wait'] },
  budgetMicroUsd: { type: 'integer', minimum: 1 },
});

/** Input schemas, checked at the `ipc` door. */
export const METHOD_SCHEMAS: { readonly [M in MethodName]: object } = {
  'project.list': object({}),
  'project.open': object({ folder: { type: 'string', minLength: 1, maxLength: 4096 } }, ['folder']),
  'project.close': object({ key: { type: 'string', minLength: 1, maxLength: 200 }, stop: { type: 'boolean' } }, [
    'key',
  ]),
  'run.start': object({ planFile: { type: 'string', minLength: 1, maxLength: 4096 }, options }, ['planFile']),
  ...COMMAND_SCHEMAS,
  'run.report': object({ runId: id }, ['runId']),
  'run.wait': object({ runId: id }, ['runId']),
  'run.list': object({}),
  'legacy.runs': object({}),
  'run.view': object({ runId: id }, ['runId']),
  'run.verify': object({ runId: id }, ['runId']),
  'run.archive': object({
    runIds: { type: 'array', items: id, minItems: 1, maxItems: LIMITS.archivedAtOnce },
    before: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z$' },
  }),
  'run.unarchive': object({ runId: id }, ['runId']),
  'run.archives': object({}),
  'run.timeline': object({ runId: id, points: { type: 'integer', minimum: 1, maximum: 1000 } }, ['runId']),
  'run.replay': object({ runId: id, to: { type: 'integer', minimum: 0 } }, ['runId']),
  'run.publish': object(
    {
      runId: id,
      branch: { type: 'string', minLength: 1, maxLength: 255 },
      mode: { enum: ['ff', 'merge', 'squash'] },
      preview: { type: 'boolean' },
    },
    ['runId'],
  ),
  'events.page': object({
    runId: id,
    from: { type: 'integer', minimum: 0 },
    limit: { type: 'integer', minimum: 1, maximum: 5000 },
  }),
  'run.log': object(
    { runId: id, from: { type: 'integer', minimum: 0 }, limit: { type: 'integer', minimum: 1, maximum: 5000 } },
    ['runId'],
  ),
  'workers.list': object({ runId: id }),
  'workers.drain': commandSchema({ workerId: id }),
  'workers.release': commandSchema({ workerId: id }),
  'tools.list': object({ runId: id }),
  'tools.reset': commandSchema({ tool: { type: 'string', minLength: 1, maxLength: 100 } }),
  'run.links': object(
    {
      runId: id,
      after: { type: 'integer', minimum: 0 },
      to: { type: 'integer', minimum: 0 },
      limit: { type: 'integer', minimum: 1, maximum: 5000 },
    },
    ['runId', 'after', 'to'],
  ),
  'run.commits': object({ runId: id, head: { type: 'string', pattern: '^[0-9a-f]{40}$' } }, ['runId', 'head']),
  ...PATCH_SCHEMAS,
  'attempt.output': object({ attemptId: id }, ['attemptId']),
};

/** Schemas of view parameters, checked at the same door. */
export const VIEW_SCHEMAS = {
  project: object({}),
  runs: object({}),
  run: object({ runId: id }, ['runId']),
  patches: object({ runId: id }),
  workers: object({ runId: id }),
  log: object({ runId: id, from: { type: 'integer', minimum: 0 } }),
  events: object({ runId: id, limit: { type: 'integer', minimum: 1, maximum: 5000 } }, ['runId']),
} as const;
