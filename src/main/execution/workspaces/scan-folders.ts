// Finds what lies in a workspace beside the files of its commit, by looking only into folders that were changed.
import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../../../shared/ports/clock.ts';
import { FOLDER_MODE, type TreeEntry, type Trees } from '../../../shared/ports/git.ts';
import type { Oddities } from './find-oddities.ts';

/** By folder: what the system said of it when it held nothing but the commit's files. */
export type FolderMarks = Map<string, string>;

export interface ScanOrder {
  readonly work: string;
  readonly commit: string;
  /** Folders of the commit, parents first. */
  readonly folders: readonly string[];
  readonly trees: Trees;
  /** Brought up to date. */
  readonly marks: FolderMarks;
  /** The time of the machine, as its file system uses it. */
  readonly clock: Clock;
}

export interface FolderScan extends Oddities {
  /** Entries that the commit does not have, or has as something else; the root's own `.git` left out. */
  readonly fresh: readonly string[];
}

/** More changed folders than that are listed faster by git, all at once. */
const MAX_CHANGED = 64;
const SLICE = 200;
/** Times of files may be as coarse as that: what changed so shortly before it was looked at may change unseen. */
const COARSEST_MS = 2_000;
const SUBMODULE_MODE = '160000';

interface Changed {
  readonly folder: string;
  readonly stat: Stats;
}

/** Null where looking at everything is the better way: too much changed, or a name is no text. */
export async function scanFolders(order: ScanOrder): Promise<FolderScan | null> {
  const changed = await changedFolders(order);
  if (changed.length > MAX_CHANGED) return null;
  const found = {
    fresh: [] as string[],
    repositories: [] as string[],
    specials: [] as string[],
    locked: [] as string[],
  };
  for (const { folder, stat } of changed) {
    const before = found.fresh.length + found.repositories.length + found.specials.length + found.locked.length;
    const isLocked = process.platform !== 'win32' && (stat.mode & 0o700) !== 0o700;
    if (isLocked) found.locked.push(folder);
    const entries = entriesOf(join(order.work, folder));
    if (entries.some(({ name }) => name.includes('\ufffd'))) return null;
    const tracked = await order.trees.folder(order.commit, folder);
    if (tracked === null) return null;
    for (const entry of entries) sort(entry, { folder, tracked, found });
    const after = found.fresh.length + found.repositories.length + found.specials.length + found.locked.length;
    if (after === before) keepMark(order, folder, stat);
    else order.marks.delete(folder);
  }
  return found;
}

/** To be taken before everything is listed; what the listing finds in a folder makes its mark worthless. */
export async function takeMarks(order: Pick<ScanOrder, 'work' | 'folders' | 'clock'>): Promise<FolderMarks> {
  const marks: FolderMarks = new Map();
  for (const { folder, stat } of await changedFolders({ ...order, marks: new Map() }))
    keepMark({ ...order, marks }, folder, stat);
  return marks;
}

/** Not those that are gone or no folders any more: that shows in the folder above, and in the files below. */
async function changedFolders(order: Pick<ScanOrder, 'work' | 'folders' | 'marks'>): Promise<readonly Changed[]> {
  const changed: Changed[] = [];
  const real = new Set<string>();
  for (const [at, folder] of ['', ...order.folders].entries()) {
    if (at % SLICE === SLICE - 1) await breathe();
    const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    if (folder !== '' && !real.has(parent)) continue;
    const stat = lstatSync(join(order.work, folder), { throwIfNoEntry: false });
    if (!stat?.isDirectory()) continue;
    real.add(folder);
    if (order.marks.get(folder) !== markOf(stat)) changed.push({ folder, stat });
  }
  return changed;
}

function markOf({ mtimeMs, ctimeMs, ino, mode }: Stats): string {
  return `${mtimeMs} ${ctimeMs} ${ino} ${mode}`;
}

function keepMark({ marks, clock }: Pick<ScanOrder, 'marks' | 'clock'>, folder: string, stat: Stats): void {
  if (Math.max(stat.mtimeMs, stat.ctimeMs) < clock.now() - COARSEST_MS) marks.set(folder, markOf(stat));
  else marks.delete(folder);
}

interface Sorting {
  readonly folder: string;
  readonly tracked: ReadonlyMap<string, TreeEntry>;
  readonly found: Readonly<Record<'fresh' | 'repositories' | 'specials', string[]>>;
}

function sort(entry: Dirent, { folder, tracked, found }: Sorting): void {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (path === '.git') return;
  const isSpecial = !entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink();
  const mode = tracked.get(entry.name)?.mode;
  const isTracked = mode !== undefined && (mode === FOLDER_MODE || mode === SUBMODULE_MODE) === entry.isDirectory();
  if (isSpecial) found.specials.push(path);
  else if (entry.name.toLowerCase() === '.git' && folder !== '') found.repositories.push(path);
  else if (!isTracked) found.fresh.push(path);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // locked, and reported as such
  }
}
