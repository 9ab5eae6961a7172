// `bench patch`: a captured patch becomes a commit on the run's ref, beside git's plumbing by hand and, many in a row, beside git's porcelain.
import { join } from 'node:path';
import { createIntegration } from '../../src/main/integration/create-integration.ts';
import { type ObjectStore, openObjectStore } from '../../src/main/integration/git/object-store.ts';
import { keepRef } from '../../src/main/integration/train/build-candidate.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import { present } from '../../src/shared/lib/assert.ts';
import type { Integration } from '../../src/shared/ports/integration.ts';
import { folderWorkspaces } from '../fakes/folder-workspaces.ts';
import { candidateOrder, IDENTITY } from '../fakes/integration-fixture.ts';
import { realClock } from '../fakes/real-clock.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, median, type PeerCase } from './bench-report.ts';
import { type Cost, measureTreeCost } from './measure-cost.ts';
import {
  type BenchRepository,
  floorDirectSpawn,
  floorPatch,
  generatePatch,
  generateRepository,
} from './patch-floor.ts';
import { porcelainGit, porcelainTrain } from './porcelain.ts';
import { withScratch } from './scratch.ts';

const SIZES = [10_000, 50_000];
const ROUNDS = 12;
/** Patches of a stack, and how many stacks are counted. */
const STACK = 8;
const STACKS = 4;
const SLICED_STACK = 2;
const NO_FAULTS = { at: () => undefined };
const REF = 'refs/patchbay/runs/01BENCH/head';

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const cases: (BenchCase | PeerCase)[] = [];
  let first: BenchCase | null = null;
  for (const size of SIZES) {
    const files = scaled(size, options, 1_024);
    options.say(`${files} files`);
    // On the disk of the temporary folder: the syncs are most of what is measured.
    const { one, sustained } = await withScratch(({ dir }) => measureSize(dir, files, options));
    first ??= one;
    cases.push(one, sustained);
  }
  const { ours, floor, ratio } = present(first, 'the first case');
  return { name: 'patch', unit: 'seconds per integrated patch', ours, floor, peers: {}, ratio, cases };
}

async function measureSize(folder: string, files: number, options: BenchOptions) {
  const repository = await generateRepository(folder, files);
  const [rounds, stacks] = [roundsOf(ROUNDS, options), roundsOf(STACKS, options)];
  const stack = options.scale < 0.1 ? SLICED_STACK : STACK;
  const patches: CapturedPatch[] = [];
  for (let n = 0; n < 1 + rounds + (1 + stacks) * stack; n += 1) patches.push(await generatePatch(repository, n));
  const singles = patches.splice(0, 1 + rounds).map((patch) => [patch]);
  const stacked = Array.from({ length: 1 + stacks }, () => patches.splice(0, stack));
  const objects = openObjectStore({ git: repository.git, faults: NO_FAULTS, log: () => undefined });
  const integration = integrationOn(repository, { objects, folder });
  try {
    const ours = await oursOn(integration, repository);
    const floor = await floorPatch(repository);
    const porcelain = await porcelainTrain(porcelainGit(folder), repository.git.layout.root, folder);
    const byFloor = (some: readonly CapturedPatch[]) => inOrder(some, floor.integrate);
    const byPorcelain = (some: readonly CapturedPatch[]) => inOrder(some, ({ diff }) => porcelain.integrate(diff));
    const one = await costsOf(singles, byFloor, ours.integrate);
    const trees = await Promise.all([ours.head(), floor.head()].map((head) => treeOf(repository, head)));
    if (trees[0] !== trees[1]) throw new Error('ours and the floor made different trees');
    await inOrder(singles.flat(), ({ diff }) => porcelain.integrate(diff));
    const many = await costsOf(stacked, byPorcelain, ours.integrate);
    const heads = [ours.head(), await porcelain.head()];
    const [mine, theirs] = await Promise.all(heads.map((head) => treeOf(repository, head)));
    if (mine !== theirs) throw new Error('ours and the porcelain made different trees');
    return { one: singleCase(files, one), sustained: sustainedCase(files, stack, many) };
  } finally {
    await integration.close();
    await objects.close();
  }
}

interface Costs {
  readonly ours: readonly Cost[];
  readonly other: readonly Cost[];
}

type Train = (patches: readonly CapturedPatch[]) => Promise<void>;

/** Both take each group by turns. The first group starts our long-lived processes, warms both, and is not counted. */
async function costsOf(groups: readonly (readonly CapturedPatch[])[], other: Train, ours: Train): Promise<Costs> {
  const costs: { ours: Cost[]; other: Cost[] } = { ours: [], other: [] };
  for (const group of groups) {
    costs.other.push(await measureTreeCost(() => other(group)));
    costs.ours.push(await measureTreeCost(() => ours(group)));
  }
  return { ours: costs.ours.slice(1), other: costs.other.slice(1) };
}

async function inOrder(patches: readonly CapturedPatch[], work: (patch: CapturedPatch) => Promise<unknown>) {
  for (const patch of patches) await work(patch);
}

function singleCase(files: number, costs: Costs): BenchCase {
  const [ours, floor] = [median(costs.ours.map(seconds)), median(costs.other.map(seconds))];
  const ratio = median(costs.ours.map((cost, round) => cost.seconds / (costs.other[round]?.seconds ?? Number.NaN)));
  const note = `${milliseconds(ours)}, floor ${milliseconds(floor)}; of CPU ${(cpu(costs.ours) / cpu(costs.other)).toFixed(2)}; the floor has no keep-ref`;
  return { name: `one patch, ${files} files`, ours, floor, ratio, note };
}

function sustainedCase(files: number, stack: number, costs: Costs): PeerCase {
  const [ours, peer] = [median(costs.ours.map(seconds)) / stack, median(costs.other.map(seconds)) / stack];
  const faster = median(costs.ours.map((cost, round) => (costs.other[round]?.seconds ?? Number.NaN) / cost.seconds));
  const lessCpu = cpu(costs.other) / cpu(costs.ours);
  const note = `stacks of ${stack}, beside apply --index and commit with core.fsync=all; ${milliseconds(ours)} a patch, CPU ${milliseconds(cpu(costs.ours) / costs.ours.length / stack)}`;
  return { name: `sustained, ${files} files`, ours, peer, faster, lessCpu, note };
}

const seconds = (cost: Cost): number => cost.seconds;
/** Added up: the system counts a process's time in steps as long as many a git call. */
const cpu = (costs: readonly Cost[]): number => costs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
const milliseconds = (value: number): string => `${(value * 1e3).toFixed(1)} ms`;

function treeOf({ git }: BenchRepository, commit: string): Promise<string> {
  return git.text(['rev-parse', `${commit}^{tree}`], { on: 'shadow' });
}

/** As the engine has it done: candidates with their keep-refs, then one swap for all that passed. */
async function oursOn(integration: Integration, { base }: BenchRepository) {
  await integration.swapHead({ ref: REF, old: null, new: base, drop: [] });
  let head = base;
  let number = 0;
  return {
    head: () => head,
    async integrate(patches: readonly CapturedPatch[]): Promise<void> {
      const changes = patches.map((patch) => candidateOrder(patch, head, `01BENCH${(number += 1)}`));
      const outcomes = await integration.buildStack({ onto: head, changes });
      const top = outcomes.at(-1);
      if (top?.kind !== 'built') throw new Error(top?.message ?? 'nothing was built');
      const drop = changes.map(({ changeId }) => keepRef(changeId));
      const swapped = await integration.swapHead({ ref: REF, old: head, new: top.commit, drop });
      if (swapped.kind !== 'swapped') throw new Error(`the swap was refused: ${swapped.kind}`);
      head = top.commit;
    },
  };
}

function integrationOn(
  { git }: BenchRepository,
  { objects, folder }: { readonly objects: ObjectStore; readonly folder: string },
): Integration {
  return createIntegration({
    git,
    objects,
    workspaces: folderWorkspaces(git, join(folder, 'workspaces')),
    spawn: floorDirectSpawn(),
    clock: realClock,
    log: () => undefined,
    faults: NO_FAULTS,
    artifactsDir: folder,
    quarantineDir: join(folder, 'quarantine'),
    gateEnvironment: {},
    identity: IDENTITY,
  });
}
