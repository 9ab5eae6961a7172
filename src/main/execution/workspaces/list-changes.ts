// What differs between a workspace and its private index, told by git from outside.
import { isUtf8 } from 'node:buffer';
import type { Git, GitCall } from '../../../shared/ports/git.ts';
import type { SlotPaths } from './slot.ts';

export interface TrackedChange {
  readonly path: string;
  readonly deleted: boolean;
  /** False when the name is not UTF-8; `path` is then only near to it. */
  readonly nameable: boolean;
}

/** Names of files are bytes to git and to Linux. One that is not UTF-8 has no place in a plan, an event or a patch. */
export interface PathList {
  readonly paths: readonly string[];
  /** As near as text comes to the names that are not UTF-8: for people, never for the file system. */
  readonly unnameable: readonly string[];
}

/** Indexes and files of a workspace need not survive a power cut: it is made again then. */
export const NO_FLUSH: readonly string[] = ['-c', 'core.fsync=none'];
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
    const [oldMode, , , , status] = (fields[at]?.text ?? '').split(' ');
    const { text: path = '', nameable = true } = fields[at + 1] ?? {};
    if (oldMode !== ':160000') changes.push({ path, deleted: status === 'D', nameable });
  }
  return changes;
}

/** Tracked files with another content than the index has; a file that was only touched is none. */
export async function listChangedContent(git: Git, call: GitCall): Promise<readonly string[]> {
  // Cheap, and nearly always empty; what it lists is then compared byte for byte.
  if ((await listTrackedChanges(git, call)).length === 0) return [];
  const args = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=all'];
  return split(await git.run(args, call)).map(({ text }) => text);
}

/** Whatever the index holds. */
export async function listTracked(git: Git, call: GitCall): Promise<PathList> {
  return pathList(await git.run(['ls-files', '--cached', '-z'], call));
}

/** Files that git does not track and does not ignore; a repository inside the workspace is one entry ending in `/`. */
export async function listNewFiles(git: Git, call: GitCall): Promise<PathList> {
  return pathList(await git.run(['ls-files', '--others', '--exclude-standard', '-z'], call));
}

/** The same below these paths only, which are taken as they are written. */
export async function listNewBelow(git: Git, call: GitCall, paths: readonly string[]): Promise<PathList> {
  const args = ['--literal-pathspecs', 'ls-files', '--others', '--exclude-standard', '-z', '--', ...paths];
  return pathList(await git.run(args, call));
}

/** Everything that git does not track, ignored or not. */
export async function listUntracked(git: Git, call: GitCall): Promise<PathList> {
  return pathList(await git.run(['ls-files', '--others', '-z'], call));
}

/** The same by whole folders, empty ones included: all that a reset has to delete. */
export async function listUntrackedFolders(git: Git, call: GitCall): Promise<PathList> {
  return pathList(await git.run(['ls-files', '--others', '--directory', '-z'], call));
}

function pathList(result: Listing): PathList {
  const fields = split(result);
  const named = (nameable: boolean) => fields.filter((field) => field.nameable === nameable).map(({ text }) => text);
  return { paths: named(true), unnameable: named(false) };
}

interface Listing {
  readonly stdout: Uint8Array;
}

interface Field {
  readonly text: string;
  readonly nameable: boolean;
}

function split({ stdout }: Listing): readonly Field[] {
  const bytes = Buffer.from(stdout);
  if (isUtf8(bytes)) return texts(bytes).map((text) => ({ text, nameable: true }));
  // Byte for byte, so that each name can be looked at by itself.
  return texts(bytes, 'latin1').map((field) => {
    const name = Buffer.from(field, 'latin1');
    return { text: name.toString('utf8'), nameable: isUtf8(name) };
  });
}

function texts(bytes: Buffer, encoding: 'utf8' | 'latin1' = 'utf8'): readonly string[] {
  return bytes.toString(encoding).split('\0').filter(Boolean);
}
