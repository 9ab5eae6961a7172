// Finds the slots of an earlier process, and deletes what nobody knows.
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Log } from '../../../shared/ports/log.ts';
import { removePath } from './remove-path.ts';
import { newSlot, readState, SLOT_NAME, type Slot } from './slot.ts';

export interface SlotStore {
  readonly root: string;
  readonly log: Log;
  readonly ids: Ids;
  /** By name. */
  readonly slots: Map<string, Slot>;
  readonly background: Set<Promise<unknown>>;
}

/** Slots that were handed out, kept or free. One that was being made when the process died was never handed out, and goes. */
export async function loadSlots(store: SlotStore): Promise<readonly Slot[]> {
  const { root } = store;
  for (const name of ['private', 'trash']) await mkdir(join(root, name), { recursive: true });
  const names = new Set([...(await readdir(root)), ...(await readdir(join(root, 'private')))]);
  for (const name of [...names].filter((candidate) => SLOT_NAME.test(candidate))) {
    const slot = newSlot(root, name);
    const state = await readState(slot.paths);
    if (state === null || state.status === 'preparing') await discardSlot(store, slot);
    else store.slots.set(name, { ...slot, state });
  }
  for (const name of await readdir(join(root, 'trash'))) sweep(store, join(root, 'trash', name));
  return [...store.slots.values()];
}

/** Moves the folder out of the way at once and deletes it in the background; what Windows still holds goes at the next start. */
export async function discardSlot(store: SlotStore, { name, paths }: Slot): Promise<void> {
  await removePath(paths.private);
  const trash = join(store.root, 'trash', store.ids.next());
  try {
    await rename(paths.folder, trash);
  } catch (error) {
    // Without its state file the next start discards it again; until then its name stays taken.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      return store.log('warn', 'A workspace is held open', { folder: paths.folder });
  }
  store.slots.delete(name);
  sweep(store, trash);
}

function sweep(store: SlotStore, path: string): void {
  const work = removePath(path).catch((error) =>
    store.log('warn', 'A folder could not be deleted yet', { path, error: String(error) }),
  );
  store.background.add(work);
  void work.finally(() => store.background.delete(work));
}
