// How many files of a tree match each of some globs.
import { matchAny } from '../../../shared/lib/glob.ts';
import type { Git } from '../../../shared/ports/git.ts';

/** `tree` may be a commit, too. Names of a million files fit into this. */
const MAX_BYTES = 256 * 1024 * 1024;

export async function countFiles(git: Git, tree: string, globs: readonly string[]): Promise<readonly number[]> {
  const args = ['ls-tree', '-r', '-z', '--name-only', '--full-tree', tree];
  const { stdout } = await git.run(args, { on: 'shadow', maxBytes: MAX_BYTES });
  const paths = Buffer.from(stdout).toString('utf8').split('\0').filter(Boolean);
  return globs.map((glob) => {
    const matches = matchAny([glob]);
    return paths.reduce((count, path) => count + Number(matches(path)), 0);
  });
}
