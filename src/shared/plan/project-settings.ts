// What the project's patchbay.yaml says about every plan, and what applies where there is no such file.
import { LIMITS } from '../domain/limits.ts';
import type { GateDefinition, WorkspaceSetup } from './plan.ts';
import { NO_FLAGS, type ProjectFlags } from './project-flags.ts';

/** Limits a project or a policy sets on every patch; null where it says nothing. */
export interface PolicyLimits {
  readonly maxLinesChanged: number | null;
  readonly maxFilesChanged: number | null;
  readonly forbidBinary: boolean;
  readonly forbidPaths: readonly string[];
}

export interface ProjectSettings {
  readonly projectId: string;
  readonly name: string;
  readonly gates: readonly GateDefinition[];
  readonly setup: WorkspaceSetup;
  readonly policy: PolicyLimits;
  readonly flags: ProjectFlags;
}

export const NO_POLICY: PolicyLimits = {
  maxLinesChanged: null,
  maxFilesChanged: null,
  forbidBinary: false,
  forbidPaths: [],
};

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
  gates: [],
  setup: NO_SETUP,
  policy: NO_POLICY,
  flags: NO_FLAGS,
};
