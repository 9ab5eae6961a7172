// What the project's patchbay.yaml says about every plan, and what applies where there is no such file.
import { LIMITS } from '../domain/limits.ts';
import type { MergePolicy } from '../domain/merge-policy.ts';
import { EMPTY_POLICY, type PatchPolicy } from '../domain/patch-policy.ts';
import { DEFAULT_HEALTH, type WorkerHealth } from '../domain/worker-health.ts';
import type { GateDefinition, WorkspaceSetup } from './plan.ts';
import type { PolicyMention } from './policy-file.ts';
import type { ProjectArea } from './project-areas.ts';
import { NO_FLAGS, type ProjectFlags } from './project-flags.ts';
import { type FeedbackWords, NO_FEEDBACK_WORDS } from './read-feedback.ts';
import type { ToolDefinition } from './tool-definition.ts';

export interface ProjectSettings {
  readonly projectId: string;
  readonly name: string;
  /** What gates run that name no command; null where the project has no profile. */
  readonly profileId: string | null;
  readonly gates: readonly GateDefinition[];
  /** Gates of a run at once; null where the default holds. */
  readonly gateSlots: number | null;
  readonly setup: WorkspaceSetup;
  readonly health: WorkerHealth;
  /** The project's own limits, with their places in patchbay.yaml. */
  readonly policy: PatchPolicy;
  /** Policies it names. */
  readonly policyRefs: readonly PolicyMention[];
  /** Parts with limits and gates of their own, the most telling path first. */
  readonly areas: readonly ProjectArea[];
  readonly flags: ProjectFlags;
  readonly feedback: FeedbackWords;
  /** Commands that custom checks call by name. */
  readonly hooks: ReadonlyMap<string, GateDefinition>;
  /** Tools that plans and rules may name, in the order of the file. */
  readonly tools: readonly ToolDefinition[];
  /** What it says about conflicts. */
  readonly merge: Partial<MergePolicy>;
  /** The router's file from the root of the project; null where the usual places are looked at. */
  readonly router: string | null;
}

export const NO_SETUP: WorkspaceSetup = {
  commands: [],
  copyIgnored: [],
  env: {},
  keyFiles: [],
  timeoutMs: LIMITS.setupTimeoutMs,
};

/** Settings of a repository without a patchbay.yaml. */
export const NO_SETTINGS: ProjectSettings = {
  projectId: 'project',
  name: 'Project',
  profileId: null,
  gates: [],
  gateSlots: null,
  setup: NO_SETUP,
  health: DEFAULT_HEALTH,
  policy: EMPTY_POLICY,
  policyRefs: [],
  areas: [],
  flags: NO_FLAGS,
  feedback: NO_FEEDBACK_WORDS,
  hooks: new Map(),
  tools: [],
  merge: {},
  router: null,
};
