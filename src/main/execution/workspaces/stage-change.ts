// Writes what a workspace changed as a tree: the new contents by git, the tree from the base's and nothing else.
import { readFile, rm } from 'node:fs/promises';
import { Bug } from '../../../shared/lib/assert.ts';
import type { Git, GitCall, PathChange, TreeEntry, Trees } from '../../../shared/ports/git.ts';
import type { CollectedChanges } from './collect-changes.ts';
import { copyIndex } from './copy-index.ts';
import { slotCall } from './list-changes.ts';
import type { SlotPaths } from './slot.ts';

export interface StageOrder {
  readonly git: Git;
  readonly trees: Trees;
  readonly paths: SlotPaths;
  readonly base: string;
  readonly changes: CollectedChanges;
}

export interface StagedChange {
  readonly tree: string;
  /** About names that git refuses everywhere. */
  readonly notes: readonly string[];
}

/** Above so many new objects, one flush for all of them instead of one each: 20 000 flushes take minutes. */
const BATCH_FILES = 64;

/** Durable when it resolves; the workspace's own index stays as it is. */
export async function stageChange(order: StageOrder): Promise<StagedChange> {
  // Windows has no executable bit on files: there the mode comes from the whole index.
  const staged = process.platform === 'win32' ? null : await stageByTrees(order);
  return staged ?? stageByIndex(order);
}

/** An index of the changed files only, whose contents git writes. Null where the changes do not fit into the base's trees one by one. */
export async function stageByTrees({ git, trees, paths, base, changes }: StageOrder): Promise<StagedChange | null> {
  return onIndex(paths, async (call) => {
    const notes = await addFiles(git, call, changes.add);
    const entries = changes.add.length === 0 ? [] : readIndex(await readFile(paths.captureIndex));
    // What vanished meanwhile is a deletion, or nothing: the whole index knows.
    if (entries.length + notes.length !== changes.add.length) return null;
    const gone = changes.remove.map((path): PathChange => ({ path, entry: null }));
    const tree = await trees.replace(base, [...gone, ...entries]);
    return tree === null ? null : { tree, notes };
  });
}

/** On a copy of the whole index, which knows how one file takes the place of another. */
export async function stageByIndex({ git, paths, base, changes }: StageOrder): Promise<StagedChange> {
  return onIndex(paths, async (call) => {
    await copyIndex(paths.index, paths.captureIndex);
    // Removals first: a file may have become a folder.
    if (changes.remove.length > 0) {
      const input = changes.remove.map((path) => `0 ${'0'.repeat(base.length)}\t${path}\0`).join('');
      await git.run(['update-index', '-z', '--index-info'], { ...call, input });
    }
    const notes = await addFiles(git, call, changes.add);
    return { tree: await git.text(['write-tree'], call), notes };
  });
}

async function onIndex<T>(paths: SlotPaths, work: (call: GitCall) => Promise<T>): Promise<T> {
  // A git that was killed while it captured leaves the lock of an index that only we use, one capture at a time.
  await rm(`${paths.captureIndex}.lock`, { force: true });
  await rm(paths.captureIndex, { force: true });
  try {
    return await work({ ...slotCall(paths), indexFile: paths.captureIndex });
  } finally {
    await rm(paths.captureIndex, { force: true });
  }
}

async function addFiles(git: Git, call: GitCall, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const input = paths.map((path) => `${path}\0`).join('');
  const batch = paths.length > BATCH_FILES ? ['-c', 'core.fsyncMethod=batch'] : [];
  const args = ['-c', 'index.version=2', 'update-index', '-z', '--add', '--remove', '--replace', '--stdin'];
  const { stderr } = await git.run([...batch, ...args], { ...call, input });
  const refused = [...stderr.matchAll(/^Ignoring path (.*)$/gm)].map((found) => found[1]);
  return refused.map((path) => `The file name ${path} is not allowed in a repository; it is not part of the patch.`);
}

const ENTRY_BYTES = 62;

/** What an index of version 2 holds. */
function readIndex(bytes: Buffer): readonly { readonly path: string; readonly entry: TreeEntry }[] {
  const version = bytes.readUInt32BE(4);
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || version !== 2)
    throw new Bug(`git wrote an index of version ${version}`);
  const count = bytes.readUInt32BE(8);
  let at = 12;
  return Array.from({ length: count }, () => {
    const mode = bytes.readUInt32BE(at + 24).toString(8);
    const oid = bytes.toString('hex', at + 40, at + 60);
    const end = bytes.indexOf(0, at + ENTRY_BYTES);
    const path = bytes.toString('utf8', at + ENTRY_BYTES, end);
    // Names end in one to eight zeros, up to a whole number of eight bytes.
    at += Math.floor((end - at + 8) / 8) * 8;
    return { path, entry: { mode, oid } };
  });
}
