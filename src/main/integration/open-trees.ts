// The trees of a repository as a port: read and written as objects.
import type { PathChange, TreeEntry, Trees } from '../../shared/ports/git.ts';
import { diffTrees, fromBytes, readTree, toBytes } from './git/diff-trees.ts';
import { isFolder } from './git/git-objects.ts';
import type { ObjectReader } from './git/object-reader.ts';
import type { ObjectStore } from './git/object-store.ts';
import { treeOf } from './train/build-directly.ts';
import { rewriteTree, type TreeEdit } from './train/rewrite-tree.ts';

export function openTrees({ reader, write }: ObjectStore): Trees {
  return {
    async folder(commit, path) {
      const found = await folderAt(reader, commit, path);
      return found === null ? null : new Map([...found.values()].map((entry) => [fromBytes(entry.name), entry]));
    },
    async changed(from, to) {
      const changes = await diffTrees(reader, await treeOf(reader, from), await treeOf(reader, to));
      return changes.map(({ path, new: entry }) => ({ path, entry }));
    },
    async replace(commit, changes) {
      const edits = await Promise.all(changes.map((change) => editOf(reader, commit, change)));
      const base = await treeOf(reader, commit);
      const rewritten = await rewriteTree(reader, base, edits);
      if (rewritten === null) return null;
      if (rewritten.tree !== base) await write(rewritten.objects);
      return rewritten.tree;
    },
  };
}

async function editOf(reader: ObjectReader, commit: string, { path, entry }: PathChange): Promise<TreeEdit> {
  const [parent, name] = [path.slice(0, Math.max(0, path.lastIndexOf('/'))), path.slice(path.lastIndexOf('/') + 1)];
  const found = (await folderAt(reader, commit, parent))?.get(toBytes(name)) ?? null;
  // A folder that a file replaces is emptied by edits of its own.
  const old: TreeEntry | null = found === null || isFolder(found) ? null : { mode: found.mode, oid: found.oid };
  return { path, old, new: entry };
}

/** By name as latin1 bytes. */
async function folderAt(reader: ObjectReader, commit: string, path: string) {
  let oid = await treeOf(reader, commit);
  for (const part of path === '' ? [] : toBytes(path).split('/')) {
    const entry = (await readTree(reader, oid)).get(part);
    if (entry === undefined || !isFolder(entry)) return null;
    oid = entry.oid;
  }
  return readTree(reader, oid);
}
