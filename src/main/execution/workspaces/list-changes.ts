// What differs between a workspace and its private index, told by git from outside.
import type { Git, GitCall } from '../../../shared/ports/git.ts';
import type { SlotPaths } from './slot.ts';

export interface TrackedChange {
  readonly path: string;
  readonly deleted: boolean;
}

const LIST_BYTES = 64 * 1024 * 1024;

export function slotCall(paths: SlotPaths): GitCall {
  return { on: 'shadow', workTree: paths.work, indexFile: paths.index, maxBytes: LIST_BYTES };
}

/** Tracked files that were changed, replaced or deleted. Submodules are left as they are: their folders are empty here. */
export async function listTrackedChanges(git: Git, call: GitCall): Promise<readonly TrackedChange[]> {
  const args = ['diff-files', '--raw', '-z', '--no-renames', '--ignore-submodules=all'];
  const fields = split(await git.run(args, call));
  const changes: TrackedChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [oldMode, , , , status] = (fields[at] ?? '').split(' ');
    const path = fields[at + 1] ?? '';
    if (oldMode !== ':160000') changes.push({ path, deleted: status === 'D' });
  }
  return changes;
}

/** Files that git does not track and does not ignore; a repository inside the workspace is one entry ending in `/`. */
export async function listNewFiles(git: Git, call: GitCall): Promise<readonly string[]> {
  return split(await git.run(['ls-files', '--others', '--exclude-standard', '-z'], call));
}

/** Everything that git does not track, ignored or not. */
export async function listUntracked(git: Git, call: GitCall): Promise<readonly string[]> {
  return split(await git.run(['ls-files', '--others', '-z'], call));
}

/** The same by whole folders, empty ones included: all that a reset has to delete. */
export async function listUntrackedFolders(git: Git, call: GitCall): Promise<readonly string[]> {
  return split(await git.run(['ls-files', '--others', '--directory', '-z'], call));
}

function split({ stdout }: { readonly stdout: Uint8Array }): readonly string[] {
  return Buffer.from(stdout).toString('utf8').split('\0').filter(Boolean);
}
