// Brings a used slot back to its commit, by deleting and restoring only what differs.

import { lstatSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Git, Trees } from '../../../shared/ports/git.ts';
import { findOddities } from './find-oddities.ts';
import {
  listTracked,
  listTrackedChanges,
  listUntracked,
  listUntrackedFolders,
  NO_FLUSH,
  type PathList,
  slotCall,
} from './list-changes.ts';
import { fileMark, loadManifest, type Manifest } from './manifest.ts';
import { moveSlot } from './move-slot.ts';
import { removePath } from './remove-path.ts';
import { scanFolders, takeMarks } from './scan-folders.ts';
import { PLAIN_KEY } from './setup-key.ts';
import { noteWritten, SLOT_ENTRIES, type Slot, writeState } from './slot.ts';
import type { FindTrackedFolders } from './tracked-folders.ts';

export interface CleanOrder {
  readonly git: Git;
  readonly slot: Slot;
  readonly tracked: FindTrackedFolders;
  readonly trees: Trees;
  readonly clock: Clock;
  /** The commit to leave it at; null is the one that it has. */
  readonly next: () => string | null;
}

/** Something that goes on making files while we delete them is not waited for. */
const SCANS = 3;

/** False when the slot must not be used again: it is no folder any more, what set-up made was changed, or a name in it is not UTF-8. */
export async function cleanSlot(order: CleanOrder): Promise<boolean> {
  const { git, slot } = order;
  const { paths, state } = slot;
  if (!(await isFolder(paths.folder)) || !(await isFolder(paths.work)) || state.setupKey === null) return false;
  const { commit } = state;
  if (commit === null) return false; // it was on its way when the engine died
  await rm(`${paths.index}.lock`, { force: true });
  await emptyPrivateFolders(slot);
  for (const path of ['.git', ...state.copied]) await removePath(join(paths.work, path));
  if (!(await removeOthers(order, commit))) return false;
  await dropReadOnly(git, slot);
  const next = order.next();
  if (next === null || next === commit) await restoreTracked(git, slot);
  else await restoreAndMove(order, commit, next);
  return true;
}

/** Home, tmp, and whatever a tool wrote beside them. */
export async function emptyPrivateFolders({ paths }: Slot): Promise<void> {
  for (const name of await readdir(paths.folder)) {
    if (name !== 'work') await removePath(join(paths.folder, name));
  }
  for (const name of SLOT_ENTRIES) await mkdir(join(paths.folder, name), { recursive: true });
}

/** Writes tracked files as the index has them. */
export async function restoreTracked(git: Git, slot: Slot): Promise<void> {
  const { paths } = slot;
  const call = slotCall(paths);
  const from = Date.now();
  const changed = await listTrackedChanges(git, call);
  if (changed.length === 0) return settleIndex(paths.index, from);
  const input = changed.map(({ path }) => `${path}\0`).join('');
  await git.run([...NO_FLUSH, 'checkout-index', '-f', '-u', '-q', '-z', '--stdin'], { ...call, input });
  noteWritten(
    slot,
    changed.map(({ path }) => path),
  );
}

const SLICE = 400;
/** Whatever was written longer ago than that has another second than what happens now. */
const SAME_SECOND_MS = 2_000;

/** A file that its owner may not read or write is deleted, so that git makes it again. */
async function dropReadOnly(git: Git, slot: Slot): Promise<void> {
  if (process.platform === 'win32') return;
  const { work } = slot.paths;
  const lookedAtMs = Date.now();
  const all = slot.written.some(({ files }) => files === 'all');
  const paths = all ? (await listTracked(git, slotCall(slot.paths))).paths : slot.written.flatMap(({ files }) => files);
  for (const [at, path] of paths.entries()) {
    if (at % SLICE === SLICE - 1) await breathe();
    const found = lstatSync(join(work, path), { throwIfNoEntry: false });
    if (found?.isFile() && (found.mode & 0o600) !== 0o600) await removePath(join(work, path));
  }
  slot.written = slot.written.filter(({ atMs }) => lookedAtMs - atMs <= SAME_SECOND_MS);
}

/** As the next commit has them. */
async function restoreAndMove({ git, trees, slot }: CleanOrder, from: string, to: string): Promise<void> {
  const changed = await listTrackedChanges(git, slotCall(slot.paths));
  await writeState(slot, { commit: null });
  noteWritten(slot, await moveSlot({ git, trees }, slot.paths, { from, to, changed }));
  await writeState(slot, { commit: to });
}

/**
 * git reads again, each time, every file that has the second of the index's own time or a later one. All of these were
 * just found to be as the index says, so that the index may be as young as the second in which the look began; the clock of
 * a file system may be late by a tick.
 */
async function settleIndex(index: string, lookedAtMs: number): Promise<void> {
  const second = Math.floor((lookedAtMs - 100) / 1_000);
  const { mtimeMs } = await stat(index);
  if (Math.floor(mtimeMs / 1_000) < second) await utimes(index, second, second);
}

/** Everything that is not the commit's, found by looking into the folders that were changed, or into all. */
async function removeOthers(order: CleanOrder, commit: string): Promise<boolean> {
  const { git, slot, tracked, trees, clock } = order;
  const { work } = slot.paths;
  const { folders, submodules } = await tracked(commit);
  await emptySubmodules(work, submodules);
  for (let tries = 0; slot.state.setupKey === PLAIN_KEY && tries < SCANS; tries += 1) {
    const scan = await scanFolders({ work, commit, folders, trees, marks: slot.folderMarks, clock });
    if (scan === null) break;
    const others = [...scan.fresh, ...scan.repositories, ...scan.specials];
    if (others.length + scan.locked.length === 0) return true;
    for (const folder of scan.locked) await chmod(join(work, folder), 0o755);
    for (const path of others) await removePath(join(work, path));
  }
  // What changes while it is listed has another mark afterwards.
  const marks = await takeMarks({ work, folders, clock });
  await removeOddities(work, folders);
  if (!(await removeUntracked(git, slot))) return false;
  slot.folderMarks.clear();
  for (const [folder, mark] of marks) slot.folderMarks.set(folder, mark);
  return true;
}

/** What git would neither list nor delete, or could not enter. */
async function removeOddities(work: string, folders: readonly string[]): Promise<void> {
  let oddities = await findOddities(work, folders);
  for (const folder of oddities.locked) await chmod(join(work, folder), 0o755);
  if (oddities.locked.length > 0) oddities = await findOddities(work, folders);
  for (const path of [...oddities.repositories, ...oddities.specials]) await removePath(join(work, path));
}

async function emptySubmodules(work: string, submodules: readonly string[]): Promise<void> {
  for (const path of submodules) {
    const parent = await isFolder(join(work, dirname(path)));
    if (!parent || (await readdir(join(work, path)).catch(() => ['?'])).length === 0) continue;
    await removePath(join(work, path));
    await mkdir(join(work, path));
  }
}

async function removeUntracked(git: Git, slot: Slot): Promise<boolean> {
  const { work } = slot.paths;
  if (slot.state.setupKey !== PLAIN_KEY)
    return removeAllBut(git, slot, slot.manifest ?? (await loadManifest(slot.paths.manifest)));
  const { paths, unnameable } = await listUntrackedFolders(git, slotCall(slot.paths));
  if (unnameable.length > 0) return false; // by text such a file cannot be deleted, but the whole slot can
  for (const path of paths) await removePath(join(work, path));
  return true;
}

/** A file that was added to the results of set-up goes; one that was changed or lost spoils them. */
async function removeAllBut(git: Git, slot: Slot, manifest: Manifest): Promise<boolean> {
  const { work } = slot.paths;
  slot.manifest = manifest;
  for (const [path, mark] of manifest) if (fileMark(join(work, path)) !== mark) return false;
  const { paths, unnameable } = await untrackedFiles(git, slot);
  if (unnameable.length > 0) return false;
  for (const path of paths) {
    if (manifest.has(path)) continue;
    await removePath(join(work, path));
    await removeEmptyParents(work, dirname(path));
  }
  return true;
}

/** Files of repositories inside the workspace included. */
export async function untrackedFiles(git: Git, { paths }: Slot): Promise<PathList> {
  const listed = await listUntracked(git, slotCall(paths));
  const files: string[] = [];
  for (const path of listed.paths) {
    if (!path.endsWith('/')) files.push(path);
    else {
      const inside = await readdir(join(paths.work, path), { recursive: true, withFileTypes: true });
      const entries = inside.filter((entry) => !entry.isDirectory());
      files.push(...entries.map((entry) => relativePath(paths.work, join(entry.parentPath, entry.name))));
    }
  }
  // What Node puts in the place of bytes that are no text.
  const isText = (path: string): boolean => !path.includes('\ufffd');
  return {
    paths: files.filter(isText),
    unnameable: [...listed.unnameable, ...files.filter((path) => !isText(path))],
  };
}

function relativePath(work: string, file: string): string {
  return file.slice(work.length + 1).replaceAll('\\', '/');
}

async function removeEmptyParents(work: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const removed = await rmdir(join(work, folder)).then(
    () => true,
    () => false, // not empty
  );
  if (removed) await removeEmptyParents(work, dirname(folder));
}

async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isDirectory() ?? false;
}
