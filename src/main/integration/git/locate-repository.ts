// Where a repository keeps its git directory and objects, and whether its format is one that Patchbay writes.
import { isAbsolute, resolve } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Spawn } from '../../../shared/ports/spawn.ts';
import { checkoutEnvironment, type Environment } from './git-environment.ts';

export interface GitLayout {
  /** Top of the working folder, absolute. */
  readonly root: string;
  /** Absolute; of a linked worktree its own folder below the common one. */
  readonly gitDir: string;
  /** Absolute; holds refs and objects. */
  readonly commonDir: string;
  readonly objectsDir: string;
}

interface Place {
  readonly repositoryRoot: string;
  readonly spawn: Spawn;
  readonly env: Environment;
}

/** Rejects with `E_NOT_A_REPOSITORY`, `E_BARE_REPOSITORY` or `E_UNSUPPORTED_REPOSITORY`. */
export async function locateRepository(place: Place): Promise<GitLayout> {
  // The user's own configuration decides here whether a folder of another owner is trusted (safe.directory).
  const flags = ['--is-bare-repository', '--show-object-format', '--absolute-git-dir', '--git-common-dir'];
  const found = await ask(place, ['rev-parse', ...flags, '--git-path', 'objects']);
  if (found.exitCode !== 0) throw notARepository(place.repositoryRoot, found.stderr);
  const [bare, format, gitDir, commonDir, objects] = lines(found.stdout);
  if (gitDir === undefined || commonDir === undefined || objects === undefined) {
    throw notARepository(place.repositoryRoot, 'git named no git directory');
  }
  if (bare === 'true') throw bareRepository(place.repositoryRoot);
  if (format !== 'sha1') throw unsupported(place.repositoryRoot, `object format ${format}`, 'Use a sha1 repository.');
  const top = await ask(place, ['rev-parse', '--show-toplevel']);
  if (top.exitCode !== 0) throw bareRepository(place.repositoryRoot);
  await refusePartialClone(place);
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(place.repositoryRoot, path));
  return {
    root: resolve(lines(top.stdout)[0] ?? place.repositoryRoot),
    gitDir: resolve(gitDir),
    commonDir: absolute(commonDir),
    objectsDir: absolute(objects),
  };
}

async function refusePartialClone(place: Place): Promise<void> {
  const found = await ask(place, ['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$']);
  if (found.exitCode !== 0) return;
  throw unsupported(
    place.repositoryRoot,
    'a partial clone, whose files are fetched one by one when they are needed',
    'Clone it again without --filter; Patchbay works without a network and needs every file of the base commit.',
  );
}

function ask(place: Place, args: readonly string[]) {
  return place.spawn.exec({
    argv: ['git', '-c', 'core.fsmonitor=false', ...args],
    cwd: place.repositoryRoot,
    env: checkoutEnvironment(place.env),
    maxBytes: 1 << 20,
    timeoutMs: 30_000,
  });
}

function lines(stdout: Uint8Array): readonly string[] {
  return Buffer.from(stdout)
    .toString('utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

function notARepository(folder: string, stderr: string): PatchbayError {
  if (stderr.includes('dubious ownership')) {
    return unsupported(folder, 'a folder of another user', `Run: git config --global --add safe.directory "${folder}"`);
  }
  return new PatchbayError(
    'E_NOT_A_REPOSITORY',
    `${folder} is not inside a git repository`,
    'Go into the folder of a repository, or make one: git init, git add, git commit.',
    { folder, git: stderr.trim() },
  );
}

function bareRepository(folder: string): PatchbayError {
  return new PatchbayError(
    'E_BARE_REPOSITORY',
    `${folder} is a bare repository, which has no working files`,
    'Clone it to a folder of its own and start Patchbay there.',
    { folder },
  );
}

function unsupported(folder: string, what: string, advice: string): PatchbayError {
  return new PatchbayError(
    'E_UNSUPPORTED_REPOSITORY',
    `${folder} is ${what}, which Patchbay does not support`,
    advice,
    {
      folder,
    },
  );
}
