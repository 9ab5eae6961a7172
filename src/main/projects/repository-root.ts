// The top folder of the repository that a folder lies in, made where that is asked for.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { commonGitDir } from './project-key.ts';

export interface RootOptions {
  /** Make a repository where there is none; otherwise `E_NOT_A_REPOSITORY` is thrown. */
  readonly createRepository: boolean;
}

/** `folder` may be any folder inside the repository. Throws `E_BARE_REPOSITORY` for one without working files. */
export async function repositoryRoot(folder: string, options: RootOptions): Promise<string> {
  if (options.createRepository) mkdirSync(folder, { recursive: true });
  try {
    await commonGitDir(folder);
  } catch (thrown) {
    const absent = thrown instanceof PatchbayError && thrown.code === 'E_NOT_A_REPOSITORY';
    if (!absent || !options.createRepository) throw thrown;
    await simpleGit({ baseDir: folder }).raw(['init', '--quiet', '--initial-branch=main']);
  }
  const git = simpleGit({ baseDir: folder });
  if ((await git.raw(['rev-parse', '--is-bare-repository'])).trim() === 'true') {
    throw new PatchbayError(
      'E_BARE_REPOSITORY',
      `${folder} is a bare repository, which has no working files`,
      'Clone it to a folder of its own and set up the project there.',
      { folder },
    );
  }
  return resolve((await git.raw(['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, ''));
}
