// The folders that a commit holds, remembered for the commits in use.
import type { Git } from '../../../shared/ports/git.ts';

export interface TrackedFolders {
  /** Relative paths, parents first, submodules included. */
  readonly folders: readonly string[];
  readonly submodules: readonly string[];
}

/** A run moves from commit to commit; a few are in use at a time. */
const REMEMBERED = 16;
const LIST_BYTES = 64 * 1024 * 1024;

export type FindTrackedFolders = (commit: string) => Promise<TrackedFolders>;

export function trackedFolders(git: Git): FindTrackedFolders {
  const known = new Map<string, Promise<TrackedFolders>>();
  return (commit) => {
    const found = known.get(commit) ?? list(git, commit);
    known.set(commit, found);
    found.catch(() => known.delete(commit));
    for (const oldest of known.keys()) if (known.size > REMEMBERED) known.delete(oldest);
    return found;
  };
}

async function list(git: Git, commit: string): Promise<TrackedFolders> {
  const { stdout } = await git.run(['ls-tree', '-r', '-d', '-z', commit], { on: 'shadow', maxBytes: LIST_BYTES });
  const lines = Buffer.from(stdout).toString('utf8').split('\0').filter(Boolean);
  const path = (line: string): string => line.slice(line.indexOf('\t') + 1);
  return { folders: lines.map(path), submodules: lines.filter((line) => line.startsWith('160000')).map(path) };
}
