// Where a patch does not apply: git's rename-aware merge tries, and what it cannot join becomes a conflict with all of its facts.
import type { Conflict, ConflictFile } from '../../../shared/domain/conflict.ts';
import { conflictRef } from '../../../shared/domain/conflict.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { meetingRegions } from '../../../shared/domain/line-edits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { CandidateOrder } from '../../../shared/ports/integration.ts';
import { diffTrees } from '../git/diff-trees.ts';
import { commitOf } from '../git/git-objects.ts';
import { rawChanges } from '../patches/raw-changes.ts';
import { wholeChanges } from '../patches/restore-objects.ts';
import { treeOf } from './build-directly.ts';
import { conflictFiles } from './conflict-files.ts';
import { findEdits } from './find-edits.ts';
import { type Merge, openMerges } from './open-merges.ts';
import { otherSides } from './other-sides.ts';
import { patchEdits } from './patch-edits.ts';
import type { TrainPorts } from './train-ports.ts';
import { writeObjects } from './write-objects.ts';

export type Joined =
  | { readonly kind: 'joined'; readonly tree: string }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

/** `joined`: a tree in which nothing but the patch's own paths differs from the head. Needs git 2.38. */
export async function mergeWithHead(ports: TrainPorts, order: CandidateOrder): Promise<Joined> {
  const { git, reader } = ports;
  const { changeId, base, tree, diff, onto } = order;
  await wholeChanges(ports, { patchId: changeId, base, tree, diff });
  const [baseTree, headTree] = [await treeOf(reader, base), await treeOf(reader, onto)];
  const merges = await openMerges(git, { name: changeId, apart: false });
  const merge = await merges.merge({ base: baseTree, head: headTree, patch: tree }).finally(() => merges.close());
  const strays = merge.clean ? await strayFiles(ports, order, [headTree, merge.tree]) : [];
  if (merge.clean && strays.length === 0) return { kind: 'joined', tree: merge.tree };
  const files = merge.clean ? strays : conflictFiles(merge, order.files);
  const kept = await keepMerge(ports, order, merge);
  const listed = await describe(ports, order, files.slice(0, LIMITS.conflictFiles));
  const moreFiles = files.length - listed.length;
  return { kind: 'conflict', conflict: { base, onto, files: listed, moreFiles, merge: kept, joined: merge.clean } };
}

/** What the merge would write although the patch does not name it: the head has renamed what the patch changes. */
async function strayFiles(
  { git, reader }: TrainPorts,
  { base, onto, files }: CandidateOrder,
  [head, merged]: readonly [string, string],
): Promise<readonly ConflictFile[]> {
  const own = new Set(patchEdits(files).map(({ path }) => path));
  const changes = (await diffTrees(reader, head, merged)).filter(({ path }) => !own.has(path));
  if (changes.length === 0) return [];
  const renames = await rawChanges(git, base, onto);
  return changes.map(({ path, old }): ConflictFile => {
    const from = renames.find((one) => one.path === path && one.change === 'renamed')?.oldPath;
    const file = files.find((one) => (one.oldPath ?? one.path) === from);
    return {
      path,
      kind: 'rename',
      base: file === undefined ? null : { path: file.oldPath ?? file.path, mode: file.oldMode, oid: file.oldOid },
      head: old === null ? null : { path, ...old },
      patch: file === undefined ? null : { path: file.path, mode: file.newMode, oid: file.newOid },
      ...{ regions: [], moreRegions: 0, otherSide: null, said: '' },
    };
  });
}

/** One commit that holds all: its tree the merge, its parents the head and the patch on its base. The same order gives the same commit. */
async function keepMerge(ports: TrainPorts, order: CandidateOrder, merge: Merge): Promise<string> {
  const { git, refs, faults, identity } = ports;
  const who = { identity: `${identity.name} <${identity.email}>`, atSeconds: order.atSeconds };
  const message = `The patch as it was captured\n\nPatchbay-Change: ${order.changeId}\n`;
  const patch = commitOf({ ...who, tree: order.tree, parents: [order.base], message });
  const about = `A merge as far as it went\n\nPatchbay-Conflict: ${order.changeId}\n`;
  const kept = commitOf({ ...who, tree: merge.tree, parents: [order.onto, patch.oid], message: about });
  await writeObjects(git.objectsDir, [patch, kept]);
  faults.at('conflict-after-objects');
  const ref = conflictRef(order.changeId);
  const answer = await refs.change([{ update: ref, to: kept.oid }]);
  if (answer.kind === 'refused') {
    const advice = 'Another git process may hold a lock in .git/refs/patchbay. Wait for it, then resume.';
    throw new PatchbayError('E_GIT', `${ref} could not be written: ${answer.why}`, advice, { ref });
  }
  faults.at('conflict-after-ref');
  return kept.oid;
}

async function describe(
  { git, reader }: TrainPorts,
  order: CandidateOrder,
  files: readonly ConflictFile[],
): Promise<readonly ConflictFile[]> {
  const sides = await otherSides(
    git,
    order,
    files.map(({ path, base, head }) => head?.path ?? base?.path ?? path),
  );
  const sizes = await Promise.all(
    files.map(async (file) => Math.max(...(await Promise.all(oidsOf(file).map(sizeOf))))),
  );
  const texts = files.filter((file, at) => isAboutLines(file) && (sizes[at] ?? 0) <= LIMITS.conflictTextBytes);
  const edits = await findEdits(git, [
    ...texts.map(({ base, head }) => ({ from: base?.oid ?? null, to: head?.oid ?? null })),
    ...texts.map(({ base, patch }) => ({ from: base?.oid ?? null, to: patch?.oid ?? null })),
  ]);
  return files.map((file, at) => {
    const otherSide = sides[at] ?? null;
    const text = texts.indexOf(file);
    const regions = text === -1 ? [] : meetingRegions(edits[text] ?? [], edits[texts.length + text] ?? []);
    const shown = regions.slice(0, LIMITS.conflictRegions);
    return { ...file, otherSide, regions: shown, moreRegions: regions.length - shown.length };
  });

  async function sizeOf(oid: string): Promise<number> {
    return (await reader.header(oid))?.bytes ?? 0;
  }
}

function oidsOf({ base, head, patch }: ConflictFile): readonly string[] {
  return [base, head, patch].flatMap((version) => version?.oid ?? []);
}

function isAboutLines({ kind, head, patch }: ConflictFile): boolean {
  return (kind === 'content' || kind === 'add_add') && head !== null && patch !== null;
}
