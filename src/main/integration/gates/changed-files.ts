// Which tracked files a gate changed in its workspace: a word for the user, never a change of the tree.
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../../../shared/ports/git.ts';
import { objectOf } from '../git/git-objects.ts';

/** Looking at every file of a large repository would cost more than the note is worth. */
const MAX_FILES = 5_000;
/** Files looked at together. */
const BATCH = 64;
/** Larger files are compared by size only. */
const MAX_READ_BYTES = 256 * 1024;

interface Tracked {
  readonly path: string;
  readonly oid: string;
  readonly bytes: number;
}

export interface Looked {
  readonly folder: string;
  /** What the folder held before. */
  readonly tree: string;
  /** File time, in milliseconds, from which on a file may have been changed. */
  readonly sinceMs: number;
}

/** Files that are gone, of another size, or younger and of another content. Empty where there are too many to look at. */
export async function changedFiles(git: Git, { folder, tree, sinceMs }: Looked): Promise<readonly string[]> {
  const { stdout } = await git.run(['ls-tree', '-r', '-z', '-l', '--full-tree', tree], { on: 'shadow' });
  const rows = Buffer.from(stdout).toString('utf8').split('\0').filter(isPlainFile);
  if (rows.length > MAX_FILES) return [];
  const changed: string[] = [];
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).map(toTracked);
    const found = await Promise.all(batch.map((file) => isChanged(join(folder, file.path), file, sinceMs)));
    changed.push(...batch.filter((_, place) => found[place]).map((file) => file.path));
  }
  return changed;
}

function isPlainFile(row: string): boolean {
  return row.startsWith('100');
}

function toTracked(row: string): Tracked {
  const tab = row.indexOf('\t');
  const [, , oid = '', size = ''] = row.slice(0, tab).split(/ +/);
  return { path: row.slice(tab + 1), oid, bytes: Number(size) };
}

async function isChanged(path: string, file: Tracked, sinceMs: number): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size !== file.bytes) return true;
  if (found.mtimeMs < sinceMs || file.bytes > MAX_READ_BYTES) return false;
  const content = await readFile(path).catch(() => null);
  return content === null || objectOf('blob', content).oid !== file.oid;
}
