// The diff between two trees as a patch holds it, made by git from what it has.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { type Git, PATCH_DIFF } from '../../../shared/ports/git.ts';

/** Rejects with `E_GIT`, or `E_OUTPUT_LIMIT` beyond eight times the size of the largest patch. */
export async function diffBetween(git: Git, base: string, tree: string): Promise<Uint8Array> {
  const { stdout } = await git.run([...PATCH_DIFF, base, tree], { on: 'shadow', maxBytes: LIMITS.patchMaxBytes * 8 });
  return stdout;
}
