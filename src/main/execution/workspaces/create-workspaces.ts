// The Workspaces port: a pool of slots, each handed out to one use at a time.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { PartialChange } from '../../../shared/domain/overlap.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type {
  StagedPatch,
  StageOrder,
  Workspace,
  WorkspaceOrder,
  Workspaces,
} from '../../../shared/ports/workspaces.ts';
import { captureWorkspace, type NotedCapture } from './capture-workspace.ts';
import { cleanSlot } from './clean-slot.ts';
import { listChangedContent, slotCall } from './list-changes.ts';
import { discardSlot, loadSlots, type SlotStore } from './load-slots.ts';
import { lookAtChanges } from './look-at-changes.ts';
import { loadManifest } from './manifest.ts';
import { moveSlot } from './move-slot.ts';
import { prepareSlot } from './prepare-slot.ts';
import { PLAIN_KEY, setupKey } from './setup-key.ts';
import { newSlot, noteWritten, ROOT_ENTRIES, SLOT_ENTRIES, SLOT_NAME, type Slot, writeState } from './slot.ts';
import { stagePatch } from './stage-patch.ts';
import { trackedFolders } from './tracked-folders.ts';
import type { WorkspacePorts } from './workspace-ports.ts';

/** What the execution room knows beyond the port. */
export interface LocalWorkspaces extends Workspaces {
  captureNoted(workspace: Workspace, litter: readonly string[]): Promise<NotedCapture>;
  /** What a use has changed so far; null for an unknown id and while its folder is made ready. */
  changesSoFar(useId: string): Promise<readonly PartialChange[] | null>;
  /** Absolute paths of entries beside the workspace that no workspace owns. */
  strays(workspace: Workspace): Promise<readonly string[]>;
  /** See `stage-patch.ts`. */
  stagePatch(order: StageOrder): Promise<StagedPatch>;
  /** Ends the set-up that runs for a use; its `acquire` rejects with `E_SETUP_FAILED`. */
  interrupt(useId: string): void;
}

interface Pool extends SlotStore {
  readonly ports: WorkspacePorts;
  readonly tracked: ReturnType<typeof trackedFolders>;
  readonly uses: Map<string, Promise<Slot>>;
  /** Slots being prepared, by use. */
  readonly preparing: Map<string, Slot>;
  /** Where the next use will likely begin. */
  expected: string | null;
}

/** Folders whose work could not be captured; the oldest goes when there are more. */
const KEPT_SLOTS = 8;

/** `root` must be on the machine's own disk, best on the one that holds the repository. */
export function createWorkspaces(ports: WorkspacePorts): LocalWorkspaces {
  const pool: Pool = {
    ports,
    root: ports.root,
    log: ports.log,
    ids: ports.ids,
    slots: new Map(),
    background: new Set(),
    tracked: trackedFolders(ports.git, ports.trees),
    uses: new Map(),
    preparing: new Map(),
    expected: null,
  };
  const loaded = load(pool);
  loaded.catch(() => {}); // every call below meets it
  const captureNoted = (workspace: Workspace, litter: readonly string[]) =>
    loaded.then(() => capture(pool, workspace, litter));
  return {
    acquire: (order) => loaded.then(() => acquire(pool, order)),
    find: (useId) => loaded.then(() => find(pool, useId)),
    capture: async (workspace, litter) => (await captureNoted(workspace, litter)).patch,
    captureNoted,
    stagePatch: (order) => stagePatch(ports.git, order),
    changesSoFar: (useId) => loaded.then(() => changesSoFar(pool, useId)),
    strays: (workspace) => strays(pool, workspace),
    interrupt: (useId) => pool.preparing.get(useId)?.interrupt?.(),
    changed: (useId) => loaded.then(() => changed(pool, useId)),
    release: (useId, then) => loaded.then(() => release(pool, useId, then)),
    expect: (commit) => expectNext(pool, commit),
    close: () => loaded.then(() => settle(pool)),
  };
}

/** Slots of an earlier process: those in use wait to be found, free ones are cleaned again, the rest goes. */
async function load(pool: Pool): Promise<void> {
  for (const slot of await loadSlots(pool)) {
    if (slot.state.status === 'used' && slot.state.useId) pool.uses.set(slot.state.useId, Promise.resolve(slot));
    if (slot.state.status === 'free') clean(pool, slot, Promise.resolve());
  }
}

async function acquire(pool: Pool, order: WorkspaceOrder): Promise<Workspace> {
  const held = pool.uses.get(order.useId);
  if (held) return workspaceOf(await held, order.useId);
  const taking = take(pool, order);
  pool.uses.set(order.useId, taking);
  taking.catch(() => pool.uses.delete(order.useId));
  return workspaceOf(await taking, order.useId);
}

async function take(pool: Pool, order: WorkspaceOrder): Promise<Slot> {
  const { git, trees, spawn, log, hostEnv, checkout, faults } = pool.ports;
  const key = await setupKey(git, order.setup, order.commit);
  const slot = (await takeFree(pool, key, order)) ?? addSlot(pool);
  slot.worker = order.worker ?? null;
  slot.expected = pool.expected;
  pool.preparing.set(order.useId, slot);
  try {
    await prepareSlot({ slot, order, key, git, trees, spawn, log, hostEnv, checkout });
    faults.at('workspace-after-prepare');
    return slot;
  } catch (error) {
    inBackground(pool, discardSlot(pool, slot));
    throw asDiskFault(error, pool.root);
  } finally {
    pool.preparing.delete(order.useId);
  }
}

/** A slot of the same set-up, best one that stands at the same commit and was the worker's. It leaves the pool before anybody waits. */
async function takeFree(pool: Pool, key: string, order: WorkspaceOrder): Promise<Slot | null> {
  for (;;) {
    const free = freeSlots(pool).filter((slot) => slot.state.setupKey === key);
    const slot = nearest(free, order);
    if (slot === undefined) return null;
    slot.state = { ...slot.state, status: 'preparing' };
    if (await slot.ready) return slot;
    inBackground(pool, discardSlot(pool, slot));
  }
}

/** Files that need not be moved weigh more than whose they were. */
function nearest(free: readonly Slot[], { commit, worker = null }: WorkspaceOrder): Slot | undefined {
  const score = (slot: Slot) =>
    (slot.state.commit === commit ? 2 : 0) + (worker !== null && slot.worker === worker ? 1 : 0);
  return free.reduce<Slot | undefined>((best, slot) => {
    return best === undefined || score(slot) > score(best) ? slot : best;
  }, undefined);
}

function freeSlots(pool: Pool): readonly Slot[] {
  return [...pool.slots.values()].filter((slot) => slot.state.status === 'free');
}

function addSlot(pool: Pool): Slot {
  let number = 1;
  while (pool.slots.has(`s${number}`)) number += 1;
  const slot = newSlot(pool.root, `s${number}`);
  pool.slots.set(slot.name, slot);
  return slot;
}

async function find(pool: Pool, useId: string): Promise<Workspace | null> {
  const slot = await pool.uses.get(useId)?.catch(() => null);
  return slot ? workspaceOf(slot, useId) : null;
}

async function capture(pool: Pool, workspace: Workspace, litter: readonly string[]): Promise<NotedCapture> {
  const slot = await pool.uses.get(workspace.useId);
  if (!slot) throw released(workspace);
  const capturing = slot.capturing.then(() => captureSlot(pool, slot, litter));
  slot.capturing = capturing.catch(() => {}); // the caller is told
  return capturing;
}

async function captureSlot(pool: Pool, slot: Slot, litter: readonly string[]): Promise<NotedCapture> {
  const { state, paths } = slot;
  try {
    if (state.setupKey !== PLAIN_KEY) slot.manifest ??= await loadManifest(paths.manifest);
    const { folders } = await pool.tracked(state.commit ?? '');
    const captured = await captureWorkspace({ ...pool.ports, slot, litter, folders });
    slot.keep = false;
    return captured;
  } catch (error) {
    slot.keep = true;
    throw error;
  }
}

function released({ path, useId }: Workspace): PatchbayError {
  return new PatchbayError('E_NOT_FOUND', `Workspace ${path} was released`, 'Retry the task.', { useId });
}

async function strays(pool: Pool, workspace: Workspace): Promise<readonly string[]> {
  const slot = await pool.uses.get(workspace.useId)?.catch(() => null);
  const list = async (folder: string, isOurs: (name: string) => boolean): Promise<readonly string[]> =>
    (await readdir(folder).catch(() => [])).filter((name) => !isOurs(name)).map((name) => join(folder, name));
  return [
    ...(slot ? await list(slot.paths.folder, (name) => SLOT_ENTRIES.includes(name)) : []),
    ...(await list(pool.root, (name) => SLOT_NAME.test(name) || ROOT_ENTRIES.includes(name))),
  ];
}

async function changed(pool: Pool, useId: string): Promise<readonly string[]> {
  const slot = await pool.uses.get(useId)?.catch(() => null);
  return slot ? listChangedContent(pool.ports.git, slotCall(slot.paths)) : [];
}

async function changesSoFar(pool: Pool, useId: string): Promise<readonly PartialChange[] | null> {
  if (pool.preparing.has(useId)) return null;
  const slot = await pool.uses.get(useId)?.catch(() => null);
  return slot ? lookAtChanges(pool.ports.git, slot.paths) : null;
}

async function release(pool: Pool, useId: string, then: 'reuse' | 'discard' = 'reuse'): Promise<void> {
  const slot = await pool.uses.get(useId)?.catch(() => null);
  pool.uses.delete(useId);
  if (!slot || slot.state.useId !== useId || slot.state.status !== 'used') return;
  if (then === 'discard') {
    await writeState(slot, { status: 'preparing', useId: null });
    return inBackground(pool, discardSlot(pool, slot));
  }
  // From here on others see it as free, so that its cleaning must already be what they wait for.
  const written = writeState(slot, slot.keep ? { status: 'kept' } : { status: 'free', useId: null });
  if (!slot.keep) clean(pool, slot, written);
  await written;
  evict(pool);
}

/** The pool and the kept folders are bounded; the oldest of the kept go first. */
function evict(pool: Pool): void {
  const kept = [...pool.slots.values()].filter((other) => other.state.status === 'kept');
  for (const surplus of [...freeSlots(pool).slice(LIMITS.pooledWorkspaces), ...kept.slice(0, -KEPT_SLOTS)]) {
    if (surplus.state.status === 'kept')
      pool.log('warn', 'A kept workspace was deleted for newer ones', { folder: surplus.paths.work });
    surplus.state = { ...surplus.state, status: 'preparing' };
    inBackground(
      pool,
      surplus.ready.then(() => discardSlot(pool, surplus)),
    );
  }
}

/** In the background; whoever takes the slot meanwhile waits for it. */
function clean(pool: Pool, slot: Slot, written: Promise<void>): void {
  slot.ready = written
    .then(() => cleanSlot({ ...pool.ports, slot, tracked: pool.tracked, next: () => nextFor(pool, slot) }))
    .catch((error) => {
      pool.log('warn', 'A workspace could not be cleaned and is thrown away', {
        slot: slot.name,
        error: String(error),
      });
      return false;
    });
  inBackground(
    pool,
    slot.ready.then(async (usable) => {
      if (usable || slot.state.status !== 'free') return;
      slot.state = { ...slot.state, status: 'preparing' }; // so that nobody takes it meanwhile
      await discardSlot(pool, slot);
    }),
  );
}

/** One that was handed out for another commit than the expected one, such as a candidate's, may be ahead of it: it stays. */
function nextFor(pool: Pool, slot: Slot): string | null {
  return slot.state.status === 'free' && slot.expected !== pool.expected ? pool.expected : null;
}

/** One free slot is brought there at once, unless one is there; the others follow when they are cleaned or taken. */
function expectNext(pool: Pool, commit: string): void {
  pool.expected = commit;
  const free = freeSlots(pool).filter(({ state }) => state.setupKey === PLAIN_KEY);
  const slot = free.at(-1);
  if (slot === undefined || free.some(({ state }) => state.commit === commit)) return;
  slot.expected = commit;
  slot.ready = slot.ready.then(async (usable) => {
    const isWanted = usable && slot.state.status === 'free' && pool.expected === commit;
    if (isWanted) await moveAhead(pool, slot, commit);
    return usable;
  });
  slot.ready = slot.ready.catch((error) => {
    pool.log('warn', 'A workspace could not be brought to the next commit', { slot: slot.name, error: String(error) });
    return false; // whoever takes it throws it away
  });
  inBackground(pool, slot.ready);
}

async function moveAhead(pool: Pool, slot: Slot, to: string): Promise<void> {
  const { commit: from } = slot.state;
  if (from === to) return;
  await writeState(slot, { commit: null });
  noteWritten(slot, await moveSlot(pool.ports, slot.paths, { from, to, changed: [] }));
  await writeState(slot, { commit: to });
}

function inBackground(pool: Pool, work: Promise<unknown>): void {
  const tracked = work.catch((error) => pool.log('warn', 'Workspace housekeeping failed', { error: String(error) }));
  pool.background.add(tracked);
  void tracked.finally(() => pool.background.delete(tracked));
}

async function settle(pool: Pool): Promise<void> {
  await Promise.allSettled(pool.uses.values());
  while (pool.background.size > 0) await Promise.all(pool.background);
}

function workspaceOf({ paths }: Slot, useId: string): Workspace {
  return { useId, path: paths.work, home: paths.home, tmp: paths.tmp };
}

function asDiskFault(error: unknown, root: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''; // Node's system errors carry `code`
  if (!['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO'].includes(code)) return error;
  return new PatchbayError(
    'E_DISK',
    `A workspace could not be made in ${root}: ${code}`,
    'Free some space, or choose another folder for workspaces, then retry.',
    { root, code },
  );
}
