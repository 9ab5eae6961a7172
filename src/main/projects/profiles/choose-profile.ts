// Which profile fits a repository: from its domain and main language, or by a person's word, with the reasons.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { didYouMean } from '../../../shared/lib/nearest-word.ts';
import type { DiscoveredArea, Discovery } from '../discovery/discover.ts';
import type { Domain } from '../discovery/evidence.ts';
import type { Profile } from './profile.ts';

/** Below this a person is asked (uet.md §4.14). */
export const SURE = 0.8;

export interface ProfileChoice {
  readonly profile: Profile;
  readonly domain: Domain;
  readonly confidence: number;
  /** For people: what spoke for it. */
  readonly reasons: readonly string[];
  /** The most likely first; what a person is offered. */
  readonly candidates: readonly ProfileCandidate[];
}

export interface ProfileCandidate {
  readonly profile_id: string;
  readonly share: number;
  readonly because: string;
}

/** Software in a language that has a profile of its own. */
const LANGUAGES: Readonly<Record<string, string>> = {
  Python: 'software-dev-python',
  JavaScript: 'software-dev-javascript',
  PowerShell: 'software-dev-powershell',
};

export interface Wish {
  readonly profileId: string;
  /** Whose word it is: `--profile`, an answer, a file. */
  readonly by: string;
}

/** Throws `E_USAGE` for a wish that no profile has. */
export function chooseProfile(discovery: Discovery, profiles: readonly Profile[], wish: Wish | null): ProfileChoice {
  const candidates = candidatesOf(discovery, profiles);
  if (wish !== null) {
    const profile = findProfile(profiles, wish.profileId);
    const reasons = [`${wish.by} names it`, ...reasonsOf(discovery)];
    return { profile, domain: profile.domain, confidence: 1, reasons, candidates };
  }
  const id = discovery.domain === 'mixed' ? mixedId(discovery) : profileIdOf(discovery.areas[0]);
  return {
    profile: findProfile(profiles, id),
    domain: discovery.domain,
    confidence: discovery.confidence,
    reasons: reasonsOf(discovery),
    candidates,
  };
}

/** Several clear areas are composed; anything else that is mixed has no profile that fits. */
function mixedId({ areas }: Discovery): string {
  return areas.length > 1 ? 'mixed' : 'generic';
}

export function profileIdOf(area: Pick<DiscoveredArea, 'domain' | 'language'> | undefined): string {
  if (area === undefined) return 'generic';
  if (area.domain !== 'software-dev') return area.domain;
  return LANGUAGES[area.language ?? ''] ?? 'software-dev-generic';
}

export function findProfile(profiles: readonly Profile[], id: string): Profile {
  const found = profiles.find((one) => one.profileId === id);
  if (found !== undefined) return found;
  const known = profiles.map((one) => one.profileId);
  throw new PatchbayError(
    'E_USAGE',
    `There is no profile '${id}'`,
    `Use one of: ${known.join(', ')}.${didYouMean(id, known)}`,
    { id, known },
  );
}

function reasonsOf({ scores, files, cut }: Discovery): readonly string[] {
  if (files === 0) return ['the repository has no files'];
  const lines = scores
    .filter((one) => one.points > 0)
    .map((one) => `${one.domain} ${Math.round(one.share * 100)} %: ${one.reasons.join(', ')}`);
  return [
    ...(lines.length > 0 ? lines : ['none of the files speaks for a kind of work']),
    ...(cut ? [`only the first ${files} files were looked at`] : []),
  ];
}

function candidatesOf(discovery: Discovery, profiles: readonly Profile[]): readonly ProfileCandidate[] {
  const language = discovery.areas.find((one) => one.domain === 'software-dev')?.language ?? null;
  const plain = discovery.scores
    .filter((one) => one.points > 0)
    .map((one) => ({
      profile_id: profileIdOf({ domain: one.domain, language }),
      share: Math.round(one.share * 100) / 100,
      because: one.reasons.join(', '),
    }));
  const generic = profiles.find((one) => one.profileId === 'generic');
  return [...plain, { profile_id: 'generic', share: 0, because: generic?.description ?? '' }];
}
