// What patchbay.yaml is going to say, as plain fields, and where each came from.

import type { FoundSetup } from '../discovery/evidence.ts';
import type { ProfileArea } from '../profiles/compose-profiles.ts';
import type { ProfileConstraints } from '../profiles/profile.ts';
import type { ChosenGate } from './choose-gates.ts';
import type { LegacySettings } from './read-project-profile.ts';

export interface ProjectDraft {
  readonly projectId: string;
  readonly name: string;
  readonly profileId: string;
  readonly domain: string;
  readonly areas: readonly ProfileArea[];
  readonly gates: readonly ChosenGate[];
  readonly setups: readonly FoundSetup[];
  readonly maxLinesChanged: number;
  readonly maxFilesChanged: number;
  readonly forbidBinary: boolean;
  readonly forbidPaths: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

export interface DraftSources {
  readonly projectId: string;
  readonly name: string;
  readonly profileId: string;
  readonly domain: string;
  readonly areas: readonly ProfileArea[];
  readonly gates: readonly ChosenGate[];
  readonly setups: readonly FoundSetup[];
  readonly constraints: ProfileConstraints;
  readonly legacy: LegacySettings | null;
}

/** The older file's words first, then what was found. */
export function draftProject({ constraints, legacy, ...found }: DraftSources): ProjectDraft {
  return {
    ...found,
    projectId: legacy?.projectId ?? found.projectId,
    name: legacy?.name ?? found.name,
    maxLinesChanged: legacy?.maxLinesChanged ?? constraints.maxLinesChanged,
    maxFilesChanged: legacy?.maxFilesChanged ?? constraints.maxFilesChanged,
    forbidBinary: constraints.forbidBinary,
    forbidPaths: [...new Set([...constraints.forbidPaths, ...(legacy?.forbidPaths ?? [])])],
    flags: legacy?.flags ?? {},
  };
}

/** A project.v1 document. */
export function projectDocument(draft: ProjectDraft): Readonly<Record<string, unknown>> {
  const { setups, areas, gates, flags } = draft;
  return {
    schema: 'patchbay/project.v1',
    project_id: draft.projectId,
    name: draft.name,
    profile_id: draft.profileId,
    domain: draft.domain,
    ...(areas.length > 1 ? { areas: areas.map(({ path, profile_id }) => ({ path, profile_id })) } : {}),
    ...(gates.length > 0 ? { gates: gates.map(({ gate_id, kind, command }) => ({ gate_id, kind, command })) } : {}),
    ...(setups.length > 0
      ? { workspace: { setup: setups.map((one) => one.argv), key_files: setups.flatMap((one) => one.keyFiles) } }
      : {}),
    policy: {
      max_lines_changed: draft.maxLinesChanged,
      max_files_changed: draft.maxFilesChanged,
      ...(draft.forbidBinary ? { forbid_binary: true } : {}),
      ...(draft.forbidPaths.length > 0 ? { forbid_paths: draft.forbidPaths } : {}),
    },
    ...(Object.keys(flags).length > 0 ? { flags } : {}),
  };
}
