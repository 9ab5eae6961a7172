// The commit that a person named, by any word that git understands.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Git } from '../../../shared/ports/git.ts';

/** Rejects with `E_NOT_FOUND`. */
export async function resolveCommit(git: Git, revision: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const oid = await git.text(args, { on: 'repository', ok: [0, 1, 128] });
  if (/^[0-9a-f]{40,64}$/.test(oid)) return oid;
  const advice = 'Name a commit, a branch or a tag of this repository; `git log` shows them.';
  throw new PatchbayError('E_NOT_FOUND', `There is no commit ${JSON.stringify(revision)}.`, advice, { revision });
}
