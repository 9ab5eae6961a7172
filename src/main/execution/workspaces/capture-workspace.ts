// Turns what a tool left in its workspace into a patch, from outside and against the pinned base.
import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { CapturedPatch } from '../../../shared/domain/patch.ts';
import { present } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { type Git, type GitCall, PATCH_DIFF } from '../../../shared/ports/git.ts';
import { type CollectOrder, collectChanges, patchTooLarge } from './collect-changes.ts';
import { countHunks, parseChanges, splitAccount } from './parse-changes.ts';
import type { SlotPaths } from './slot.ts';
import { stageChange } from './stage-change.ts';

export interface NotedCapture {
  readonly patch: CapturedPatch | null;
  readonly notes: readonly string[];
}

const DIFF_BYTES = LIMITS.patchMaxBytes * 8;
/** The change list and the counts first, then the patch: one comparison for both. */
const ACCOUNT = [...PATCH_DIFF, '-z', '--raw', '--numstat', '--abbrev=64'];

/** Rejects with `E_PATCH_TOO_LARGE`, `E_TOOL_FAILURE` (the folder itself is gone astray) or `E_GIT`; nothing in the workspace changes. */
export async function captureWorkspace(order: CollectOrder): Promise<NotedCapture> {
  const { git, trees, slot } = order;
  const base = present(slot.state.commit, `commit of workspace ${slot.name}`);
  await checkFolder(slot.paths);
  const changes = await collectChanges(order);
  if (changes.add.length + changes.remove.length === 0) return { patch: null, notes: changes.notes };
  const staged = await stageChange({ git, trees, paths: slot.paths, base, changes });
  const patch = await describeChange(git, { base, tree: staged.tree, work: slot.paths.work });
  return { patch, notes: [...changes.notes, ...staged.notes] };
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

interface Change {
  readonly base: string;
  readonly tree: string;
  readonly work: string;
}

/** Null when the trees are the same, for example after a file was touched and not changed. */
export async function describeChange(git: Git, { base, tree, work }: Change): Promise<CapturedPatch | null> {
  const call: GitCall = { on: 'shadow', maxBytes: DIFF_BYTES };
  const { stdout } = await git.run([...ACCOUNT, base, tree], call).catch((error) => {
    if (error instanceof PatchbayError && error.code === 'E_OUTPUT_LIMIT')
      throw patchTooLarge(work, 'The diff is too long');
    throw error;
  });
  const [list, diff] = splitAccount(stdout);
  const files = parseChanges(list);
  if (files.length === 0) return null;
  return {
    base,
    tree,
    diff,
    sha256: createHash('sha256').update(diff).digest('hex'),
    files,
    insertions: files.reduce((sum, file) => sum + file.insertions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    hunks: countHunks(diff),
  };
}
