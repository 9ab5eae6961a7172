// Small real repositories for tests: made with git, on a fast disk, removed afterwards.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TempRepository {
  readonly folder: string;
  readonly root: string;
  /** Output without the newline at its end; throws when git fails. */
  git(...args: readonly string[]): string;
  /** Writes files (null deletes, `{ link }` makes a symbolic link) and commits everything; returns the commit. */
  commit(files: Readonly<Record<string, FileSpec>>, message?: string): string;
  remove(): void;
}

export type FileSpec = string | Buffer | null | { readonly link: string };

const ENV = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@localhost',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@localhost',
};

export function tempFolder(name: string, parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()): string {
  return mkdtempSync(join(parent, `patchbay-${name}-`));
}

export function gitIn(cwd: string, args: readonly string[], input?: Buffer | string): string {
  return execFileSync('git', args, {
    cwd,
    env: ENV,
    stdio: 'pipe',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  })
    .toString('utf8')
    .replace(/\n$/, '');
}

export function tempRepository(name = 'repo', initArgs: readonly string[] = [], parent?: string): TempRepository {
  const folder = tempFolder(name, parent);
  const root = join(folder, name);
  gitIn(folder, ['init', '-q', '-b', 'main', ...initArgs, root]);
  const git = (...args: readonly string[]) => gitIn(root, args);
  return {
    folder,
    root,
    git,
    commit(files, message = 'change') {
      for (const [path, spec] of Object.entries(files)) writeFile(join(root, path), spec);
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function writeFile(path: string, spec: FileSpec): void {
  // Also before writing: a symbolic link would be followed.
  rmSync(path, { recursive: true, force: true });
  if (spec === null) return;
  mkdirSync(dirname(path), { recursive: true });
  if (typeof spec === 'string' || Buffer.isBuffer(spec)) writeFileSync(path, spec);
  else symlinkSync(spec.link, path);
}
