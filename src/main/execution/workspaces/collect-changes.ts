// Decides, file by file, what of a workspace goes into its patch, and says what does not.
import { accessSync, constants, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import picomatch from 'picomatch';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { present } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Git, Trees } from '../../../shared/ports/git.ts';
import { findOddities, type Oddities } from './find-oddities.ts';
import { listNewBelow, listNewFiles, listTrackedChanges, type PathList, slotCall } from './list-changes.ts';
import { fileMark } from './manifest.ts';
import { scanFolders } from './scan-folders.ts';
import { PLAIN_KEY } from './setup-key.ts';
import type { Slot } from './slot.ts';

export interface CollectOrder {
  readonly git: Git;
  readonly trees: Trees;
  readonly clock: Clock;
  readonly slot: Slot;
  readonly litter: readonly string[];
  /** Folders of the base commit. */
  readonly folders: readonly string[];
}

export interface CollectedChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Sentences for people. */
  readonly notes: readonly string[];
}

/** Content beyond this makes a patch that no policy lets pass; it would still be stored in the user's repository. */
const CONTENT_BYTES = LIMITS.patchMaxBytes * 8;
const SLICE = 400;
const REPOSITORY_DEPTH = 4;

export async function collectChanges(order: CollectOrder): Promise<CollectedChanges> {
  const { git, slot } = order;
  const { work } = slot.paths;
  const [changed, { listed, oddities }] = await Promise.all([
    listTrackedChanges(git, slotCall(slot.paths)),
    listNew(order),
  ]);
  const tracked = changed.filter((change) => change.nameable);
  const opened = await openRepositories(order, listed, REPOSITORY_DEPTH);
  const fresh = opened.paths.filter(wanted(order));
  const remove = tracked.filter((change) => change.deleted).map((change) => change.path);
  const present = [...tracked.filter((change) => !change.deleted).map((change) => change.path), ...fresh];
  const sorted = await sortFiles(work, present);
  const isTracked = new Set(tracked.map((change) => change.path));
  const replaced = sorted.special.filter((path) => isTracked.has(path));
  const repositories = [...oddities.repositories, ...listed.paths.filter((path) => path.endsWith('/'))];
  const unnameable = [...changed.filter((change) => !change.nameable).map(({ path }) => path), ...opened.unnameable];
  return {
    add: sorted.files,
    remove: [...remove, ...replaced],
    notes: [
      ...note(
        'a repository of its own was made in',
        repositories,
        'its files were taken as plain files, its history was not',
      ),
      ...note('no regular file:', [...new Set([...oddities.specials, ...sorted.special])], 'not part of the patch'),
      ...note('could not be read:', sorted.unreadable, 'not part of the patch'),
      ...note('a file name is not valid UTF-8:', unnameable, 'not part of the patch'),
    ],
  };
}

interface NewFiles {
  readonly listed: PathList;
  readonly oddities: Oddities;
}

/** More names than that do not fit on every system's command line. */
const MAX_NAMED = 100;
const MAX_NAMED_CHARACTERS = 16 * 1024;

/** Looks only where something was changed, if it can; what a set-up made is beside the commit's files everywhere. */
async function listNew(order: CollectOrder): Promise<NewFiles> {
  const { git, slot, folders, trees, clock } = order;
  const { work } = slot.paths;
  const call = slotCall(slot.paths);
  if (slot.state.setupKey === PLAIN_KEY) {
    const commit = present(slot.state.commit, `commit of workspace ${slot.name}`);
    const scan = await scanFolders({ work, commit, folders, trees, marks: slot.folderMarks, clock });
    if (scan !== null && scan.fresh.length === 0) return { listed: { paths: [], unnameable: [] }, oddities: scan };
    const isShort = scan !== null && scan.fresh.length <= MAX_NAMED && scan.fresh.join().length <= MAX_NAMED_CHARACTERS;
    if (isShort) return { listed: await listNewBelow(git, call, scan.fresh), oddities: scan };
  }
  const [listed, oddities] = await Promise.all([listNewFiles(git, call), findOddities(work, folders)]);
  return { listed, oddities };
}

/** A repository inside the workspace is listed as one folder; its files are what the tool wrote, so they are taken. */
async function openRepositories(order: CollectOrder, listed: PathList, depth: number): Promise<PathList> {
  const paths: string[] = [];
  const unnameable = [...listed.unnameable];
  for (const path of listed.paths) {
    if (!path.endsWith('/')) paths.push(path);
    else if (depth > 0) {
      const workTree = join(order.slot.paths.work, path);
      const noIndex = `${order.slot.paths.captureIndex}.none`;
      const inside = await listNewFiles(order.git, { ...slotCall(order.slot.paths), workTree, indexFile: noIndex });
      const below = (names: readonly string[]) => names.map((inner) => path + inner);
      const deeper = { paths: below(inside.paths), unnameable: below(inside.unnameable) };
      const opened = await openRepositories(order, deeper, depth - 1);
      paths.push(...opened.paths);
      unnameable.push(...opened.unnameable);
    }
  }
  return { paths, unnameable };
}

/** Copied files, untouched results of set-up and the tool's litter stay out. */
function wanted({ slot, litter }: CollectOrder): (path: string) => boolean {
  // As in .gitignore: a pattern without a slash matches at any depth.
  const globs = litter.map((glob) => (glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`));
  const isLitter = picomatch(globs, { dot: true });
  const { copied } = slot.state;
  return (path) =>
    !copied.some((name) => path === name || path.startsWith(`${name}/`)) &&
    !(globs.length > 0 && isLitter(path)) &&
    !(slot.manifest?.has(path) && slot.manifest.get(path) === fileMark(join(slot.paths.work, path)));
}

interface SortedFiles {
  readonly files: readonly string[];
  readonly special: readonly string[];
  readonly unreadable: readonly string[];
}

/** Throws `E_PATCH_TOO_LARGE`. Opens nothing: reading a pipe would wait for a writer. */
async function sortFiles(work: string, paths: readonly string[]): Promise<SortedFiles> {
  const sorted = { files: [] as string[], special: [] as string[], unreadable: [] as string[] };
  let bytes = 0;
  for (const [at, path] of paths.entries()) {
    if (at % SLICE === SLICE - 1) await breathe();
    const stat = lstatSync(join(work, path), { throwIfNoEntry: false });
    if (stat?.isFile() && !isReadable(join(work, path))) sorted.unreadable.push(path);
    else if (stat?.isFile() || stat?.isSymbolicLink()) sorted.files.push(path);
    else if (stat) sorted.special.push(path);
    bytes += stat?.size ?? 0;
  }
  if (bytes > CONTENT_BYTES) throw patchTooLarge(work, `${bytes} bytes in ${paths.length} files were changed`);
  return sorted;
}

export function patchTooLarge(work: string, what: string): PatchbayError {
  return new PatchbayError(
    'E_PATCH_TOO_LARGE',
    `${what}; a patch may come from at most ${CONTENT_BYTES} bytes. The workspace is kept: ${work}`,
    'Split the task, add what the tool generates to .gitignore or to its litter, and look into the kept folder for the work.',
    { work, limit: CONTENT_BYTES },
  );
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** One sentence, or none; names three and counts the rest. */
function note(what: string, paths: readonly string[], consequence: string): readonly string[] {
  if (paths.length === 0) return [];
  const rest = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return [`In the workspace, ${what} ${paths.slice(0, 3).join(', ')}${rest}; ${consequence}.`];
}
