// A folder for one test file, on a fast disk, with a space and letters beyond ASCII in its name.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Removed after the file's tests. */
export function tempPlace(): string {
  const parent = realpathSync.native(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
  const place = join(mkdtempSync(join(parent, 'patchbay-')), 'Tee & Käse żółw');
  mkdirSync(place);
  afterAll(() => rmSync(dirname(place), { recursive: true, force: true }));
  return place;
}

export function git(cwd: string, ...args: readonly string[]): string {
  const config = ['-c', 'user.name=t', '-c', 'user.email=t@localhost'];
  return execFileSync('git', [...config, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
}

export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A git repository with one commit of the files, or without one where there are none. */
export function repository(root: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(root, { recursive: true });
  put(root, files);
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '-A');
  if (Object.keys(files).length > 0) git(root, 'commit', '-qm', 'start');
  return root;
}
