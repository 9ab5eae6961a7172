// Makes the sample project: a small real repository to try a plan on, the same on every machine.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { simpleGit } from 'simple-git';
import { PatchbayError } from '../../shared/lib/errors.ts';

export interface SampleOptions {
  /** Folder `resources/sample` of this installation. */
  readonly from: string;
  /** Folder of the new repository; its parent is made when it is not there. */
  readonly to: string;
}

const IDENTITY = ['-c', 'user.name=Patchbay sample', '-c', 'user.email=sample@patchbay.invalid'];

/** Does nothing when the repository is there. Throws `E_USAGE` when the folder holds something else. */
export async function makeSample({
  from,
  to,
}: SampleOptions): Promise<{ readonly root: string; readonly created: boolean }> {
  if (existsSync(join(to, '.git'))) return { root: to, created: false };
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new PatchbayError(
      'E_USAGE',
      `${to} is not empty, so the sample project cannot be made there`,
      'Choose a folder that does not exist yet.',
      { to },
    );
  }
  // Made beside its place and moved there whole, so that a crash never leaves half a repository behind.
  const draft = join(dirname(to), `.sample-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  copyFolder(from, draft);
  await commitAll(draft);
  rmSync(to, { recursive: true, force: true });
  await moveFolder(draft, to);
  return { root: to, created: true };
}

/** By reading and writing, which also works out of the archive of a packaged app. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name));
    else writeFileSync(join(to, entry.name), readFileSync(join(from, entry.name)));
  }
}

async function commitAll(root: string): Promise<void> {
  const git = simpleGit({ baseDir: root });
  await git.raw(['init', '--quiet', '--initial-branch=main']);
  await git.addConfig('core.autocrlf', 'false');
  await git.raw(['add', '--all']);
  const message = 'Open the tea shop: a menu, prices, and their tests';
  await git.raw([...IDENTITY, 'commit', '--quiet', '--no-gpg-sign', '--no-verify', '-m', message]);
}

/** On Windows a virus scanner may hold new files open for a moment; the move then works a little later. */
async function moveFolder(from: string, to: string): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      renameSync(from, to);
      return;
    } catch (thrown) {
      const code = thrown instanceof Error ? Reflect.get(thrown, 'code') : null;
      if (process.platform !== 'win32' || left === 0 || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) throw thrown;
      await delay(100);
    }
  }
}
