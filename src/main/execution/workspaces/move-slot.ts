// Moves a slot to another commit, writing only what differs.
import { rm } from 'node:fs/promises';
import type { Git, PathChange, Trees } from '../../../shared/ports/git.ts';
import { NO_FLUSH, slotCall, type TrackedChange } from './list-changes.ts';
import type { SlotPaths, Written } from './slot.ts';

interface Place {
  readonly git: Git;
  readonly trees: Trees;
}

export interface Move {
  /** Null for a slot that holds nothing yet. */
  readonly from: string | null;
  readonly to: string;
  /** Files that are not as `from` has them; everything else is taken to be. */
  readonly changed: readonly TrackedChange[];
}

/** For more files than that git's way over all of them is as quick. */
const MAX_PATHS = 500;
const SUBMODULE_MODE = '160000';

/**
 * Only the paths that differ are looked at and written, in one process that reads no tree but theirs; the slow way
 * writes whatever is not as the commit has it.
 */
export async function moveSlot(place: Place, paths: SlotPaths, move: Move): Promise<Written> {
  const { from, to, changed } = move;
  if (from === to && changed.length === 0) return [];
  await rm(`${paths.index}.lock`, { force: true });
  const call = slotCall(paths);
  if (from !== null) {
    const names = namesOf(from === to ? [] : await place.trees.changed(from, to), changed);
    const source = ['restore', `--source=${to}`, '--staged', '--worktree', '--no-overlay', '--quiet'];
    const args = ['--literal-pathspecs', ...source, '--pathspec-from-file=-', '--pathspec-file-nul'];
    if (names?.length === 0) return names; // the same files under another commit
    const input = names?.map((name) => `${name}\0`).join('');
    const restored = input && (await place.git.run([...NO_FLUSH, ...args], { ...call, input, ok: [0, 1, 128] }));
    if (restored && restored.exitCode === 0) return names ?? [];
  }
  await place.git.run([...NO_FLUSH, '-c', 'index.version=4', 'read-tree', '--reset', '-u', to], call);
  return 'all';
}

/** Null where paths alone do not say it all: too many, no text, submodules, a file in the place of a folder. */
function namesOf(moved: readonly PathChange[], changed: readonly TrackedChange[]): readonly string[] | null {
  if (changed.some(({ nameable }) => !nameable) || moved.some(({ path }) => path.includes('\ufffd'))) return null;
  if (moved.some(({ entry }) => entry?.mode === SUBMODULE_MODE)) return null;
  const names = [...new Set([...moved, ...changed].map(({ path }) => path))].sort();
  if (names.length > MAX_PATHS) return null;
  const isInTheWay = names.some((name) => names.some((other) => other.startsWith(`${name}/`)));
  return isInTheWay ? null : names;
}
