// Which paths differ between two trees, read object by object: the cost follows the change, not the repository.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { TreeEntry } from '../../../shared/ports/git.ts';
import { EMPTY_TREE, isFolder, type NamedEntry, parseTree, ZERO_OID } from './git-objects.ts';
import type { ObjectReader } from './object-reader.ts';

export interface TreeChange {
  readonly path: string;
  readonly old: TreeEntry | null;
  readonly new: TreeEntry | null;
}

/** Files only, in no particular order. Paths are UTF-8. */
export async function diffTrees(reader: ObjectReader, before: string, after: string): Promise<readonly TreeChange[]> {
  if (before === after) return [];
  return diffFolders(reader, '', [before, after]);
}

async function diffFolders(
  reader: ObjectReader,
  folder: string,
  [before, after]: readonly [string, string],
): Promise<readonly TreeChange[]> {
  const [old, now] = await Promise.all([readTree(reader, before), readTree(reader, after)]);
  const names = new Set([...old.keys(), ...now.keys()]);
  const changes = [...names].map(async (name): Promise<readonly TreeChange[]> => {
    const a = old.get(name) ?? null;
    const b = now.get(name) ?? null;
    if (a?.oid === b?.oid && a?.mode === b?.mode) return [];
    const path = folder + name;
    const sides = [a, b].map((entry) => (entry !== null && isFolder(entry) ? entry.oid : EMPTY_TREE));
    const below = sides.some((side) => side !== EMPTY_TREE)
      ? await diffFolders(reader, `${path}/`, [sides[0] ?? EMPTY_TREE, sides[1] ?? EMPTY_TREE])
      : [];
    const file = { path: fromBytes(path), old: fileOf(a), new: fileOf(b) };
    return file.old === null && file.new === null ? below : [file, ...below];
  });
  return (await Promise.all(changes)).flat();
}

/** By name as latin1 bytes. The empty tree and the zero name need no object. */
export async function readTree(reader: ObjectReader, oid: string): Promise<ReadonlyMap<string, NamedEntry>> {
  if (oid === EMPTY_TREE || oid === ZERO_OID) return new Map();
  const object = await reader.read(oid);
  if (object === null || object.type !== 'tree') {
    throw new PatchbayError('E_GIT', `Tree ${oid} is missing`, 'Run `git fsck` in the repository.', { oid });
  }
  return new Map(parseTree(object.body).map((entry) => [entry.name, entry]));
}

function fileOf(entry: NamedEntry | null): TreeEntry | null {
  return entry === null || isFolder(entry) ? null : { mode: entry.mode, oid: entry.oid };
}

export function fromBytes(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

export function toBytes(path: string): string {
  return Buffer.from(path, 'utf8').toString('latin1');
}
