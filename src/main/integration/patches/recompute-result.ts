// The result computed a second time: the base and the words of the diff, by our own applier, without git.
import type { TreeEntry } from '../../../shared/ports/git.ts';
import { objectOf } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { rewriteTree, type TreeEdit } from '../train/rewrite-tree.ts';
import { applyFile } from './apply-file.ts';
import { type BaseFiles, baseFiles } from './git-apply/base-files.ts';
import type { ParsedFile } from './parsed-patch.ts';

export interface Recomputed {
  /** Null where the diff does not fit the base. */
  readonly tree: string | null;
  /** What each file becomes, by its path in the result (of a deleted one: in the base); null where it does not fit. */
  readonly made: ReadonlyMap<string, TreeEntry | 'gone' | null>;
  /** Renames and copies whose source the base does not hold as a plain file. */
  readonly strangeSources: readonly ParsedFile[];
}

interface Text {
  readonly diff: Buffer;
  readonly parsed: readonly ParsedFile[];
}

/** `base` is a tree. Rejects with `E_GIT` where the repository itself is damaged. */
export async function recomputeResult(reader: ObjectReader, base: string, { diff, parsed }: Text): Promise<Recomputed> {
  const files = baseFiles(reader, base);
  const made = new Map<string, TreeEntry | 'gone' | null>();
  const edits: TreeEdit[] = [];
  const strangeSources: ParsedFile[] = [];
  for (const file of parsed) {
    const path = file.newPath ?? file.oldPath ?? '';
    const old = file.oldPath === null ? null : await entryAt(files, file.oldPath);
    const moves = file.change === 'renamed' || file.change === 'copied';
    if (moves && !old?.mode.startsWith('100')) strangeSources.push(file);
    const result = await resultOf(files, { diff, file, old });
    made.set(path, result);
    if (result === null) continue;
    if (file.change === 'renamed') edits.push({ path: file.oldPath ?? '', old, new: null });
    edits.push({ path, old: moves ? await entryAt(files, path) : old, new: result === 'gone' ? null : result });
  }
  const fits = ![...made.values()].includes(null);
  const rewritten = fits ? await rewriteTree(reader, base, edits) : null;
  return { tree: rewritten?.tree ?? null, made, strangeSources };
}

function entryAt(files: BaseFiles, path: string): Promise<TreeEntry | null> {
  return files.entry(Buffer.from(path).toString('latin1'));
}

interface OneFile {
  readonly diff: Buffer;
  readonly file: ParsedFile;
  readonly old: TreeEntry | null;
}

async function resultOf(files: BaseFiles, { diff, file, old }: OneFile): Promise<TreeEntry | 'gone' | null> {
  if (file.oldPath !== null && old === null) return null;
  const mode = file.newMode ?? old?.mode ?? '';
  const isSame = file.hunks.length === 0 && file.binary === null && file.newPath !== null && old !== null;
  if (isSame) return { mode, oid: old.oid };
  const before = old === null ? Buffer.alloc(0) : await contentOf(files, old);
  const after = before === null ? null : applyFile(diff, file, before);
  if (after === null) return null;
  if (file.newPath === null) return after.length === 0 ? 'gone' : null;
  return { mode, oid: objectOf('blob', after).oid };
}

/** A submodule has no content here, and no patch may change one. */
async function contentOf(files: BaseFiles, { mode, oid }: TreeEntry): Promise<Buffer | null> {
  return mode === '160000' ? null : files.blob(oid);
}
