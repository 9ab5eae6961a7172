// What kind of project a repository is, decided from what was read of it; pure, and every decision comes with its reasons.
import { countLanguages, type LanguageCount, languageOf } from './count-languages.ts';
import { declaredForeign } from './declared-foreign.ts';
import { isManifest, isPlaybook } from './ecosystems/operations-ecosystem.ts';
import { ECOSYSTEMS, FALLBACK } from './ecosystems/registry.ts';
import type {
  Domain,
  EcosystemFindings,
  FoundCommand,
  FoundFramework,
  FoundSetup,
  RepositoryFacts,
} from './evidence.ts';
import { fileWeight } from './file-weight.ts';
import { type Area, findAreas, isInArea, separation, sumWeights, type WeighedFile } from './find-areas.ts';
import { type CiFindings, findCi } from './find-ci.ts';
import type { Language } from './languages.ts';
import { repositoryView } from './repository-view.ts';
import { type DomainScore, scoreDomains } from './score-domains.ts';

export interface Discovery {
  readonly name: string;
  readonly domain: Domain;
  /** 0 to 1; below 0.8 a person is asked. */
  readonly confidence: number;
  readonly scores: readonly DomainScore[];
  readonly languages: readonly LanguageCount[];
  /** One entry for a repository of one domain, else by folder with the most telling path first. */
  readonly areas: readonly DiscoveredArea[];
  readonly frameworks: readonly FoundFramework[];
  readonly packageManagers: readonly string[];
  readonly commands: readonly FoundCommand[];
  readonly setups: readonly FoundSetup[];
  readonly ci: CiFindings;
  readonly usesLfs: boolean;
  readonly submodules: readonly string[];
  readonly folders: readonly string[];
  readonly files: number;
  /** True where there were too many files to look at all. */
  readonly cut: boolean;
}

export interface DiscoveredArea extends Area {
  /** The language most of its code is in; null where there is none. */
  readonly language: string | null;
}

/** A second domain with at least this share makes a repository a mixed one, where something but loose files speaks for it. */
const SECOND = 0.2;
const SURE = 0.8;
/** Less than one file of work is no ground for a decision. */
const LEAST_WEIGHT = 0.9;

export function discover(facts: RepositoryFacts): Discovery {
  const languages = new Map<string, Language>();
  const isForeign = declaredForeign(facts.texts.get('.gitattributes') ?? '');
  for (const path of facts.paths) {
    if (isForeign(path)) continue;
    const language = languageOf(facts, path);
    if (language !== null) languages.set(path, language);
  }
  const found = findingsOf(facts);
  const anchors = found.flatMap((one) => one.anchors ?? []);
  const weighed = weigh(facts, languages);
  const scores = scoreDomains(sumWeights(weighed), anchors);
  const { areas, ...judgement } = judge(scores, weighed, anchors);
  return {
    name: facts.name,
    ...judgement,
    scores,
    languages: countLanguages(facts, languages),
    areas: areas.map((area) => ({ ...area, language: mainLanguage(area, areas, languages) })),
    frameworks: distinct(
      found.flatMap((one) => one.frameworks ?? []),
      (one) => one.framework,
    ),
    packageManagers: [...new Set(found.flatMap((one) => one.packageManagers ?? []))],
    commands: commandsOf(found),
    setups: found.flatMap((one) => one.setups ?? []),
    ci: findCi(facts),
    usesLfs: [...facts.texts].some(([path, text]) => path.endsWith('.gitattributes') && /\bfilter=lfs\b/.test(text)),
    submodules: facts.submodules,
    folders: [...new Set(facts.paths.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))],
    files: facts.paths.length,
    cut: facts.cut,
  };
}

function findingsOf(facts: RepositoryFacts): readonly (EcosystemFindings & { readonly id: string })[] {
  const view = repositoryView(facts);
  return ECOSYSTEMS.map((one) => ({ id: one.id, ...one.find(view) }));
}

/** Targets of a task runner only where nothing nearer to the language serves the purpose. */
function commandsOf(found: ReturnType<typeof findingsOf>): readonly FoundCommand[] {
  const own = found.filter((one) => one.id !== FALLBACK).flatMap((one) => one.commands ?? []);
  const served = new Set(own.filter((one) => one.hesitation === null).map((one) => one.purpose));
  const others = found.filter((one) => one.id === FALLBACK).flatMap((one) => one.commands ?? []);
  return [...own, ...others.filter((one) => !served.has(one.purpose))];
}

/** Where an Ansible role begins, and the folders of its parts. */
const ROLE = /(?:^|\/)tasks\/main\.ya?ml$/;
const ROLE_PART = /(?:^|\/)(?:tasks|handlers|defaults|vars|meta|group_vars|host_vars|playbooks)\/.*\.ya?ml$/;

function weigh(facts: RepositoryFacts, languages: ReadonlyMap<string, Language>): readonly WeighedFile[] {
  const hasRoles = facts.paths.some((path) => ROLE.test(path));
  return facts.paths.flatMap((path) => {
    const language = languages.get(path) ?? null;
    const text = facts.texts.get(path) ?? '';
    const installs =
      language?.name === 'YAML' && (isManifest(text) || isPlaybook(text) || (hasRoles && ROLE_PART.test(path)));
    const weight = fileWeight(path, language, installs);
    return weight === null ? [] : [{ path, ...weight }];
  });
}

type Judgement = Pick<Discovery, 'domain' | 'confidence'> & { readonly areas: readonly Area[] };

function judge(
  scores: readonly DomainScore[],
  files: readonly WeighedFile[],
  anchors: Parameters<typeof findAreas>[1],
): Judgement {
  const [lead, second] = scores;
  if (lead === undefined || second === undefined || lead.points === 0)
    return { domain: 'mixed', confidence: 0, areas: [] };
  const whole = (domain: Domain, confidence: number): Judgement => ({
    domain,
    confidence: hundredth(confidence),
    areas: [{ path: '**', domain: lead.domain, share: lead.share, reasons: lead.reasons }],
  });
  const weight = files.reduce((sum, file) => sum + file.weight, 0);
  if (weight < LEAST_WEIGHT && !lead.anchored) return whole(lead.domain, lead.share / 2);
  if (lead.share >= SURE) return whole(lead.domain, lead.share);
  if (second.share >= SECOND && second.anchored && lead.anchored) {
    const areas = findAreas(files, anchors, lead.domain);
    const apart = separation(files, areas);
    if (apart >= SURE && areas.length > 1) return { domain: 'mixed', confidence: hundredth(apart), areas };
  }
  return whole(lead.share > 0.5 ? lead.domain : 'mixed', lead.share);
}

const CODE: ReadonlySet<string> = new Set(['code', 'shell']);

function mainLanguage(area: Area, areas: readonly Area[], languages: ReadonlyMap<string, Language>): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [path, { name, sort }] of languages) {
    if (!CODE.has(sort) || areas.find((one) => isInArea(path, one.path)) !== area) continue;
    const key =
      name === 'TypeScript' || name === 'JavaScript' || name === 'Vue' || name === 'Svelte' ? 'JavaScript' : name;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    all += 1;
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first !== undefined && first[1] * 2 > all ? first[0] : null;
}

function distinct<T>(list: readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map([...list].reverse().map((one) => [key(one), one])).values()].reverse();
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
