// The root tree of a commit; a tree is its own.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { treeOfCommit } from './git-objects.ts';
import type { ObjectReader } from './object-reader.ts';

/** Rejects with `E_GIT` where there is no such commit or tree. */
export async function rootTree(reader: ObjectReader, oid: string): Promise<string> {
  const object = await reader.read(oid);
  if (object?.type === 'commit') return treeOfCommit(object.body);
  if (object?.type === 'tree') return oid;
  throw new PatchbayError('E_GIT', `Commit ${oid} is missing`, 'Run `git fsck` in the repository.', { oid });
}
