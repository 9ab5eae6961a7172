// A profile as `init` uses it: what a profile_extension.v1 document brings to a project.
import type { Domain } from '../discovery/evidence.ts';

export interface ProfileConstraints {
  readonly maxLinesChanged: number;
  readonly maxFilesChanged: number;
  readonly testsMustPass: boolean;
  readonly patchOnly: boolean;
  readonly asciiOnly: boolean;
  readonly forbidBinary: boolean;
  readonly forbidPaths: readonly string[];
}

/** A check that the profile knows; proposed where the repository itself names none. */
export interface ProfileCheck {
  readonly type: string;
  readonly argv: readonly string[];
  readonly tool: string;
  readonly network: boolean;
}

export interface ProfileResource {
  readonly type: string;
  readonly root: string;
  readonly patterns: readonly string[];
}

export interface ProfilePhase {
  readonly phaseId: string;
  readonly name: string;
  readonly category: string;
  readonly scope: readonly string[];
}

export interface Profile {
  readonly profileId: string;
  readonly version: string;
  readonly domain: Domain;
  readonly description: string;
  readonly taskKinds: readonly string[];
  readonly constraints: ProfileConstraints;
  readonly checks: readonly ProfileCheck[];
  readonly resources: readonly ProfileResource[];
  readonly phases: readonly ProfilePhase[];
}
