// `bench capture`: what a tool changed becomes a patch, beside `git status` saying only which files those are.
import { join } from 'node:path';
import { present } from '../../src/shared/lib/assert.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, median } from './bench-report.ts';
import { type Cost, measureTreeCost } from './measure-cost.ts';
import { porcelainGit } from './porcelain.ts';
import { withScratch } from './scratch.ts';
import { edit, openPool, settle } from './workspace-pool.ts';

const SIZES = [10_000, 50_000];
const ROUNDS = 9;

interface CaptureCase extends BenchCase {
  /** CPU time of ours / of the floor. */
  readonly cpuRatio: number;
}

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const cases: CaptureCase[] = [];
  for (const size of SIZES) {
    const files = scaled(size, options, 250);
    options.say(`${files} files`);
    cases.push(await withScratch(({ dir }) => measureSize(dir, files, options)));
  }
  const { ours, floor, ratio } = present(cases[0], 'the first case');
  return { name: 'capture', unit: 'seconds per capture', ours, floor, peers: {}, ratio, cases };
}

/** Both folders are as a long-lived one is: no file is as young as the index. */
async function measureSize(dir: string, files: number, options: BenchOptions): Promise<CaptureCase> {
  const rounds = roundsOf(ROUNDS, options);
  const pool = await openPool(dir, files, 0);
  const { workspaces, setup, root, commits } = pool;
  const git = porcelainGit(dir);
  const worktree = join(dir, 'worktree');
  const commit = present(commits[0], 'the commit');
  const costs: { ours: Cost[]; floor: Cost[] } = { ours: [], floor: [] };
  try {
    await git(['worktree', 'add', '--quiet', '--detach', worktree, commit], root);
    await workspaces.acquire({ useId: 'first', commit, setup });
    await settle(options);
    await git(['status'], worktree); // writes its index anew
    await workspaces.release('first');
    const workspace = await workspaces.acquire({ useId: 'second', commit, setup });
    for (let round = 0; round <= rounds; round += 1) {
      for (const folder of [worktree, workspace.path]) edit(folder, files, round);
      costs.floor.push(
        await measureTreeCost(async () => {
          await git(['--no-optional-locks', 'status', '--porcelain', '--untracked-files=all'], worktree);
        }),
      );
      costs.ours.push(
        await measureTreeCost(async () => {
          const patch = await workspaces.capture(workspace, []);
          if (patch?.files.length !== 4) throw new Error(`the patch has ${patch?.files.length} files`);
        }),
      );
    }
  } finally {
    await pool.close();
  }
  const [ours, floor] = [costs.ours.slice(1), costs.floor.slice(1)];
  const middle = (some: readonly Cost[]) => median(some.map(({ seconds }) => seconds));
  const cpu = (some: readonly Cost[]) => some.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) / some.length;
  return {
    name: `${files} files`,
    ours: middle(ours),
    floor: middle(floor),
    ratio: median(ours.map(({ seconds }, round) => seconds / (floor[round]?.seconds ?? Number.NaN))),
    cpuRatio: cpu(ours) / cpu(floor),
    note: `of CPU ${(cpu(ours) / cpu(floor)).toFixed(2)}: ${(cpu(ours) * 1e3).toFixed(0)} ms, git status -uall ${(cpu(floor) * 1e3).toFixed(0)} ms`,
  };
}
