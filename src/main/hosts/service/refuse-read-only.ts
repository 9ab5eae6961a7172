// Refuses a run in a repository that cannot take its commits, before there is a run.
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { commonGitDir } from '../../projects/project-key.ts';

/** Rejects with `E_DISK`. */
export async function refuseReadOnly(root: string): Promise<void> {
  const gitDir = await commonGitDir(root);
  for (const folder of [join(gitDir, 'objects'), join(gitDir, 'refs')]) {
    try {
      accessSync(folder, constants.W_OK);
    } catch (thrown) {
      const why = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
      throw new PatchbayError(
        'E_DISK',
        `No run was started: ${folder} may not be written (${why})`,
        'A run keeps its commits in the git folder of the repository. Change who may write it, or work in a clone of your own.',
        { folder },
      );
    }
  }
}
