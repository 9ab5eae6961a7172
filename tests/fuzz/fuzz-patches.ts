// Fuzzes the patch parser and applier against git: every patch that we accept must become the very tree that git makes.
//
//   npm run fuzz -- [--cases 10000] [--seed 1] [--keep FOLDER]
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type GitOptions, PLAIN_APPLY } from '../../src/main/integration/patches/git-apply/git-patch.ts';
import { patchTree } from '../../src/main/integration/patches/git-apply/patch-tree.ts';
import { createDice, type Dice } from '../simulation/seeded-random.ts';
import { type FuzzBase, makeFuzzBase } from './fuzz-base.ts';
import { askGit, keepCase, type Truth } from './git-oracle.ts';
import { type FuzzCase, mutatePatch } from './mutate-patch.ts';
import { seedPatches } from './seed-patches.ts';

export interface FuzzOrder {
  readonly cases: number;
  readonly seed: number;
  /** Where cases with a difference are kept; null keeps none. */
  readonly keep: string | null;
  /** Of the patches that we refuse, so many are put to git, to count what we refuse beyond it. */
  readonly askedRefusals: number;
}

export interface FuzzReport {
  readonly cases: number;
  readonly accepted: number;
  readonly asked: number;
  /** We accept and git does not, or both do with different results: the number that has to be 0. */
  readonly dangerous: readonly string[];
  /** Asked refusals that git accepts, by our reason. */
  readonly stricter: ReadonlyMap<string, number>;
}

const SEEDS = 240;
/** Cases that one shell puts to git. */
const BATCH = 150;

interface Asked {
  readonly one: FuzzCase;
  readonly ours: Awaited<ReturnType<typeof patchTree>>;
  readonly number: number;
}

export async function fuzzPatches(order: FuzzOrder, say: (line: string) => void): Promise<FuzzReport> {
  const base = makeFuzzBase();
  try {
    const seeds = seedPatches(base, createDice(order.seed).stream('seeds'), SEEDS);
    const dice = createDice(order.seed).stream('cases');
    const tally: Tally = { cases: 0, accepted: 0, asked: 0, dangerous: [], stricter: new Map() };
    let waiting: Asked[] = [];
    const running = new Set<Promise<void>>();
    const flush = async () => {
      const batch = waiting;
      waiting = [];
      const job: Promise<void> = compare({ base, batch, order }, tally).finally(() => running.delete(job));
      running.add(job);
      if (running.size >= availableParallelism()) await Promise.race(running);
    };
    for (; tally.cases < order.cases; tally.cases += 1) {
      const one = mutatePatch(seeds, dice);
      const ours = await patchTree(base.reader, base.tree, one.patch, optionsOf(one.arguments));
      if (ours.kind === 'patched') tally.accepted += 1;
      if (ours.kind === 'patched' || isAsked(order, dice)) waiting.push({ one, ours, number: tally.cases });
      if (waiting.length >= BATCH) await flush();
      if (tally.cases % 20_000 === 19_999) say(lineOf(tally));
    }
    await flush();
    await Promise.all(running);
    return tally;
  } finally {
    base.repository.remove();
  }
}

interface Tally {
  cases: number;
  accepted: number;
  asked: number;
  readonly dangerous: string[];
  readonly stricter: Map<string, number>;
}

function isAsked({ askedRefusals }: FuzzOrder, dice: Dice): boolean {
  return dice.chance(askedRefusals);
}

interface Batch {
  readonly base: FuzzBase;
  readonly batch: readonly Asked[];
  readonly order: FuzzOrder;
}

async function compare({ base, batch, order }: Batch, tally: Tally): Promise<void> {
  const truths = await askGit(
    base,
    batch.map(({ one }) => one),
  );
  tally.asked += batch.length;
  for (const [index, { one, ours, number }] of batch.entries()) {
    const truth = truths[index] ?? null;
    const what = differenceOf(ours, truth);
    if (what === null) continue;
    const name = `seed-${order.seed}-case-${number}`;
    if (ours.kind === 'refused') tally.stricter.set(what, (tally.stricter.get(what) ?? 0) + 1);
    else tally.dangerous.push(`${name} [${one.arguments.join(' ')}]: ${what}`);
    if (order.keep !== null) keepCase(order.keep, `${ours.kind === 'refused' ? 'stricter' : 'dangerous'}-${name}`, one);
  }
}

function differenceOf(ours: Asked['ours'], truth: Truth): string | null {
  if (ours.kind === 'refused') return truth === null ? null : ours.problem.replace(/".*"|\d+/g, '…');
  if (truth === null) return 'we accept what git refuses';
  return truth === ours.tree ? null : `we make ${ours.tree}, git makes ${truth}`;
}

function optionsOf(given: readonly string[]): GitOptions {
  const strip = given.map((word) => /^-p(\d)$/.exec(word)?.[1]).find((digit) => digit !== undefined);
  return {
    ...PLAIN_APPLY,
    strip: strip === undefined ? null : Number(strip),
    reverse: given.includes('-R'),
    recount: given.includes('--recount'),
    unidiffZero: given.includes('--unidiff-zero'),
    directory: given.includes('--directory=deep') ? 'deep/' : '',
  };
}

export function lineOf({ cases, accepted, asked, dangerous, stricter }: FuzzReport): string {
  const refused = [...stricter.values()].reduce((sum, count) => sum + count, 0);
  return `${cases} cases: ${accepted} accepted, ${asked} put to git, ${dangerous.length} dangerous, ${refused} stricter than git`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string' },
      seed: { type: 'string' },
      keep: { type: 'string' },
      refusals: { type: 'string' },
    },
  });
  const order: FuzzOrder = {
    cases: Number(values.cases ?? 10_000),
    seed: Number(values.seed ?? 1),
    keep: values.keep ?? null,
    askedRefusals: Number(values.refusals ?? 0.05),
  };
  const started = performance.now();
  const report = await fuzzPatches(order, (line) => console.log(line));
  console.log(lineOf(report));
  for (const [why, count] of report.stricter) console.log(`  stricter ${count}: ${why}`);
  for (const line of report.dangerous) console.log(`  DANGEROUS ${line}`);
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
  process.exitCode = report.dangerous.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
