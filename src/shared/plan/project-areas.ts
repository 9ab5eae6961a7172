// Parts of a repository with limits and gates of their own: what holds for a task depends on where it may write.
import { combinePolicies, EMPTY_POLICY, type PatchPolicy } from '../domain/patch-policy.ts';
import { covers, isLiteral, matchAny, mayOverlap } from '../lib/glob.ts';
import type { Scope } from './plan.ts';

export interface ProjectArea {
  /** Glob: `docs/**`, or `**` for everything that no area before it covers. */
  readonly path: string;
  readonly profileId: string;
  readonly policy: PatchPolicy;
  /** Gates of tasks that write only here; null where all of the project's hold. */
  readonly gates: readonly string[] | null;
}

/**
 * The areas that a task may write in. The first area that covers a glob holds for it alone; one that only meets it
 * leaves the rest of the glob to the areas after it. A task without a scope may write everywhere.
 */
export function areasOfScope(areas: readonly ProjectArea[], scope: Scope): readonly ProjectArea[] {
  const globs = [...scope.write, ...scope.create];
  if (globs.length === 0) return areas;
  const touched = new Set(globs.flatMap((glob) => areasOfGlob(areas, glob)));
  return areas.filter((area) => touched.has(area));
}

function areasOfGlob(areas: readonly ProjectArea[], glob: string): readonly ProjectArea[] {
  const touched: ProjectArea[] = [];
  for (const area of areas) {
    const isHere = isLiteral(glob) ? matchAny([area.path])(glob) : mayOverlap(area.path, glob);
    if (!isHere) continue;
    touched.push(area);
    if (covers([area.path], glob) === 'yes') break;
  }
  return touched;
}

/** As tight as every area that the task may write in. */
export function policyOfAreas(areas: readonly ProjectArea[]): PatchPolicy {
  return areas.map((area) => area.policy).reduce(combinePolicies, EMPTY_POLICY);
}

/** Null where one of the areas says nothing, and where there are none: then all gates hold. */
export function gatesOfAreas(areas: readonly ProjectArea[]): ReadonlySet<string> | null {
  const lists = areas.map((area) => area.gates);
  if (lists.length === 0 || lists.includes(null)) return null;
  return new Set(lists.flatMap((list) => list ?? []));
}
