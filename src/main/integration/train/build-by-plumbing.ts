// The careful way to a candidate: git's three-way apply on a private index, with no working folder.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listConflicts } from '../../../shared/domain/conflict.ts';
import type { FileChange } from '../../../shared/domain/patch.ts';
import { Bug } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { GitCall, TreeEntry } from '../../../shared/ports/git.ts';
import type { CandidateOrder, CandidateOutcome } from '../../../shared/ports/integration.ts';
import { diffTrees } from '../git/diff-trees.ts';
import { atLeast } from '../git/git-version.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { treeOf } from './build-directly.ts';
import { captureBetween } from './capture-between.ts';
import { mergeWithHead } from './merge-with-head.ts';
import { patchEdits } from './patch-edits.ts';
import type { TrainPorts } from './train-ports.ts';

/** git calls this one fatal, though it is a conflict like the others. */
const FILE_AND_FOLDER = /appears as both a file and as a directory/;

export async function buildByPlumbing(place: TrainPorts, order: CandidateOrder): Promise<CandidateOutcome> {
  const indexFile = join(place.git.shadowDir, `candidate-${order.changeId}.index`);
  const call: GitCall = { on: 'shadow', indexFile };
  await clear(indexFile);
  try {
    await place.git.run(['read-tree', order.onto], call);
    const apply = ['apply', '--cached', '--3way', '--binary', '-'];
    const applied = await place.git.run(apply, { ...call, input: order.diff, ok: [0, 1, 128] });
    const { exitCode, stderr } = applied;
    if (exitCode === 128 && !FILE_AND_FOLDER.test(stderr)) throw failedApply(order, stderr);
    if (exitCode !== 0) return await joinOrTell(place, order, { call, said: stderr });
    const tree = await place.git.text(['write-tree'], call);
    const isWhole = await expectPaths(place.reader, order, tree);
    if (!isWhole) return await joinOrTell(place, order, { call, said: 'a mode that the head has set would be lost' });
    return { kind: 'built', tree, commit: await commitTree(place, order, tree) };
  } finally {
    await clear(indexFile);
  }
}

function failedApply(order: CandidateOrder, stderr: string): PatchbayError {
  const said = stderr.trim().slice(0, 1000);
  const advice = 'Look at the disk and run `git fsck` in the repository, then resume.';
  return new PatchbayError('E_GIT', `git apply failed on patch ${order.changeId}: ${said}`, advice, { said });
}

/** A crash may have left the lock of an index that only this patch uses. */
async function clear(indexFile: string): Promise<void> {
  await rm(indexFile, { force: true });
  await rm(`${indexFile}.lock`, { force: true });
}

function commitTree({ git, identity }: TrainPorts, order: CandidateOrder, tree: string): Promise<string> {
  const date = `${order.atSeconds} +0000`;
  const env = {
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
    GIT_COMMITTER_DATE: date,
  };
  const input = order.message.endsWith('\n') ? order.message : `${order.message}\n`;
  return git.text(['commit-tree', tree, '-p', order.onto], { on: 'shadow', env, input });
}

/**
 * A merge may change the content of the patch's files, never another file. False where it would take back a mode of the
 * head that the patch does not speak of: of a file that both added, `git apply` silently takes the patch's.
 */
async function expectPaths(reader: ObjectReader, order: CandidateOrder, tree: string): Promise<boolean> {
  const allowed = new Map(patchEdits(order.files).map((edit) => [edit.path, edit]));
  const changes = await diffTrees(reader, await treeOf(reader, order.onto), tree);
  const stray = changes.find((change) => !allowed.has(change.path));
  if (stray !== undefined)
    throw new Bug(`Merging patch ${order.changeId} changed ${stray.path}, which it does not name`);
  return !changes.some(({ path, old, new: now }) => {
    const isNew = allowed.get(path)?.old === null;
    return isNew && old !== null && now !== null && old.mode !== now.mode;
  });
}

interface Refusal {
  readonly call: GitCall;
  readonly said: string;
}

/** What does not apply may still be joined by git's merge of trees; with an older git the stages of the index have to do. */
async function joinOrTell(place: TrainPorts, order: CandidateOrder, refusal: Refusal): Promise<CandidateOutcome> {
  if (!atLeast(place.git.version, 2, 38)) return staged(place, order, refusal);
  const found = await mergeWithHead(place, order);
  if (found.kind === 'joined') return { ...found, kind: 'built', commit: await commitTree(place, order, found.tree) };
  const { conflict } = found;
  const files = conflict.files.map(({ path }) => path);
  const listed = listConflicts(conflict.files, conflict.moreFiles);
  const message = conflict.joined
    ? `The patch fits the run's head only in files that it does not name: ${listed}`
    : `The patch does not fit the run's head: ${listed}`;
  const { merge, joined: isJoined, onto } = conflict;
  const joined =
    isJoined && merge !== null ? await captureBetween(place.git, onto, await treeOf(place.reader, merge)) : null;
  return { kind: 'conflict', message, files, conflict, ...(joined === null ? {} : { joined }) };
}

async function staged({ git, reader }: TrainPorts, order: CandidateOrder, refusal: Refusal): Promise<CandidateOutcome> {
  const unmerged = await git.text(['ls-files', '--unmerged', '-z'], refusal.call);
  const marked = unmerged.split('\0').map((row) => row.slice(row.indexOf('\t') + 1));
  const changes = await diffTrees(reader, await treeOf(reader, order.base), await treeOf(reader, order.onto));
  const heads = new Map(changes.map((change) => [change.path, change.new]));
  const moved = patchEdits(order.files)
    .map((edit) => edit.path)
    .filter((path) => heads.has(path) || standsInTheWay(path, heads));
  const files = [...new Set(marked.filter((path) => path !== ''))];
  const named = files.length > 0 ? files : moved;
  const details = named.map(
    (path) =>
      `${path} (${standsInTheWay(path, heads) ? 'file and folder' : kindOf(order.files, path, heads.get(path))})`,
  );
  const message =
    details.length > 0
      ? `The patch does not fit the run's head: ${details.join(', ')}`
      : `git could not apply the patch: ${refusal.said.trim().split('\n')[0]?.slice(0, 300)}`;
  return { kind: 'conflict', message, files: named };
}

/** Whether the head made a folder where the patch has a file, or the other way round. */
function standsInTheWay(path: string, heads: ReadonlyMap<string, TreeEntry | null>): boolean {
  return [...heads].some(
    ([other, entry]) => entry !== null && (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)),
  );
}

/** `head` is what the run's head made of the path: null for deleted, undefined for left alone. */
function kindOf(files: readonly FileChange[], path: string, head: TreeEntry | null | undefined): string {
  const file = files.find((one) => one.path === path || one.oldPath === path);
  if (file === undefined) return 'content';
  if (file.change === 'added') return 'both added it';
  if (file.change === 'renamed') return 'rename';
  if (head === null) return 'changed here, deleted there';
  if (file.change === 'deleted') return 'deleted here, changed there';
  if (file.binary) return 'binary';
  return head !== undefined && head.mode !== file.oldMode ? 'mode' : 'content';
}
