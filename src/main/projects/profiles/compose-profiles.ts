// Several profiles in one repository: which holds where, with which limits and gates.
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
  /** Profiles of the areas, each once. */
  readonly profiles: readonly Profile[];
  /** Limits of the whole; those of an area are its profile's, on top. */
  readonly constraints: ProfileConstraints;
}

export function composeProfiles(
  base: Profile,
  found: readonly DiscoveredArea[],
  profiles: readonly Profile[],
): Composition {
  const { constraints } = base;
  if (base.profileId !== 'mixed' || found.length < 2) {
    const whole = { path: '**', profile_id: base.profileId, because: base.description };
    return { areas: [whole], profiles: [base], constraints };
  }
  const areas = found.map((area) => ({
    path: area.path,
    profile_id: profileIdOf(area),
    because: area.reasons.join(', '),
  }));
  const used = [...new Set(areas.map((area) => area.profile_id))];
  return { areas, profiles: used.map((id) => findProfile(profiles, id)), constraints };
}

/** The area that holds for a path: the first that covers it. */
export function areaAt<A extends { readonly path: string }>(areas: readonly A[], path: string): A | null {
  return areas.find((area) => isInArea(path, area.path)) ?? null;
}
