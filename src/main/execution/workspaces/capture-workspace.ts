// Turns what a tool left in its workspace into a patch, from outside and against the pinned base.
import { createHash } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { CapturedPatch } from '../../../shared/domain/patch.ts';
import { present } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { DIFF_TREE, type Git, type GitCall, PATCH_DIFF } from '../../../shared/ports/git.ts';
import { type CollectedChanges, type CollectOrder, collectChanges, patchTooLarge } from './collect-changes.ts';
import { copyIndex } from './copy-index.ts';
import { slotCall } from './list-changes.ts';
import { countHunks, parseChanges } from './parse-changes.ts';
import type { SlotPaths } from './slot.ts';

export interface NotedCapture {
  readonly patch: CapturedPatch | null;
  readonly notes: readonly string[];
}

/** Above so many new objects, one flush for all of them instead of one each: 20 000 flushes take minutes. */
const BATCH_FILES = 64;
const DIFF_BYTES = LIMITS.patchMaxBytes * 8;
const SUMMARY = [...DIFF_TREE, '-z', '--raw', '--numstat', '--abbrev=64'];

/** Rejects with `E_PATCH_TOO_LARGE`, `E_TOOL_FAILURE` (the folder itself is gone astray) or `E_GIT`; nothing in the workspace changes. */
export async function captureWorkspace(order: CollectOrder): Promise<NotedCapture> {
  const { git, slot } = order;
  const base = present(slot.state.commit, `commit of workspace ${slot.name}`);
  await checkFolder(slot.paths);
  const changes = await collectChanges(order);
  if (changes.add.length + changes.remove.length === 0) return { patch: null, notes: changes.notes };
  // A git that was killed while it captured leaves the lock of an index that only we use, one capture at a time.
  await rm(`${slot.paths.captureIndex}.lock`, { force: true });
  await copyIndex(slot.paths.index, slot.paths.captureIndex);
  try {
    const call = { ...slotCall(slot.paths), indexFile: slot.paths.captureIndex };
    const refused = await stage(git, call, changes, base.length);
    const tree = await git.text(['write-tree'], call);
    const patch = await describeChange(git, { base, tree, work: slot.paths.work });
    return { patch, notes: [...changes.notes, ...refused] };
  } finally {
    await rm(slot.paths.captureIndex, { force: true });
  }
}

/** A tool may delete its whole folder: then everything was deleted. A link in its place leads to what is not ours. */
async function checkFolder(paths: SlotPaths): Promise<void> {
  for (const folder of [paths.folder, paths.work]) {
    const stat = await lstat(folder).catch(() => null);
    if (stat === null) await mkdir(folder);
    else if (!stat.isDirectory()) {
      throw new PatchbayError(
        'E_TOOL_FAILURE',
        `The tool replaced its workspace ${folder} by something else; what lies behind it was not taken`,
        'Look at what the tool does with its own folder; its work cannot be told from the rest of the machine.',
        { folder },
      );
    }
  }
}

/** Removals first: a file may have become a folder. Returns notes about names that git refuses everywhere. */
async function stage(
  git: Git,
  call: GitCall,
  changes: CollectedChanges,
  oidLength: number,
): Promise<readonly string[]> {
  const { add, remove } = changes;
  if (remove.length > 0) {
    const input = remove.map((path) => `0 ${'0'.repeat(oidLength)}\t${path}\0`).join('');
    await git.run(['update-index', '-z', '--index-info'], { ...call, input });
  }
  if (add.length === 0) return [];
  const input = add.map((path) => `${path}\0`).join('');
  const batch = add.length > BATCH_FILES ? ['-c', 'core.fsyncMethod=batch'] : [];
  const args = [...batch, 'update-index', '-z', '--add', '--remove', '--replace', '--stdin'];
  const { stderr } = await git.run(args, { ...call, input });
  const refused = [...stderr.matchAll(/^Ignoring path (.*)$/gm)].map((found) => found[1]);
  return refused.map((path) => `The file name ${path} is not allowed in a repository; it is not part of the patch.`);
}

interface Change {
  readonly base: string;
  readonly tree: string;
  readonly work: string;
}

/** Null when the trees are the same, for example after a file was touched and not changed. */
export async function describeChange(git: Git, { base, tree, work }: Change): Promise<CapturedPatch | null> {
  const call: GitCall = { on: 'shadow', maxBytes: DIFF_BYTES };
  const [diff, summary] = await Promise.all([
    git.run([...PATCH_DIFF, base, tree], call),
    git.run([...SUMMARY, base, tree], call),
  ]).catch((error) => {
    if (error instanceof PatchbayError && error.code === 'E_OUTPUT_LIMIT')
      throw patchTooLarge(work, 'The diff is too long');
    throw error;
  });
  const files = parseChanges(summary.stdout);
  if (files.length === 0) return null;
  return {
    base,
    tree,
    diff: diff.stdout,
    sha256: createHash('sha256').update(diff.stdout).digest('hex'),
    files,
    insertions: files.reduce((sum, file) => sum + file.insertions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    hunks: countHunks(diff.stdout),
  };
}
