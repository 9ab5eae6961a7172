// Where a branch is checked out: the user's working folder, a linked worktree, or a rebase that is under way.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Checkout, RepositoryGit } from '../git/create-git.ts';

export interface Holder extends Checkout {
  /** Null when the folder simply has the branch checked out. */
  readonly busyWith: 'rebase' | 'bisect' | null;
}

/** Null when no folder holds the branch (a full ref name). */
export async function findHolder(git: RepositoryGit, ref: string): Promise<Holder | null> {
  for (const worktree of await worktrees(git)) {
    const gitDir = await gitDirOf(git, worktree.path);
    if (gitDir === null) continue;
    if (worktree.branch === ref) return { path: worktree.path, gitDir, busyWith: null };
    const busyWith = await busyOn(gitDir, ref);
    if (busyWith !== null) return { path: worktree.path, gitDir, busyWith };
  }
  return null;
}

interface Worktree {
  readonly path: string;
  readonly branch: string | null;
}

async function worktrees(git: RepositoryGit): Promise<readonly Worktree[]> {
  const text = await git.text(['worktree', 'list', '--porcelain'], { on: 'repository' });
  const found = text.split(/\n\n+/).flatMap((block) => {
    const lines = block.split('\n');
    const path = valueIn(lines, 'worktree ');
    return path === null ? [] : [{ path: resolve(path), branch: valueIn(lines, 'branch ') }];
  });
  // With a separate git directory git names that directory as the main worktree.
  const listed = found.some(({ path }) => path === git.layout.root);
  const main = found.find(({ path }) => path === git.layout.gitDir);
  return listed || main === undefined ? found : [{ path: git.layout.root, branch: main.branch }, ...found];
}

function valueIn(lines: readonly string[], key: string): string | null {
  return lines.find((line) => line.startsWith(key))?.slice(key.length) ?? null;
}

/** Null where the folder is gone: a worktree that was deleted without telling git. */
async function gitDirOf(git: RepositoryGit, path: string): Promise<string | null> {
  if (path === git.layout.root) return git.layout.gitDir;
  const pointer = await readFile(join(path, '.git'), 'utf8').catch(() => null);
  if (pointer !== null) return resolve(path, pointer.replace(/^gitdir: /, '').trimEnd());
  return path === git.layout.gitDir || path === git.layout.commonDir ? null : mainGitDir(git, path);
}

/** The main worktree seen from a linked one: its git directory is the common one. */
async function mainGitDir(git: RepositoryGit, path: string): Promise<string | null> {
  const head = await readFile(join(path, '.git', 'HEAD')).catch(() => null);
  return head === null ? null : git.layout.commonDir;
}

async function busyOn(gitDir: string, ref: string): Promise<Holder['busyWith']> {
  const short = ref.replace(/^refs\/heads\//, '');
  const says = async (file: string) => (await readFile(join(gitDir, file), 'utf8').catch(() => '')).trim();
  if ((await says('rebase-merge/head-name')) === ref || (await says('rebase-apply/head-name')) === ref) return 'rebase';
  return (await says('BISECT_START')) === short ? 'bisect' : null;
}
