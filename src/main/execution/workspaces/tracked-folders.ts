// The folders that a commit holds, remembered for the commits in use.
import type { Git, Trees } from '../../../shared/ports/git.ts';

export interface TrackedFolders {
  /** Relative paths, parents first, submodules included. */
  readonly folders: readonly string[];
  readonly submodules: readonly string[];
}

/** A run moves from commit to commit; a few are in use at a time. */
const REMEMBERED = 16;
const LIST_BYTES = 64 * 1024 * 1024;
/** More than that is listed by git as quickly. */
const MAX_CHANGES = 500;
const SUBMODULE_MODE = '160000';

export type FindTrackedFolders = (commit: string) => Promise<TrackedFolders>;

export function trackedFolders(git: Git, trees: Trees): FindTrackedFolders {
  const known = new Map<string, Promise<TrackedFolders>>();
  return (commit) => {
    const newest = [...known].at(-1);
    const found =
      known.get(commit) ?? (newest === undefined ? list(git, commit) : derive({ git, trees }, newest, commit));
    known.set(commit, found);
    found.catch(() => known.delete(commit));
    for (const oldest of known.keys()) if (known.size > REMEMBERED) known.delete(oldest);
    return found;
  };
}

/** From those of another commit, by what differs between the two. */
async function derive(
  { git, trees }: { readonly git: Git; readonly trees: Trees },
  [other, found]: readonly [string, Promise<TrackedFolders>],
  commit: string,
): Promise<TrackedFolders> {
  const { folders, submodules } = await found.catch(() => ({ folders: [], submodules: null }));
  if (submodules === null || submodules.length > 0) return list(git, commit);
  const changes = await trees.changed(other, commit);
  const isPlain = changes.length <= MAX_CHANGES && !changes.some(({ entry }) => entry?.mode === SUBMODULE_MODE);
  if (!isPlain) return list(git, commit);
  const all = new Set(folders);
  for (const { path, entry } of changes) {
    for (const above of foldersAbove(path)) {
      if (entry !== null) all.add(above);
      else if (all.has(above) && (await trees.folder(commit, above)) === null) all.delete(above);
    }
  }
  return { folders: [...all].sort(), submodules };
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

async function list(git: Git, commit: string): Promise<TrackedFolders> {
  const { stdout } = await git.run(['ls-tree', '-r', '-d', '-z', commit], { on: 'shadow', maxBytes: LIST_BYTES });
  const lines = Buffer.from(stdout).toString('utf8').split('\0').filter(Boolean);
  const path = (line: string): string => line.slice(line.indexOf('\t') + 1);
  return { folders: lines.map(path), submodules: lines.filter((line) => line.startsWith('160000')).map(path) };
}
