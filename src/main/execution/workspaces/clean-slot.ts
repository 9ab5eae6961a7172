// Brings a used slot back to its commit, by deleting and restoring only what differs.
import { chmod, lstat, mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { present } from '../../../shared/lib/assert.ts';
import type { Git } from '../../../shared/ports/git.ts';
import { findOddities } from './find-oddities.ts';
import { listTrackedChanges, listUntracked, listUntrackedFolders, type PathList, slotCall } from './list-changes.ts';
import { fileMark, loadManifest, type Manifest } from './manifest.ts';
import { removePath } from './remove-path.ts';
import { SLOT_ENTRIES, type Slot } from './slot.ts';
import type { FindTrackedFolders, TrackedFolders } from './tracked-folders.ts';

export interface CleanOrder {
  readonly git: Git;
  readonly slot: Slot;
  readonly tracked: FindTrackedFolders;
}

/** False when the slot must not be used again: it is no folder any more, what set-up made was changed, or a name in it is not UTF-8. */
export async function cleanSlot({ git, slot, tracked }: CleanOrder): Promise<boolean> {
  const { paths, state } = slot;
  if (!(await isFolder(paths.folder)) || !(await isFolder(paths.work)) || state.setupKey === null) return false;
  const commit = present(state.commit, `commit of workspace ${slot.name}`);
  await rm(`${paths.index}.lock`, { force: true });
  await emptyPrivateFolders(slot);
  for (const path of ['.git', ...state.copied]) await removePath(join(paths.work, path));
  await removeOddities(paths.work, await tracked(commit));
  if (!(await removeUntracked(git, slot))) return false;
  await restoreTracked(git, slot);
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
export async function restoreTracked(git: Git, { paths }: Slot): Promise<void> {
  const call = slotCall(paths);
  const changed = await listTrackedChanges(git, call);
  if (changed.length === 0) return;
  const input = changed.map(({ path }) => `${path}\0`).join('');
  await git.run(['checkout-index', '-f', '-u', '-q', '-z', '--stdin'], { ...call, input });
}

/** What git would neither list nor delete, or could not enter. */
async function removeOddities(work: string, { folders, submodules }: TrackedFolders): Promise<void> {
  let oddities = await findOddities(work, folders);
  for (const folder of oddities.locked) await chmod(join(work, folder), 0o755);
  if (oddities.locked.length > 0) oddities = await findOddities(work, folders);
  for (const path of [...oddities.repositories, ...oddities.specials]) await removePath(join(work, path));
  for (const path of submodules) {
    const parent = await isFolder(join(work, dirname(path)));
    if (!parent || (await readdir(join(work, path)).catch(() => ['?'])).length === 0) continue;
    await removePath(join(work, path));
    await mkdir(join(work, path));
  }
}

async function removeUntracked(git: Git, slot: Slot): Promise<boolean> {
  const { work } = slot.paths;
  if (slot.state.setupKey !== 'plain')
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
