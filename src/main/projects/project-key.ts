// A stable name for a repository's folder of data: the same for every worktree and spelling of its path.
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { slug } from './slug.ts';

/** `<readable slug>-<12 hex digits>`. Throws `E_NOT_A_REPOSITORY` where there is none at or above `folder`, or `E_UNSUPPORTED_REPOSITORY`. */
export async function projectKey(folder: string): Promise<string> {
  const common = await commonGitDir(folder);
  const name = basename(common) === '.git' ? basename(dirname(common)) : basename(common).replace(/\.git$/, '');
  // Windows and macOS find a folder under any case, so the case must not make two projects of one.
  const spelling = process.platform === 'linux' ? common : common.toLowerCase();
  const hash = createHash('sha256').update(spelling.normalize('NFC')).digest('hex').slice(0, 12);
  return `${slug(name, 'project')}-${hash}`;
}

/** Real path of the git folder that all worktrees of the repository share. */
export async function commonGitDir(folder: string): Promise<string> {
  if (!existsSync(folder)) throw notARepository(folder, 'the folder does not exist');
  if (/[\r\n]/.test(realpathSync.native(folder))) throw lineBreak(folder);
  try {
    const answer = await simpleGit({ baseDir: folder }).raw(['rev-parse', '--git-common-dir']);
    return realpathSync.native(resolve(folder, answer.replace(/\r?\n$/, '')));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.trim() : String(thrown);
    if (/ENOENT/.test(reason) && /spawn/.test(reason)) {
      throw new PatchbayError('E_GIT_MISSING', 'git was not found', 'Install git and make sure it is on the PATH.');
    }
    throw notARepository(folder, reason);
  }
}

/** Git answers with paths one a line. */
function lineBreak(folder: string): PatchbayError {
  return new PatchbayError(
    'E_UNSUPPORTED_REPOSITORY',
    `The path ${JSON.stringify(folder)} holds a line break, which Patchbay does not support`,
    'Rename the folder.',
    { folder },
  );
}

function notARepository(folder: string, reason: string): PatchbayError {
  return new PatchbayError(
    'E_NOT_A_REPOSITORY',
    `${folder} is not inside a git repository: ${reason}`,
    'Choose the folder of a repository, or make one with `git init`.',
    { folder },
  );
}
