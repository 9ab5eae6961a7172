// The tree that `git apply --cached` would leave behind, as its name and the new objects it needs; nothing is written.
import { type NewObject, objectOf } from '../../git/git-objects.ts';
import type { ObjectReader } from '../../git/object-reader.ts';
import { rewriteTree, type TreeEdit } from '../../train/rewrite-tree.ts';
import { decodePath } from '../quoted-path.ts';
import { type Applied, applyPatch, type MovedHunk, type NewFile } from './apply-patch.ts';
import { type BaseFiles, baseFiles } from './base-files.ts';
import type { GitOptions } from './git-patch.ts';

export type PatchedTree =
  | {
      readonly kind: 'patched';
      readonly tree: string;
      /** Blobs and trees, some of which may be there already. */
      readonly objects: readonly NewObject[];
      /** Hunks that were found at another place than they say. */
      readonly moved: readonly MovedHunk[];
    }
  | Extract<Applied, { kind: 'refused' }>;

/** Rejects with `E_GIT` where the repository itself is damaged. */
export async function patchTree(
  reader: ObjectReader,
  tree: string,
  patch: Uint8Array,
  options: GitOptions,
): Promise<PatchedTree> {
  const base = baseFiles(reader, tree);
  const applied = await applyPatch(patch, base, options);
  if (applied.kind === 'refused') return applied;
  const edits = await editsOf(base, applied.files);
  if (edits === null) return refused('A file name that is not UTF-8');
  const rewritten = await rewriteTree(reader, tree, edits);
  if (rewritten === null) return refused('A file where a folder is that stays');
  const blobs = [...applied.files.values()].flatMap((file) => (file?.body ? [objectOf('blob', file.body)] : []));
  return { kind: 'patched', tree: rewritten.tree, objects: [...blobs, ...rewritten.objects], moved: applied.moved };
}

function refused(problem: string): PatchedTree {
  return { kind: 'refused', problem, line: 0, tooLarge: false };
}

async function editsOf(
  base: BaseFiles,
  files: ReadonlyMap<string, NewFile | null>,
): Promise<readonly TreeEdit[] | null> {
  const edits: TreeEdit[] = [];
  for (const [name, file] of files) {
    const path = decodePath(name);
    if (path === null) return null;
    edits.push({ path, old: await base.entry(name), new: file === null ? null : { mode: file.mode, oid: file.oid } });
  }
  return edits;
}
