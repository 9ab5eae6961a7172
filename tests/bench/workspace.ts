// `bench workspace`: a folder with the files of a commit for a task and its end, beside git's `worktree add` and `worktree remove`.
import { join } from 'node:path';
import { present } from '../../src/shared/lib/assert.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchReport, median, type PeerCase } from './bench-report.ts';
import { type Cost, measureTreeCost } from './measure-cost.ts';
import { porcelainGit } from './porcelain.ts';
import { withScratch } from './scratch.ts';
import { type BenchPool, edit, openPool, settle } from './workspace-pool.ts';

const SIZES = [10_000, 50_000];
const ROUNDS = 7;
/** Not counted: the first use makes the folder, and the second is the first that finds it. */
const WARM = 2;

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const cases: PeerCase[] = [];
  for (const size of SIZES) {
    const files = scaled(size, options, 250);
    options.say(`${files} files`);
    cases.push(...(await withScratch(({ dir }) => measureSize(dir, files, options))));
  }
  const first = present(cases[0], 'the first case');
  const peers = Object.fromEntries(cases.map(({ name, peer }) => [name, peer]));
  const ratio = 1 / first.faster;
  return { name: 'workspace', unit: 'seconds per workspace', ours: first.ours, floor: first.peer, peers, ratio, cases };
}

interface Rounds {
  /** What a task waits for, and what is done afterwards in the background. */
  readonly waited: Cost[];
  readonly whole: Cost[];
  readonly peer: Cost[];
}

async function measureSize(dir: string, files: number, options: BenchOptions): Promise<readonly PeerCase[]> {
  const rounds = roundsOf(ROUNDS, options);
  const pool = await openPool(dir, files, rounds + WARM + 1);
  const git = porcelainGit(dir);
  const costs: Rounds = { waited: [], whole: [], peer: [] };
  try {
    for (let round = 0; round < rounds + WARM; round += 1) {
      await oneUse(pool, { files, round, costs });
      const commit = present(pool.commits[round], 'a commit');
      const worktree = join(dir, `worktree-${round}`);
      const added = await measureTreeCost(async () => {
        await git(['worktree', 'add', '--quiet', '--detach', worktree, commit], pool.root);
      });
      edit(worktree, files, round);
      const removed = await measureTreeCost(async () => {
        await git(['worktree', 'remove', '--force', worktree], pool.root);
      });
      costs.peer.push(sum([added, removed]));
      if (round < WARM) await settle(options);
    }
  } finally {
    await pool.close();
  }
  for (const list of Object.values(costs)) list.splice(0, WARM);
  return [
    caseOf(`a task waits, ${files} files`, costs.waited, costs.peer),
    caseOf(`with the work in the background, ${files} files`, costs.whole, costs.peer),
  ];
}

interface Use {
  readonly files: number;
  readonly round: number;
  readonly costs: Rounds;
}

/** As in a run: the head moves on while the task's folder is given back, and the next task begins there. */
async function oneUse({ workspaces, commits, setup }: BenchPool, { files, round, costs }: Use): Promise<void> {
  const useId = `use-${round}`;
  const commit = present(commits[round], 'a commit');
  let folder = '';
  const acquired = await measureTreeCost(async () => {
    folder = (await workspaces.acquire({ useId, commit, setup })).path;
  });
  edit(folder, files, round);
  workspaces.expect(present(commits[round + 1], 'the next commit'));
  const released = await measureTreeCost(() => workspaces.release(useId));
  const settled = await measureTreeCost(() => workspaces.close()); // nothing is closed: it waits for the background
  costs.waited.push(sum([acquired, released]));
  costs.whole.push(sum([acquired, released, settled]));
}

function sum(costs: readonly Cost[]): Cost {
  const add = (of: keyof Cost) => costs.reduce((all, cost) => all + cost[of], 0);
  return { seconds: add('seconds'), cpuSeconds: add('cpuSeconds') };
}

function caseOf(name: string, ours: readonly Cost[], peer: readonly Cost[]): PeerCase {
  const [mine, theirs] = [ours, peer].map((costs) => median(costs.map(({ seconds }) => seconds)));
  const faster = median(ours.map(({ seconds }, round) => (peer[round]?.seconds ?? Number.NaN) / seconds));
  const cpu = [ours, peer].map((costs) => sum(costs).cpuSeconds / costs.length);
  const note = `beside worktree add and remove; CPU ${milliseconds(cpu[0])} and ${milliseconds(cpu[1])}`;
  return {
    name,
    ours: mine ?? Number.NaN,
    peer: theirs ?? Number.NaN,
    faster,
    lessCpu: (cpu[1] ?? Number.NaN) / (cpu[0] ?? Number.NaN),
    note,
  };
}

function milliseconds(value = Number.NaN): string {
  return `${(value * 1e3).toFixed(0)} ms`;
}
