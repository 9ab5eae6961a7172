// Several profiles in one repository: which holds where, and what follows from all of them for the whole.
import type { DiscoveredArea } from '../discovery/discover.ts';
import { isInArea } from '../discovery/find-areas.ts';
import { findProfile, profileIdOf } from './choose-profile.ts';
import type { Profile, ProfileConstraints } from './profile.ts';

export interface ProfileArea {
  /** `docs/**`, or `**` for everything that no other area covers. */
  readonly path: string;
  readonly profile_id: string;
  readonly because: string;
}

export interface Composition {
  /** The most telling path first: the first that matches a file holds for it. */
  readonly areas: readonly ProfileArea[];
  readonly profiles: readonly Profile[];
  readonly constraints: ProfileConstraints;
}

/** `base` stands for the whole where there is one area; beside several it only adds its limits. */
export function composeProfiles(
  base: Profile,
  found: readonly DiscoveredArea[],
  profiles: readonly Profile[],
): Composition {
  if (base.profileId !== 'mixed' || found.length < 2) {
    const because = base.description;
    return {
      areas: [{ path: '**', profile_id: base.profileId, because }],
      profiles: [base],
      constraints: base.constraints,
    };
  }
  const areas = found.map((area) => ({
    path: area.path,
    profile_id: profileIdOf(area),
    because: area.reasons.join(', '),
  }));
  const used = [...new Set(areas.map((area) => area.profile_id))].map((id) => findProfile(profiles, id));
  return { areas, profiles: used, constraints: [base, ...used].map((one) => one.constraints).reduce(tighter) };
}

/** The area that holds for a path: the first that covers it. */
export function areaAt(areas: readonly ProfileArea[], path: string): ProfileArea | null {
  return areas.find((area) => isInArea(path, area.path)) ?? null;
}

/** Minimum of limits, union of what is forbidden, "or" of what is demanded. */
function tighter(a: ProfileConstraints, b: ProfileConstraints): ProfileConstraints {
  return {
    maxLinesChanged: Math.min(a.maxLinesChanged, b.maxLinesChanged),
    maxFilesChanged: Math.min(a.maxFilesChanged, b.maxFilesChanged),
    testsMustPass: a.testsMustPass || b.testsMustPass,
    patchOnly: a.patchOnly || b.patchOnly,
    asciiOnly: a.asciiOnly || b.asciiOnly,
    forbidBinary: a.forbidBinary || b.forbidBinary,
    forbidPaths: [...new Set([...a.forbidPaths, ...b.forbidPaths])],
  };
}
