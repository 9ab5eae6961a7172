// The files that a patch is applied to, as a tree holds them; folders are read when a path first asks for them.
import type { TreeEntry } from '../../../../shared/ports/git.ts';
import { readTree } from '../../git/diff-trees.ts';
import { EMPTY_TREE, isFolder, type NamedEntry } from '../../git/git-objects.ts';
import type { ObjectReader } from '../../git/object-reader.ts';

/** Paths are latin1, one character for each byte. */
export interface BaseFiles {
  /** Null where there is no file (a folder is none). */
  entry(path: string): Promise<TreeEntry | null>;
  /** Null where there is no such object. */
  blob(oid: string): Promise<Buffer | null>;
}

export function baseFiles(reader: ObjectReader, tree: string): BaseFiles {
  const folders = new Map<string, Promise<ReadonlyMap<string, NamedEntry>>>();
  function folder(path: string): Promise<ReadonlyMap<string, NamedEntry>> {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const read = path === '' ? readTree(reader, tree) : find(path).then((found) => readTree(reader, folderOid(found)));
    folders.set(path, read);
    return read;
  }
  async function find(path: string): Promise<NamedEntry | null> {
    const slash = path.lastIndexOf('/');
    return (await folder(path.slice(0, Math.max(slash, 0)))).get(path.slice(slash + 1)) ?? null;
  }
  return {
    async entry(path) {
      const found = await find(path);
      return found === null || isFolder(found) ? null : found;
    },
    async blob(oid) {
      const found = await reader.read(oid);
      return found === null || found.type !== 'blob' ? null : found.body;
    },
  };
}

function folderOid(found: NamedEntry | null): string {
  return found !== null && isFolder(found) ? found.oid : EMPTY_TREE;
}
