// Which domain the files speak for: weights of files, plus what manifests add; every point has its reason.
import { type Anchor, DOMAINS, type PlainDomain } from './evidence.ts';

export interface DomainScore {
  readonly domain: PlainDomain;
  readonly points: number;
  /** Part of all points, 0 to 1. */
  readonly share: number;
  /** True when more than loose files speak for it. */
  readonly anchored: boolean;
  readonly reasons: readonly string[];
}

export type Weights = Readonly<Record<PlainDomain, { readonly files: number; readonly weight: number }>>;

const PLAIN = DOMAINS.filter((domain): domain is PlainDomain => domain !== 'mixed');

/** Fewer files than this count as so many when a manifest is weighed, so that it means something in a small repository. */
const SMALL = 3;

/** Documentation beside a package accompanies the code: its pages count half, and how its site is built a quarter. */
const BESIDE_CODE = { pages: 0.5, anchors: 0.25 };
const ALONE = { pages: 1, anchors: 1 };

/** The highest first; equal ones in the order of {@link DOMAINS}. */
export function scoreDomains(weights: Weights, anchors: readonly Anchor[]): readonly DomainScore[] {
  const total = PLAIN.reduce((sum, domain) => sum + weights[domain].weight, 0);
  const base = Math.max(total, anchors.length > 0 ? SMALL : 0);
  // A quarter of the weight: less code than that serves the documentation, and not the other way round.
  const isPackage = anchors.some((one) => one.domain === 'software-dev') && weights['software-dev'].weight * 4 >= total;
  const scores = PLAIN.map((domain) => {
    const own = strongest(anchors.filter((one) => one.domain === domain));
    const { files, weight } = weights[domain];
    const factor = domain === 'documentation' && isPackage && total > 0 ? BESIDE_CODE : ALONE;
    // A manifest counts as far as there are files of its kind: a package.json among models is a tool of theirs.
    const presence = base === 0 ? 0 : Math.min(1, (2 * Math.max(weight, total === 0 ? 1 : 0)) / Math.max(total, 1));
    const added = own.reduce((sum, one) => sum + one.strength * base * presence * factor.anchors, 0);
    const counted = files === 1 ? '1 file' : `${files} files`;
    return {
      domain,
      points: round(weight * factor.pages + added),
      anchored: own.length > 0,
      reasons: [...(files > 0 ? [counted] : []), ...own.map((one) => one.because)],
    };
  });
  const sum = scores.reduce((all, one) => all + one.points, 0);
  return scores
    .map((one) => ({ ...one, share: sum === 0 ? 0 : one.points / sum }))
    .sort((a, b) => b.points - a.points || PLAIN.indexOf(a.domain) - PLAIN.indexOf(b.domain));
}

/** Of anchors of one strength the first stands for all: ten packages do not make a repository ten times software. */
function strongest(anchors: readonly Anchor[]): readonly Anchor[] {
  const byStrength = new Map<number, Anchor>();
  for (const anchor of anchors) if (!byStrength.has(anchor.strength)) byStrength.set(anchor.strength, anchor);
  return [...byStrength.values()].sort((a, b) => b.strength - a.strength);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
