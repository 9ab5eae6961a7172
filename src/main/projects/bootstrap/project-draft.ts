// What patchbay.yaml is going to say, as plain fields, and where each came from.

import type { Domain, FoundSetup } from '../discovery/evidence.ts';
import { findProfile } from '../profiles/choose-profile.ts';
import { areaAt, type Composition, type ProfileArea } from '../profiles/compose-profiles.ts';
import type { ProfileConstraints } from '../profiles/profile.ts';
import type { ChosenGate } from './choose-gates.ts';
import type { LegacySettings } from './read-project-profile.ts';

export interface ProjectDraft {
  readonly projectId: string;
  readonly name: string;
  readonly profileId: string;
  readonly domain: Domain;
  /** None where one profile holds everywhere. */
  readonly areas: readonly DraftArea[];
  readonly gates: readonly ChosenGate[];
  readonly setups: readonly FoundSetup[];
  readonly maxLinesChanged: number;
  readonly maxFilesChanged: number;
  readonly forbidBinary: boolean;
  readonly forbidPaths: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

export interface DraftArea extends ProfileArea {
  readonly constraints: ProfileConstraints;
  /** Null where the area has no gate of its own: then all of the project's hold there. */
  readonly gates: readonly string[] | null;
}

export interface DraftSources {
  readonly projectId: string;
  readonly name: string;
  readonly profileId: string;
  readonly domain: Domain;
  readonly composition: Composition;
  readonly gates: readonly ChosenGate[];
  readonly setups: readonly FoundSetup[];
  readonly legacy: LegacySettings | null;
}

/** The older file's words first, then what was found. */
export function draftProject({ composition, legacy, ...found }: DraftSources): ProjectDraft {
  const { constraints } = composition;
  return {
    ...found,
    areas: areasOf(composition, found.gates),
    projectId: legacy?.projectId ?? found.projectId,
    name: legacy?.name ?? found.name,
    maxLinesChanged: legacy?.maxLinesChanged ?? constraints.maxLinesChanged,
    maxFilesChanged: legacy?.maxFilesChanged ?? constraints.maxFilesChanged,
    forbidBinary: constraints.forbidBinary,
    forbidPaths: [...new Set([...constraints.forbidPaths, ...(legacy?.forbidPaths ?? [])])],
    flags: legacy?.flags ?? {},
  };
}

function areasOf({ areas, profiles }: Composition, gates: readonly ChosenGate[]): readonly DraftArea[] {
  if (areas.length < 2) return [];
  return areas.map((area) => ({
    ...area,
    constraints: findProfile(profiles, area.profile_id).constraints,
    gates: gatesOf(area, areas, gates),
  }));
}

/** Its own, and those that check the whole repository. With none of its own it keeps all: nothing passes unchecked. */
function gatesOf(area: ProfileArea, areas: readonly ProfileArea[], gates: readonly ChosenGate[]): DraftArea['gates'] {
  const isOwn = (gate: ChosenGate) => gate.folder !== '' && areaAt(areas, `${gate.folder}/`)?.path === area.path;
  if (!gates.some(isOwn)) return null;
  return gates.filter((gate) => gate.folder === '' || isOwn(gate)).map((gate) => gate.gate_id);
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
    ...(areas.length > 0 ? { areas: areas.map((area) => areaDocument(draft, area)) } : {}),
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

/** Limits that are those of the whole are not repeated. */
export function areaDocument(draft: ProjectDraft, { path, profile_id, constraints, gates }: DraftArea) {
  const forbidden = constraints.forbidPaths.filter((one) => !draft.forbidPaths.includes(one));
  return {
    path,
    profile_id,
    policy: {
      max_lines_changed: constraints.maxLinesChanged,
      max_files_changed: constraints.maxFilesChanged,
      ...(constraints.forbidBinary && !draft.forbidBinary ? { forbid_binary: true } : {}),
      ...(forbidden.length > 0 ? { forbid_paths: forbidden } : {}),
    },
    ...(gates === null ? {} : { gates }),
  };
}
