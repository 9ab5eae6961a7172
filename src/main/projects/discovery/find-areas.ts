// A repository of several kinds of work, by folder: which domain holds where.
import type { Anchor, PlainDomain } from './evidence.ts';
import type { FileWeight } from './file-weight.ts';
import { type DomainScore, scoreDomains, type Weights } from './score-domains.ts';

export interface Area {
  /** Glob of the area: `docs/**`, or `**` for what no other area covers. */
  readonly path: string;
  readonly domain: PlainDomain;
  readonly share: number;
  readonly reasons: readonly string[];
}

export interface WeighedFile extends FileWeight {
  readonly path: string;
}

/** Deeper than this a folder counts as one with what is in it. */
const MAX_DEPTH = 3;
/** A folder this sure of its domain is not looked into. */
const CLEAR = 0.8;
/** Lighter folders belong to what is around them. */
const LEAST_WEIGHT = 1;

/** The most telling path first: an area stands before those that contain it. `rest` is the domain of the whole. */
export function findAreas(
  files: readonly WeighedFile[],
  anchors: readonly Anchor[],
  rest: PlainDomain,
): readonly Area[] {
  const found = areasBelow('', files, anchors).filter((area) => area.domain !== rest || area.path !== '**');
  const whole = scoreOf(files, anchors).find((score) => score.domain === rest);
  const others = found.filter((area) => area.domain !== rest);
  const same = found.filter((area) => area.domain === rest);
  const all: Area = { path: '**', domain: rest, share: whole?.share ?? 0, reasons: ['everything else'] };
  return [...others, ...same, all].sort((a, b) => segments(b.path) - segments(a.path) || (a.path < b.path ? -1 : 1));
}

function areasBelow(folder: string, files: readonly WeighedFile[], anchors: readonly Anchor[]): readonly Area[] {
  const start = folder === '' ? 0 : folder.length + 1;
  const children = new Map<string, WeighedFile[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/', start);
    if (slash === -1) continue;
    const name = file.path.slice(0, slash);
    const group = children.get(name) ?? [];
    group.push(file);
    children.set(name, group);
  }
  return [...children].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, group]) => areasOf(name, group, anchors));
}

function areasOf(folder: string, files: readonly WeighedFile[], anchors: readonly Anchor[]): readonly Area[] {
  const inside = anchors.filter((one) => one.folder === folder || one.folder.startsWith(`${folder}/`));
  const weight = files.reduce((sum, file) => sum + file.weight, 0);
  if (weight < LEAST_WEIGHT && inside.length === 0) return [];
  const [lead] = scoreOf(files, inside);
  if (lead === undefined || lead.points === 0) return [];
  if (lead.share >= CLEAR) return [areaOf(folder, lead)];
  if (segments(folder) >= MAX_DEPTH) return [areaOf(folder, lead)];
  const below = areasBelow(folder, files, anchors);
  const domains = new Set(below.map((area) => area.domain));
  return domains.size > 1 ? below : [areaOf(folder, lead)];
}

function areaOf(folder: string, { domain, share, reasons }: DomainScore): Area {
  return { path: `${folder}/**`, domain, share, reasons };
}

/** How much of the weight lies in areas that are sure of their domain, 0 to 1. */
export function separation(files: readonly WeighedFile[], areas: readonly Area[]): number {
  const total = files.reduce((sum, file) => sum + file.weight, 0);
  const fitting = files.filter((file) => areas.find((area) => isInArea(file.path, area.path))?.domain === file.domain);
  return total === 0 ? 0 : fitting.reduce((sum, file) => sum + file.weight, 0) / total;
}

/** `area` is `**` or `folder/**`. */
export function isInArea(path: string, area: string): boolean {
  return area === '**' || path.startsWith(area.slice(0, -2));
}

function segments(path: string): number {
  return path === '**' ? 0 : path.split('/').filter((part) => part !== '**').length;
}

function scoreOf(files: readonly WeighedFile[], anchors: readonly Anchor[]): readonly DomainScore[] {
  return scoreDomains(sumWeights(files), anchors);
}

export function sumWeights(files: readonly WeighedFile[]): Weights {
  const sums = {
    'software-dev': { files: 0, weight: 0 },
    'data-pipeline': { files: 0, weight: 0 },
    operations: { files: 0, weight: 0 },
    documentation: { files: 0, weight: 0 },
  };
  for (const { domain, weight } of files) {
    sums[domain].files += 1;
    sums[domain].weight += weight;
  }
  return sums;
}
