// Computes the tree after a set of exact edits by rewriting only the folders on their paths.
import type { TreeEntry } from '../../../shared/ports/git.ts';
import { readTree, toBytes } from '../git/diff-trees.ts';
import { EMPTY_TREE, isFolder, type NamedEntry, type NewObject, treeOf } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';

/** `old` must be what the tree holds at `path`, else nothing is rewritten. Null means absent. */
export interface TreeEdit {
  readonly path: string;
  readonly old: TreeEntry | null;
  readonly new: TreeEntry | null;
}

export interface Rewritten {
  readonly tree: string;
  readonly objects: readonly NewObject[];
}

interface Edit {
  readonly parts: readonly string[];
  readonly old: TreeEntry | null;
  readonly new: TreeEntry | null;
}

/** Null where an edit does not fit the tree: then git's three-way merge has to decide. */
export async function rewriteTree(
  reader: ObjectReader,
  root: string,
  edits: readonly TreeEdit[],
): Promise<Rewritten | null> {
  const objects: NewObject[] = [];
  const parts = edits.map((edit) => ({ parts: toBytes(edit.path).split('/'), old: edit.old, new: edit.new }));
  const entry = await rewriteFolder(reader, root, { edits: parts, objects });
  if (entry === null) return null;
  if (entry !== 'empty') return { tree: entry, objects };
  return { tree: EMPTY_TREE, objects: [treeOf([])] };
}

interface Work {
  readonly edits: readonly Edit[];
  readonly objects: NewObject[];
}

/** The new tree's name, `empty` where nothing is left, null where an edit does not fit. */
async function rewriteFolder(reader: ObjectReader, oid: string, { edits, objects }: Work): Promise<string | null> {
  const entries = new Map(await readTree(reader, oid));
  const below = new Map<string, Edit[]>();
  const additions: (readonly [string, TreeEntry])[] = [];
  for (const edit of edits) {
    const [name = '', ...rest] = edit.parts;
    if (rest.length > 0) {
      below.set(name, [...(below.get(name) ?? []), { ...edit, parts: rest }]);
      continue;
    }
    const now = entries.get(name);
    const free = edit.old === null && (now === undefined || isFolder(now));
    if (!free && !isSame(now, edit.old)) return null;
    if (edit.old !== null) entries.delete(name);
    if (edit.new !== null) additions.push([name, edit.new]);
  }
  for (const [name, inside] of below) {
    const now = entries.get(name);
    if (now !== undefined && !isFolder(now)) return null;
    const tree = await rewriteFolder(reader, now?.oid ?? EMPTY_TREE, { edits: inside, objects });
    if (tree === null) return null;
    if (tree === 'empty') entries.delete(name);
    else entries.set(name, { name, mode: '40000', oid: tree });
  }
  for (const [name, entry] of additions) {
    // A folder of that name which these edits did not empty stands in the way.
    if (entries.has(name)) return null;
    entries.set(name, { name, ...entry });
  }
  return finish(entries, objects);
}

function finish(entries: ReadonlyMap<string, NamedEntry>, objects: NewObject[]): string {
  if (entries.size === 0) return 'empty';
  const tree = treeOf(entries.values());
  objects.push(tree);
  return tree.oid;
}

function isSame(now: TreeEntry | undefined, old: TreeEntry | null): boolean {
  return now?.oid === old?.oid && now?.mode === old?.mode;
}
