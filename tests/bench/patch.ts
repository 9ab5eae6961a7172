// `bench patch`: a captured patch becomes a commit on the run's ref, beside the same git plumbing by hand.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIntegration } from '../../src/main/integration/create-integration.ts';
import { type ObjectStore, openObjectStore } from '../../src/main/integration/git/object-store.ts';
import { keepRef } from '../../src/main/integration/train/build-candidate.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import type { Integration } from '../../src/shared/ports/integration.ts';
import { folderWorkspaces } from '../fakes/folder-workspaces.ts';
import { candidateOrder, IDENTITY } from '../fakes/integration-fixture.ts';
import { realClock } from '../fakes/real-clock.ts';
import { type BenchCase, type BenchReport, interleave } from './bench-report.ts';
import {
  type BenchRepository,
  floorDirectSpawn,
  floorPatch,
  generatePatch,
  generateRepository,
} from './patch-floor.ts';

const SIZES = [1_000, 50_000];
const ROUNDS = 15;
const NO_FAULTS = { at: () => undefined };
const REF = 'refs/patchbay/runs/01BENCH/head';

export async function run(): Promise<BenchReport> {
  const cases: BenchCase[] = [];
  for (const files of SIZES) cases.push(await measureSize(files));
  const last = cases.at(-1);
  if (last === undefined) throw new Error('no case was measured');
  const { ours, floor, ratio } = last;
  return { name: 'patch', unit: 'milliseconds per integrated patch', ours, floor, peers: {}, ratio, cases };
}

/** On the disk of the temporary folder, never in memory: the syncs are most of what is measured. */
async function measureSize(files: number): Promise<BenchCase> {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  try {
    const repository = await generateRepository(folder, files);
    const patches: CapturedPatch[] = [];
    for (let n = 0; n <= ROUNDS; n += 1) patches.push(await generatePatch(repository, n));
    const objects = openObjectStore({ git: repository.git, faults: NO_FAULTS, log: () => undefined });
    const integration = integrationOn(repository, { objects, folder });
    const ours = timed(await oursOn(integration, repository), patches);
    const floor = timed(await floorPatch(repository), patches);
    // The first patch starts our long-lived processes and warms both.
    await ours.next();
    await floor.next();
    const result = await interleave(ROUNDS, { ours: ours.next, floor: floor.next });
    await integration.close();
    await objects.close();
    const [oursTree, floorTree] = [ours, floor].map((train) =>
      repository.git.text(['rev-parse', `${train.head()}^{tree}`], { on: 'shadow' }),
    );
    if ((await oursTree) !== (await floorTree)) throw new Error('ours and the floor made different trees');
    return { name: `${files} files`, ...result, note: 'candidate, keep-ref and swap; the floor has no keep-ref' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Train {
  integrate(patch: CapturedPatch): Promise<string>;
}

/** Each `next` integrates the next patch and gives its milliseconds. */
function timed(train: Train, patches: readonly CapturedPatch[]) {
  const left = [...patches];
  let head = '';
  return {
    head: () => head,
    async next(): Promise<number> {
      const patch = left.shift();
      if (patch === undefined) throw new Error('no patch is left');
      const from = process.hrtime.bigint();
      head = await train.integrate(patch);
      return Number(process.hrtime.bigint() - from) / 1e6;
    },
  };
}

async function oursOn(integration: Integration, { base }: BenchRepository): Promise<Train> {
  await integration.swapHead({ ref: REF, old: null, new: base, drop: [] });
  let head = base;
  let number = 0;
  return {
    async integrate(patch) {
      number += 1;
      const patchId = `01BENCH${number}`;
      const built = await integration.buildCandidate(candidateOrder(patch, head, patchId));
      if (built.kind !== 'built') throw new Error(built.message);
      const swap = { ref: REF, old: head, new: built.commit, drop: [keepRef(patchId)] };
      const swapped = await integration.swapHead(swap);
      if (swapped.kind !== 'swapped') throw new Error(`the head did not move: ${swapped.kind}`);
      head = built.commit;
      return head;
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
