// Refuses to update a checkout where the user's own work could be touched.
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { RepositoryGit } from '../git/create-git.ts';
import type { Holder } from './find-checkouts.ts';

const UNFINISHED = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply'];

/** `added` are the paths that publishing would create. Rejects with `E_DIRTY_CHECKOUT`. */
export async function refuseDirty(git: RepositoryGit, holder: Holder, added: readonly string[]): Promise<void> {
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
  const inTheWay = added.filter((path) => stands(holder.path, path));
  if (inTheWay.length === 0) return;
  throw dirty(
    holder,
    `${inTheWay.length} untracked file(s) in ${holder.path} would be overwritten (${inTheWay.slice(0, 5).join(', ')})`,
    'Move them away or commit them, or publish to another branch (--to <name>).',
    inTheWay.slice(0, 20),
  );
}

/** Ignored files count too: git would overwrite them without a word. */
function stands(root: string, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, depth) => {
    const found = lstatSync(join(root, ...parts.slice(0, depth + 1)), { throwIfNoEntry: false });
    const isLast = depth === parts.length - 1;
    return found !== undefined && (isLast || !found.isDirectory());
  });
}

function dirty(holder: Holder, what: string, advice: string, files: readonly string[]): PatchbayError {
  return new PatchbayError('E_DIRTY_CHECKOUT', `Not published: ${what}.`, advice, { checkout: holder.path, files });
}
