// What the user's repository looks like from outside: found with simple-git, under the user's own configuration.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type SimpleGit, simpleGit } from 'simple-git';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { RepositoryFacts } from '../../../shared/ports/integration.ts';

/** `folder` may be any folder inside the repository. Throws `E_NOT_A_REPOSITORY`, `E_BARE_REPOSITORY`, `E_EMPTY_REPOSITORY`, `E_GIT_MISSING`. */
export async function inspectRepository(folder: string): Promise<RepositoryFacts> {
  if (!existsSync(folder)) throw notARepository(folder, 'the folder does not exist');
  const git = simpleGit({ baseDir: folder, maxConcurrentProcesses: 2 });
  const bare = await answer(git, folder, ['rev-parse', '--is-bare-repository']);
  if (bare === 'true') {
    throw new PatchbayError(
      'E_BARE_REPOSITORY',
      `${folder} is a bare repository, which has no working files`,
      'Clone it to a folder of its own and start Patchbay there.',
      { folder },
    );
  }
  const root = resolve(await answer(git, folder, ['rev-parse', '--show-toplevel']));
  const gitDir = resolve(await answer(git, folder, ['rev-parse', '--absolute-git-dir']));
  const head = await quiet(git, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head === null) {
    throw new PatchbayError(
      'E_EMPTY_REPOSITORY',
      `${root} has no commit yet`,
      'Commit something first: git add -A && git commit -m "start". A run starts from a commit.',
      { root },
    );
  }
  const branch = await quiet(git, ['symbolic-ref', '--quiet', 'HEAD']);
  const inRoot = simpleGit({ baseDir: root, maxConcurrentProcesses: 2 });
  const dirtyFiles = await countDirty(inRoot);
  const submodules = await submodulesOf(inRoot);
  const notes = [
    ...notesOn({ branch, head, dirtyFiles, submodules }),
    ...unfinished(gitDir),
    ...(await storage(root, gitDir)),
  ];
  return { root, gitDir, head, branch, dirtyFiles, submodules, notes };
}

/** Only looks: without the first option git would write the user's index, and hold its lock, to remember what it saw. */
async function countDirty(git: SimpleGit): Promise<number> {
  const status = ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'];
  const rows = await git.raw(['--no-optional-locks', ...status]);
  return rows.split('\0').filter((row) => row !== '').length;
}

type Seen = Pick<RepositoryFacts, 'branch' | 'head' | 'dirtyFiles' | 'submodules'>;

function notesOn({ branch, head, dirtyFiles, submodules }: Seen): readonly string[] {
  const notes: string[] = [];
  if (branch === null)
    notes.push(`Detached head at ${head.slice(0, 10)}: runs start there; publish to a branch by name.`);
  if (dirtyFiles > 0) {
    notes.push(
      `${dirtyFiles} changed or untracked file(s) in the checkout: runs start from the commit and do not see them.`,
    );
  }
  if (submodules.length > 0) notes.push(`Submodules are left out of workspaces: ${submodules.join(', ')}.`);
  return notes;
}

function unfinished(gitDir: string): readonly string[] {
  const marks = {
    MERGE_HEAD: 'merge',
    'rebase-merge': 'rebase',
    'rebase-apply': 'rebase',
    CHERRY_PICK_HEAD: 'cherry-pick',
    REVERT_HEAD: 'revert',
    BISECT_LOG: 'bisect',
  };
  return Object.entries(marks)
    .filter(([file]) => existsSync(join(gitDir, file)))
    .map(
      ([, what]) =>
        `A ${what} is under way in the checkout: runs start from the last commit; finish it before you publish.`,
    );
}

async function storage(root: string, gitDir: string): Promise<readonly string[]> {
  const notes: string[] = [];
  if (existsSync(join(gitDir, 'shallow'))) notes.push('Shallow clone: history before its boundary is not to be seen.');
  const attributes = await readFile(join(root, '.gitattributes'), 'utf8').catch(() => '');
  if (/filter\s*=\s*lfs/.test(attributes))
    notes.push('Git LFS: workspaces hold the pointer files, not the large files.');
  return notes;
}

async function submodulesOf(git: SimpleGit): Promise<readonly string[]> {
  const list = await git.raw(['ls-tree', '-r', '-z', '--full-tree', 'HEAD']);
  return list
    .split('\0')
    .filter((row) => row.startsWith('160000 '))
    .map((row) => row.slice(row.indexOf('\t') + 1));
}

async function quiet(git: SimpleGit, args: readonly string[]): Promise<string | null> {
  const said = await git.raw([...args]).catch(() => '');
  return said.trim() === '' ? null : said.trim();
}

async function answer(git: SimpleGit, folder: string, args: readonly string[]): Promise<string> {
  try {
    return (await git.raw([...args])).replace(/\r?\n$/, '');
  } catch (thrown) {
    throw explained(folder, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function explained(folder: string, said: string): PatchbayError {
  if (/ENOENT/.test(said)) {
    return new PatchbayError('E_GIT_MISSING', 'git could not be started', 'Install git and put it on the PATH.', {
      said,
    });
  }
  if (/dubious ownership/.test(said)) {
    return new PatchbayError(
      'E_UNSUPPORTED_REPOSITORY',
      `${folder} belongs to another user, and git refuses to trust it`,
      `If you trust it, run: git config --global --add safe.directory "${folder}"`,
      { folder },
    );
  }
  if (/must be run in a work tree/.test(said)) return notARepository(folder, 'this is the inside of a .git folder');
  return notARepository(folder, said.trim());
}

function notARepository(folder: string, why: string): PatchbayError {
  return new PatchbayError(
    'E_NOT_A_REPOSITORY',
    `${folder} is not inside a git repository: ${why}`,
    'Go into the folder of a repository, or make one: git init, git add, git commit.',
    { folder },
  );
}
