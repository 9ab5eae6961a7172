// How a script does with git's own commands what the train, the pool and the engine do: the peer of their benchmarks.
import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** As durable as ours, and nothing of the user's in the way. */
const SETTINGS = [
  'core.fsync=all',
  'core.hooksPath=/dev/null',
  'gc.auto=0',
  'user.name=Bench',
  'user.email=bench@localhost',
];

export type Git = (args: readonly string[], cwd: string, input?: Uint8Array) => Promise<Buffer>;

/** Straight from this process, which is small: the cheapest way there is from Node. */
export function porcelainGit(home: string): Git {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
  return (args, cwd, input) =>
    new Promise((resolve, reject) => {
      const options = { cwd, env, encoding: 'buffer', maxBuffer: 2 ** 28 } as const;
      const child = execFile('git', [...settings, ...args], options, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`git ${args.join(' ')}: ${error.message} ${stderr.toString('utf8')}`));
      });
      child.stdin?.end(input);
    });
}

export interface PorcelainTrain {
  /** `apply --index` and `commit` in a worktree; the patch must fit. */
  integrate(diff: Uint8Array): Promise<void>;
  head(): Promise<string>;
}

export async function porcelainTrain(git: Git, root: string, folder: string): Promise<PorcelainTrain> {
  const worktree = join(folder, 'porcelain');
  await git(['worktree', 'add', '--quiet', '--detach', worktree, 'main'], root);
  return {
    async integrate(diff) {
      await git(['apply', '--index', '--binary', '-'], worktree, diff);
      await git(['commit', '--quiet', '--message', 'patch'], worktree);
    },
    head: async () => (await git(['rev-parse', 'HEAD'], worktree)).toString('utf8').trim(),
  };
}
