// The difference of two commits or trees as a capture of a workspace would hand it over.
import { createHash } from 'node:crypto';
import type { CapturedPatch } from '../../../shared/domain/patch.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Git } from '../../../shared/ports/git.ts';
import { describeFiles } from '../patches/compare-changes.ts';
import { parsePatch } from '../patches/parse-patch.ts';
import { rawChanges } from '../patches/raw-changes.ts';
import { diffBetween } from './diff-between.ts';

/** Null where there is no difference. Rejects with `E_GIT`, and with `E_PATCH_REFUSED` for what no patch may hold. */
export async function captureBetween(git: Git, base: string, tree: string): Promise<CapturedPatch | null> {
  const diff = Buffer.from(await diffBetween(git, base, tree));
  if (diff.length === 0) return null;
  const parsed = parsePatch(diff);
  if (parsed.kind === 'problem') {
    const message = `The difference of ${base.slice(0, 10)} and ${tree.slice(0, 10)} is no patch: ${parsed.problem}`;
    throw new PatchbayError('E_PATCH_REFUSED', message, 'Make the change smaller.', { base, tree });
  }
  const files = describeFiles({ diff, parsed: parsed.files, raw: await rawChanges(git, base, tree) });
  return {
    base,
    tree,
    diff,
    sha256: createHash('sha256').update(diff).digest('hex'),
    files,
    insertions: files.reduce((sum, file) => sum + file.insertions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    hunks: parsed.files.reduce((sum, file) => sum + file.hunks.length, 0),
  };
}
