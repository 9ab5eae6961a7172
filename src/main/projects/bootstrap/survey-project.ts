// Everything `init` reads before it decides: the repository, the profiles, and settings that are there already.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { parsePlan } from '../../../shared/plan/parse-plan.ts';
import type { PolicyLookup } from '../../../shared/plan/policy-file.ts';
import { asText, field } from '../../../shared/plan/read-json.ts';
import { type Discovery, discover } from '../discovery/discover.ts';
import { readRepository } from '../discovery/read-repository.ts';
import { policyLookup } from '../find-policy.ts';
import { type LoadedProject, loadProject, PROJECT_FILE } from '../load-project.ts';
import { loadProfiles } from '../profiles/load-profiles.ts';
import type { Profile } from '../profiles/profile.ts';
import { readDocument } from '../read-document.ts';
import { PROFILE_FILES, type ProjectProfileReading, readProjectProfile } from './read-project-profile.ts';

export interface Survey {
  readonly root: string;
  readonly discovery: Discovery;
  readonly profiles: readonly Profile[];
  /** Finds the policies that a patchbay.yaml names. */
  readonly policies: PolicyLookup;
  /** Null where there is no patchbay.yaml yet. */
  readonly existing: (LoadedProject & { readonly profileId: string | null }) | null;
  /** An older PROJECT_PROFILE. It counts for a patchbay.yaml that is written now, not for one that is there. */
  readonly legacy: (ProjectProfileReading & { readonly file: string }) | null;
}

/** Throws `E_SCHEMA` with every problem of a PROJECT_PROFILE that cannot be used: its settings must not be lost unsaid. */
export async function surveyProject(root: string, appRoot: string): Promise<Survey> {
  const existing = existsSync(join(root, PROJECT_FILE)) ? readExisting(root) : null;
  return {
    root,
    legacy: existing === null ? readLegacy(root) : null,
    existing,
    profiles: loadProfiles(join(appRoot, 'resources', 'profiles')),
    policies: policyLookup({ root, appRoot }),
    discovery: discover(await readRepository(root)),
  };
}

function readExisting(root: string): Survey['existing'] {
  const loaded = loadProject(root);
  // A file that is not in order is not followed either.
  if (loaded.settings === null) return { ...loaded, profileId: null };
  return { ...loaded, profileId: asText(field(parsePlan(textOf(root, PROJECT_FILE)).value, 'profile_id')) };
}

function readLegacy(root: string): Survey['legacy'] {
  const file = PROFILE_FILES.find((name) => existsSync(join(root, name)));
  if (file === undefined) return null;
  const reading = readProjectProfile(textOf(root, file));
  if (reading.problems.length > 0) {
    throw new PatchbayError(
      'E_SCHEMA',
      `${file} is not in order: ${reading.problems.length} problem${reading.problems.length === 1 ? '' : 's'}`,
      'Correct it, or move it away to begin without its settings.',
      { file, problems: reading.problems },
    );
  }
  return { ...reading, file };
}

function textOf(root: string, file: string): string {
  const read = readDocument(join(root, file));
  if ('text' in read) return read.text;
  throw new PatchbayError(
    'E_FILE_UNREADABLE',
    `${file}: ${read.problem.message}`,
    `${read.problem.advice} Or move it away to begin without its settings.`,
    { file, problems: [read.problem] },
  );
}
