// The fast way to a candidate: where the head still holds every old side, the new trees and the commit are computed.
import { Bug } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { CandidateOrder } from '../../../shared/ports/integration.ts';
import { diffTrees } from '../git/diff-trees.ts';
import { commitOf, type NewObject, treeOfCommit } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { patchEdits } from './patch-edits.ts';
import { rewriteTree, type TreeEdit } from './rewrite-tree.ts';
import { withUnwritten } from './with-unwritten.ts';

export interface Built {
  readonly commit: string;
  readonly tree: string;
  /** Not written yet; not all of them need be new to git. */
  readonly objects: readonly NewObject[];
}

export interface DirectPlace {
  readonly reader: ObjectReader;
  /** `Name <mail>`. */
  readonly identity: string;
}

/** Null where the head moved under the patch or a blob of it is gone: git's own merge has to decide. */
export async function buildDirectly(place: DirectPlace, order: CandidateOrder): Promise<Built | null> {
  const { reader } = place;
  const onto = await treeOf(reader, order.onto);
  const edits = patchEdits(order.files);
  const [rewritten, present] = await Promise.all([rewriteTree(reader, onto, edits), blobsExist(reader, edits)]);
  if (rewritten === null || !present) return null;
  const { identity } = place;
  const { atSeconds, message } = order;
  const commit = commitOf({ tree: rewritten.tree, parents: [order.onto], identity, atSeconds, message });
  const objects = [...rewritten.objects, commit];
  const withNew = withUnwritten(reader, objects);
  await expectChanges(withNew, [onto, rewritten.tree], edits);
  return { commit: commit.oid, tree: rewritten.tree, objects };
}

export async function treeOf(reader: ObjectReader, commit: string): Promise<string> {
  const object = await reader.read(commit);
  if (object?.type === 'commit') return treeOfCommit(object.body);
  throw new PatchbayError('E_GIT', `Commit ${commit} is missing`, 'Run `git fsck` in the repository.', { commit });
}

async function blobsExist(reader: ObjectReader, edits: readonly TreeEdit[]): Promise<boolean> {
  const blobs = edits.flatMap((edit) => (edit.new === null ? [] : [edit.new.oid]));
  const headers = await Promise.all(blobs.map((oid) => reader.header(oid)));
  return headers.every((header) => header?.type === 'blob');
}

/** Compared by another way than it was made: the result is the head plus exactly the patch's changes, or the program is wrong. */
async function expectChanges(
  reader: ObjectReader,
  [before, after]: readonly [string, string],
  edits: readonly TreeEdit[],
): Promise<void> {
  const expected = edits.filter((edit) => side(edit.old) !== side(edit.new)).map(spell);
  const found = (await diffTrees(reader, before, after)).map(spell);
  if (found.sort().join('\n') === expected.sort().join('\n')) return;
  throw new Bug(`Tree ${after} is not ${before} plus the patch: ${found.length} changes, ${expected.length} expected`);
}

function spell({ path, old, new: now }: TreeEdit): string {
  return `${path}\0${side(old)}\0${side(now)}`;
}

function side(entry: TreeEdit['old']): string {
  return entry === null ? '' : `${entry.mode} ${entry.oid}`;
}
