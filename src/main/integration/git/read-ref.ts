// Reads one ref of the user's repository.
import { assert } from '../../../shared/lib/assert.ts';
import type { Git } from '../../../shared/ports/git.ts';

/** Full ref name; null where it does not exist. */
export async function readRef(git: Git, ref: string): Promise<string | null> {
  assert(ref.startsWith('refs/'), `a full ref name, not ${ref}`);
  const oid = await git.text(['rev-parse', '--verify', '--quiet', ref], { on: 'repository', ok: [0, 1] });
  return oid === '' ? null : oid;
}
