// The project settings and policies that count for a folder, without asking for a repository.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouterFiles } from '../../../shared/plan/open-router.ts';
import type { PatchLookup } from '../../../shared/plan/patch-file.ts';
import type { PolicyLookup } from '../../../shared/plan/policy-file.ts';
import type { ProjectSettings } from '../../../shared/plan/project-settings.ts';
import { patchLookup } from '../../projects/find-patch.ts';
import { policyLookup } from '../../projects/find-policy.ts';
import { findRouter } from '../../projects/find-router.ts';
import { loadProject } from '../../projects/load-project.ts';
import { patchWords } from '../patch-words.ts';

/** Those of the nearest folder upwards that is a repository or holds a patchbay.yaml; none where there is neither. */
export function nearbySettings(dir: string): ReturnType<typeof loadProject> {
  const root = nearbyRoot(dir);
  return root === null ? { settings: null, problems: [] } : loadProject(root);
}

/** Policies by name, from the same folder; without one, from `dir`. */
export function nearbyPolicies(dir: string, appRoot: string): PolicyLookup {
  return policyLookup({ root: nearbyRoot(dir) ?? dir, appRoot });
}

/** The router's files, from the same folder. */
export function nearbyRouter(dir: string, appRoot: string, settings: ProjectSettings | null): RouterFiles {
  return findRouter({ root: nearbyRoot(dir) ?? dir, appRoot }, settings?.router ?? null);
}

/** Patches that plans name, from the same folder. */
export function nearbyPatches(dir: string): PatchLookup {
  return patchLookup({ root: nearbyRoot(dir) ?? dir, judge: patchWords });
}

function nearbyRoot(dir: string): string | null {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, 'patchbay.yaml')) || existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return null;
  }
}
