// Refuses to update a checkout where the user's own work could be touched.
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { RepositoryGit } from '../git/create-git.ts';
import type { Holder } from './find-checkouts.ts';

const UNFINISHED = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply'];

/** Paths that publishing would create, and tracked ones that it would delete. */
export interface Landing {
  readonly added: readonly string[];
  readonly removed: ReadonlySet<string>;
}

/** Rejects with `E_DIRTY_CHECKOUT`. */
export async function refuseDirty(git: RepositoryGit, holder: Holder, landing: Landing): Promise<void> {
  const busy = holder.busyWith ?? UNFINISHED.find((mark) => existsSync(join(holder.gitDir, mark)));
  if (busy !== undefined) {
    throw dirty(
      holder,
      `a ${busy} is under way in ${holder.path}`,
      'Finish or abort it first, then publish again.',
      [],
    );
  }
  const status = ['status', '--porcelain', '-z', '--untracked-files=no', '--ignore-submodules=none'];
  const { stdout } = await git.runInCheckout(holder, status);
  const changed = Buffer.from(stdout)
    .toString('utf8')
    .split('\0')
    .filter((row) => row !== '');
  if (changed.length > 0) {
    const files = changed.slice(0, 5).map((row) => row.slice(3));
    throw dirty(
      holder,
      `${holder.path} has uncommitted changes (${files.join(', ')})`,
      'Commit or stash them, or publish to another branch (--to <name>).',
      files,
    );
  }
  const inTheWay = landing.added.filter((path) => isTaken(holder.path, path, landing.removed));
  if (inTheWay.length === 0) return;
  throw dirty(
    holder,
    `${inTheWay.length} untracked file(s) in ${holder.path} would be overwritten (${inTheWay.slice(0, 5).join(', ')})`,
    'Move them away or commit them, or publish to another branch (--to <name>).',
    inTheWay.slice(0, 20),
  );
}

/**
 * Ignored files count too: git would overwrite them without a word. Tracked files that make way do not: the checkout is
 * clean, so a file that becomes a folder, or the other way round, holds nothing of the user's.
 */
function isTaken(root: string, path: string, removed: ReadonlySet<string>): boolean {
  const parts = path.split('/');
  for (const depth of parts.keys()) {
    const above = parts.slice(0, depth + 1).join('/');
    const found = lstatSync(join(root, above), { throwIfNoEntry: false });
    if (found === undefined || removed.has(above)) return false;
    if (!found.isDirectory()) return true;
  }
  const inside = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
  return inside.some((entry) => {
    const file = join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/');
    return !entry.isDirectory() && !removed.has(file);
  });
}

function dirty(holder: Holder, what: string, advice: string, files: readonly string[]): PatchbayError {
  return new PatchbayError('E_DIRTY_CHECKOUT', `Not published: ${what}.`, advice, { checkout: holder.path, files });
}
