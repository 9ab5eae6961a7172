// The resolved plan: what a plan file means once references, order, scopes and limits have been worked out.
import type { CheckType } from '../domain/acceptance.ts';
import type { FailingTest, GateReport } from '../domain/gate.ts';
import type { MergePolicy } from '../domain/merge-policy.ts';
import type { Severity } from '../domain/patch.ts';
import type { PatchPolicy } from '../domain/patch-policy.ts';
import type { RuleAction } from '../domain/rule-action.ts';
import type { MergeOrder, Strategy } from '../domain/run.ts';
import type { Classification } from './read-classification.ts';
import type { TaskRoute, ToolDefinition } from './tool-definition.ts';

/** Globs relative to the repository's root, `/` as separator. An empty `write` and `create` means: anywhere not forbidden. */
export interface Scope {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly create: readonly string[];
  readonly forbidden: readonly string[];
}

/** What the rules hold a patch to: the effective policy of its task, without who set what. */
export interface PatchConstraints {
  /** No other way than a patch may bring a change onto the head. */
  readonly patchRequired: boolean;
  readonly maxLinesChanged: number;
  readonly maxFilesChanged: number;
  readonly forbidBinary: boolean;
  /** Globs no patch may touch, whatever its scope. */
  readonly forbidPaths: readonly string[];
  /** Globs of files that may change only where a test gate judges the patch. */
  readonly requireTestsFor: readonly string[];
  /** Required gates of the task that run tests. */
  readonly testGates: readonly string[];
  readonly asciiOnly: boolean;
  /** Symbolic links inside the repository go to a person instead of being refused; absent: they are refused. */
  readonly allowLinks?: boolean;
  /** A submodule may move to another commit, by a person's word; absent: it may not. */
  readonly allowSubmodules?: boolean;
  /** Globs of files whose change goes to a person, beside those that always do. */
  readonly protectPaths?: readonly string[];
  readonly requireDocUpdate: boolean;
  /** So many different persons have to approve each patch; absent: none. */
  readonly minReviewers?: number;
  /** Patches of a run that undo each other: see `findOscillation`; absent: the product's own limits. */
  readonly oscillationWindow?: number;
  readonly oscillationThreshold?: number;
  /** Changed lines of each file that matches; absent: only the patch as a whole is limited. */
  readonly fileLimits?: readonly { readonly glob: string; readonly maxLines: number }[];
  /** What findings of a rule lead to at least; absent: what the rule itself says. */
  readonly ruleActions?: readonly RuleAction[];
}

/**
 * What has to be true of the task before: it completed; it ended, whatever the outcome; it completed and hands a summary
 * of its work on; it completed and a gate passed on what it left.
 */
export type EdgeKind = 'success' | 'finish' | 'artifact' | 'gate';

/** `task` must have ended in the way of `edge` before the owner of this entry may start. */
export interface Edge {
  readonly task: string;
  readonly edge: EdgeKind;
  /** Of a `gate` edge alone: its id. */
  readonly gate?: string;
  /** Nobody declared it: the owner reads what the task before may write. It orders and demands nothing. */
  readonly implied?: true;
}

/** One deterministic edit of the built-in `script` tool. Paths are relative to the repository's root. */
export type ScriptEdit =
  | { readonly write: string; readonly text: string }
  | { readonly append: string; readonly text: string }
  | { readonly replace: string; readonly find: string; readonly with: string }
  | { readonly delete: string }
  | { readonly move: string; readonly to: string };

/** Edits of one attempt; `waitSeconds` passes before the first edit. */
export interface ScriptAttempt {
  readonly waitSeconds: number;
  readonly edits: readonly ScriptEdit[];
}

/** The last entry serves every later attempt. Never empty. */
export interface ScriptLaunch {
  readonly tool: 'script';
  readonly attempts: readonly ScriptAttempt[];
  /** Edits of the first, second … task that mends what this one made, on top of that. */
  readonly fix?: readonly ScriptAttempt[];
}

export interface CommandLaunch {
  readonly tool: 'command';
  /** Program and arguments; a shell is used only where `shell` says so, and then `argv` has one entry. */
  readonly argv: readonly string[];
  readonly shell: boolean;
  readonly stdin: string;
  readonly successExit: readonly number[];
  /** Globs of files the tool leaves that are never part of a patch. */
  readonly litter: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A tool this version knows by name and cannot start yet, or a person's task; `run` refuses the former with a place. */
export interface OtherLaunch {
  readonly tool: string;
  readonly prompt: unknown;
}

/** A patch that is there already, and that Patchbay itself applies. */
export interface PatchLaunch {
  /** Where it comes from, for people. */
  readonly file: string;
  readonly base64: string;
}

export type Launch =
  | { readonly kind: 'patch'; readonly patch: PatchLaunch }
  | { readonly kind: 'script'; readonly script: ScriptLaunch }
  | { readonly kind: 'command'; readonly command: CommandLaunch }
  | { readonly kind: 'other'; readonly other: OtherLaunch }
  | { readonly kind: 'person' };

export interface GateDefinition {
  readonly gateId: string;
  /** lint, unit, integration, security, or any word of the user's. */
  readonly kind: string;
  /** Empty where it is built in. */
  readonly argv: readonly string[];
  /** True: Patchbay's own look at the result tree. */
  readonly builtIn?: true;
  readonly shell: boolean;
  readonly after: readonly string[];
  /** A patch that does not pass it is not committed. */
  readonly required: boolean;
  /** False: the patch is committed without waiting for it. Absent: it waits. */
  readonly blocking?: false;
  readonly timeoutMs: number;
  readonly expectedExit: number;
  readonly env: Readonly<Record<string, string>>;
  /** True: it runs once on the head when a wave has landed, and holds the next wave. Absent: on each patch. */
  readonly waveBoundary?: true;
  /** False: a tree that passed is asked again. Absent: its pass is remembered. */
  readonly cache?: false;
  /** True: where it fails it is run once more on the same tree, which tells a flaky gate from a failed one. */
  readonly rerun?: true;
  /** `fail`: a flaky pass counts as failed. Absent: it counts as passed, and is told. */
  readonly flaky?: 'fail';
  /** Where its results are; absent where the plan does not say, and in plans from before reports. */
  readonly report?: GateReport;
}

/** Whether a task's work becomes a patch (`on`) or is a direct edit, and whose word that is. */
export interface PatchMode {
  readonly on: boolean;
  readonly by: 'default' | 'project' | 'tool' | 'workstream' | 'plan';
  /** File and field for people; empty for the default. */
  readonly place: string;
}

/** What a check does: run a command as gates do, judge the facts of its level, or look for files. */
export type CheckWork =
  | { readonly kind: 'command'; readonly command: GateDefinition }
  | { readonly kind: 'condition'; readonly condition: string }
  /** Each glob has to match a file. */
  | { readonly kind: 'files'; readonly globs: readonly string[] };

export interface AcceptanceCheck {
  /** Unique in its level. */
  readonly checkId: string;
  readonly type: CheckType;
  readonly description: string;
  readonly required: boolean;
  readonly severity: Severity;
  readonly work: CheckWork;
}

export interface Acceptance {
  readonly mode: 'all' | 'any' | 'custom';
  /** A condition over the ids of checks; for `custom` only. */
  readonly rule: string | null;
  /** Never empty. */
  readonly checks: readonly AcceptanceCheck[];
}

/**
 * `prompt`: its tool is asked for a change. `patch_review`: its tool looks at a patch and changes nothing.
 * `patch_apply_validate`: it has no tool; a patch that is there already is applied, judged and tested.
 */
export type TaskMode = 'prompt' | 'patch_review' | 'patch_apply_validate';

/** A patch by its bytes, or the patches that a task before has committed. */
export type PatchSource = PatchLaunch | { readonly task: string };
/** What a gate refused, for whoever mends it. */
export interface FixFacts {
  readonly gateId: string;
  readonly gateRunId: string;
  /** What the gate runs. */
  readonly command: readonly string[];
  /** Names the failure, whatever the run, the machine and the time; see error-signature.ts. */
  readonly signature: string;
  /** Which fix it is for this signature, from 1, and how many there may be. */
  readonly number: number;
  readonly of: number;
  /** How the gate ended. */
  readonly message: string;
  readonly failures: readonly FailingTest[];
  /** How many failed in all; null where the gate did not name them. */
  readonly failed: number | null;
  /** Last lines of the gate's output. */
  readonly tail: string;
  /** Files of the patch, at most `LIMITS.handoffFiles`. */
  readonly files: readonly string[];
  /** What the task was to do. */
  readonly objective: string;
}

/** Whether and how a run mends what a required gate refused. */
export interface FeedbackPlan {
  readonly on: boolean;
  /** A tool of the project; null: each task's own. */
  readonly tool: string | null;
  /** Fixes of one task, and of one signature of it. */
  readonly perTask: number;
  readonly perSignature: number;
}

/** What a task that a run adds of its own accord goes on with. */
export interface TaskOrigin {
  readonly kind: 'fix' | 'merge' | 'import';
  /** The task of the plan whose work it goes on with, and which completes when its own change is committed; null: it stands alone. */
  readonly task: string | null;
  /** What was made for that task and could not be committed; its own patch takes the place of it. */
  readonly patch: string | null;
  /** What its workspace holds at first, and the commit that its change is captured against; null: both are the head at its start. */
  readonly start: { readonly from: string; readonly base: string } | null;
  /** Of a fix. */
  readonly fix?: FixFacts;
}

export interface TaskPlan {
  /** Unique in the plan; commands name a task by it. */
  readonly taskId: string;
  readonly name: string;
  readonly kind: string;
  readonly phaseId: string;
  readonly workstreamId: string;
  /** Declared edges and, in a sequential workstream, the chain. Order between workstreams is not repeated here. */
  readonly after: readonly Edge[];
  /** Of a task that the router gives a tool: the first that it may get, until one is chosen. */
  readonly tool: string;
  readonly launch: Launch;
  /** What a tool of the project is asked; absent for others. */
  readonly prompt?: string;
  /** Absent where the plan names the tool, which the task then keeps. */
  readonly route?: TaskRoute;
  readonly scope: Scope;
  /** The level that named the files to write and to read, such as `task t1`; absent in plans from before claims. */
  readonly scopeBy?: { readonly write: string | null; readonly read: string | null };
  readonly constraints: PatchConstraints;
  /** Place of its effective policy in the plan's `policies`. */
  readonly policy: number;
  /** The issue the task belongs to, as the plan names it. */
  readonly issueRef: string | null;
  /** Judged before its patch is committed; null where nothing has to be checked. */
  readonly acceptance: Acceptance | null;
  readonly maxAttempts: number;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number;
  /** Gate ids in an order that respects each gate's `after`. */
  readonly gates: readonly string[];
  /** Gates at the end of the task's wave, in the same order; absent where there is none. */
  readonly waveGates?: readonly string[];
  readonly conflictGroup: string | null;
  /** Higher goes first. 0 is normal. */
  readonly priority: number;
  readonly background: boolean;
  readonly critical: boolean;
  readonly allowNoChange: boolean;
  readonly classification: Classification;
  readonly patchMode: PatchMode;
  /** Absent: `prompt`. */
  readonly mode?: TaskMode;
  /** What a review looks at; absent in the other modes. */
  readonly reviews?: PatchSource;
  /** Line of the task in its file, from 1; 0 when the plan has no file. */
  readonly line: number;
  /** Absent for the plan's own tasks. */
  readonly origin?: TaskOrigin;
}

export interface WorkstreamPlan {
  readonly workstreamId: string;
  readonly phaseId: string;
  readonly name: string;
  readonly objective: string;
  /** Workstreams that must be completed first; the order of phases is already worked in. */
  readonly after: readonly string[];
  readonly strategy: Strategy;
  /** Tasks of this workstream that may run at once; null when only the run's limit holds. */
  readonly maxParallel: number | null;
  readonly acceptance: Acceptance | null;
}

export interface PhasePlan {
  readonly phaseId: string;
  readonly name: string;
  readonly category: string;
  readonly after: readonly string[];
  readonly acceptance: Acceptance | null;
}

/** How a workspace becomes usable (engine.md §10a). */
export interface WorkspaceSetup {
  readonly commands: readonly (readonly string[])[];
  /** Ignored files copied from the user's checkout by name, never into a patch. */
  readonly copyIgnored: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Files whose content decides whether a prepared workspace can be used again, for example lockfiles. */
  readonly keyFiles: readonly string[];
  readonly timeoutMs: number;
}

/** The order of a plan as a dag, where it differs from the plan's own. */
export interface ShadowOrder {
  readonly taskAfter: Readonly<Record<string, readonly Edge[]>>;
  readonly workstreams: Readonly<Record<string, { readonly after: readonly string[]; readonly strategy: Strategy }>>;
}

export interface Plan {
  readonly planId: string;
  readonly projectId: string;
  readonly name: string;
  readonly strategy: Strategy;
  readonly mergeOrder: MergeOrder;
  /** Absent where plan and project say nothing; then the usual holds. */
  readonly merge?: MergePolicy;
  /** Micro-dollars; null where the plan has no budget. */
  readonly budgetMicroUsd: number | null;
  readonly gates: readonly GateDefinition[];
  /** Gates that may run at once; absent where the project does not say. */
  readonly gateSlots?: number;
  readonly phases: readonly PhasePlan[];
  readonly workstreams: readonly WorkstreamPlan[];
  /** In file order. */
  readonly tasks: readonly TaskPlan[];
  /** Effective policies with who set what, each once. */
  readonly policies: readonly PatchPolicy[];
  /** Absent in plans from before feedback: the defaults. */
  readonly feedback?: FeedbackPlan;
  readonly setup: WorkspaceSetup;
  /** Tools of the project that its tasks may get; absent where there is none. */
  readonly tools?: readonly ToolDefinition[];
  /** The dag that is compared with the sequence which this plan runs in; absent where nothing is compared. */
  readonly shadow?: ShadowOrder;
}
