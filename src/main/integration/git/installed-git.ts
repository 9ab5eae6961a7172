// The git of the PATH, asked without an engine.
import { simpleGit } from 'simple-git';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { type GitVersion, readableGit } from './git-version.ts';

/** `folder` has to exist. Rejects with `E_GIT_MISSING` when git is absent, unreadable or too old. */
export async function installedGit(folder: string): Promise<GitVersion> {
  const text = await simpleGit({ baseDir: folder })
    .raw(['version'])
    .catch((thrown: unknown) => {
      const cause = thrown instanceof Error ? thrown.message : String(thrown);
      const advice = 'Install git (https://git-scm.com/downloads) and make sure `git` is on the PATH.';
      throw new PatchbayError('E_GIT_MISSING', `git could not be started: ${cause}`, advice, { cause });
    });
  return readableGit(text.trim());
}
