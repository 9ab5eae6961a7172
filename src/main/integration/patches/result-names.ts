// The names beside every changed path in the result tree, so that rules can see collisions without a checkout.
import { fromBytes, readTree } from '../git/diff-trees.ts';
import { isFolder } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';

/** One list for the root and every folder above one of `paths` that exists in `tree`. */
export async function resultNames(
  reader: ObjectReader,
  tree: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = new Set(paths.flatMap(foldersAbove));
  const names = new Map<string, readonly string[]>();
  async function visit(folder: string, oid: string): Promise<void> {
    const entries = [...(await readTree(reader, oid)).values()];
    names.set(
      folder,
      entries.map(({ name }) => fromBytes(name)),
    );
    await Promise.all(
      entries.map(async (entry) => {
        const below = folder === '' ? fromBytes(entry.name) : `${folder}/${fromBytes(entry.name)}`;
        if (isFolder(entry) && wanted.has(below)) await visit(below, entry.oid);
      }),
    );
  }
  await visit('', tree);
  return names;
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
