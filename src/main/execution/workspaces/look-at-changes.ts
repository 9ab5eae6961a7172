// What a workspace has changed so far, while its tool works: on a copy of the index, so that nobody notices.
import { rm } from 'node:fs/promises';
import type { LineRange } from '../../../shared/domain/conflict.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { PartialChange } from '../../../shared/domain/overlap.ts';
import type { Git, GitCall } from '../../../shared/ports/git.ts';
import { copyIndex } from './copy-index.ts';
import { listNewFiles, slotCall } from './list-changes.ts';
import type { SlotPaths } from './slot.ts';

/** More output than that says nothing that a person would read; then only the names are told. */
const DIFF_BYTES = 4 * 1024 * 1024;
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+/;

/** At most as many files and places as the limits say. The tool may write while it is looked at: then this is from before or after. */
export async function lookAtChanges(git: Git, paths: SlotPaths): Promise<readonly PartialChange[]> {
  const indexFile = `${paths.index}.look`;
  const call: GitCall = { ...slotCall(paths), indexFile };
  await copyIndex(paths.index, indexFile);
  try {
    const changed = await trackedPlaces(git, call);
    const { paths: added } = await listNewFiles(git, call);
    return [...changed, ...added.map((path) => ({ path, places: null }))].slice(0, LIMITS.overlapFiles);
  } finally {
    await rm(indexFile, { force: true });
  }
}

async function trackedPlaces(git: Git, call: GitCall): Promise<readonly PartialChange[]> {
  const args = ['diff-files', '-p', '-U0', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const { stdout } = await git.run(args, { ...call, maxBytes: DIFF_BYTES });
  return readPlaces(Buffer.from(stdout).toString('utf8'));
}

/** Names in quotes are odd ones; what cannot be named is not told. */
function readPlaces(diff: string): readonly PartialChange[] {
  const found: { path: string; places: LineRange[] | null }[] = [];
  for (const line of diff.split('\n')) {
    const file = /^diff --git a\/(.+) b\/\1$/.exec(line);
    const hunk = HUNK.exec(line);
    const last = found.at(-1);
    if (file !== null) found.push({ path: file[1] ?? '', places: [] });
    else if (last === undefined) continue;
    else if (hunk !== null) {
      const lines = Number(hunk[2] ?? 1);
      const start = Number(hunk[1]) + (lines === 0 ? 1 : 0);
      if (last.places !== null && last.places.length < LIMITS.overlapPlaces) last.places.push({ start, lines });
    } else if (line.startsWith('deleted file mode ') || line.startsWith('Binary files ')) last.places = null;
  }
  return found;
}
