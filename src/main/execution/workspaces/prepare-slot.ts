// Makes a slot ready for a use: the right commit, the set-up, copied files, the decoy.
import { mkdir, rm } from 'node:fs/promises';
import type { Git, Trees } from '../../../shared/ports/git.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Spawn } from '../../../shared/ports/spawn.ts';
import type { WorkspaceOrder } from '../../../shared/ports/workspaces.ts';
import type { HostEnv } from '../build-environment.ts';
import { emptyPrivateFolders, restoreTracked, untrackedFiles } from './clean-slot.ts';
import { copyIgnored } from './copy-ignored.ts';
import { copyIndex } from './copy-index.ts';
import { NO_FLUSH, slotCall } from './list-changes.ts';
import { makeManifest, saveManifest } from './manifest.ts';
import { moveSlot } from './move-slot.ts';
import { runSetup } from './run-setup.ts';
import { PLAIN_KEY } from './setup-key.ts';
import { noteWritten, type Slot, writeState } from './slot.ts';
import { writeDecoy } from './write-decoy.ts';

export interface PrepareOrder {
  readonly slot: Slot;
  readonly order: WorkspaceOrder;
  readonly key: string;
  readonly git: Git;
  readonly trees: Trees;
  readonly spawn: Spawn;
  readonly log: Log;
  readonly hostEnv: HostEnv;
  /** Root of the user's checkout. */
  readonly checkout: string;
}

/** Rejects with `E_SETUP_FAILED`, `E_GIT`, or the system's error; the slot must be thrown away then. */
export async function prepareSlot(prepare: PrepareOrder): Promise<void> {
  const { slot, order, key, git, checkout, log } = prepare;
  const { paths } = slot;
  for (const folder of [paths.work, paths.home, paths.tmp, paths.private]) await mkdir(folder, { recursive: true });
  const { commit: standing } = slot.state;
  await writeState(slot, { status: 'preparing', useId: order.useId });
  noteWritten(slot, await moveSlot(prepare, paths, { from: standing, to: order.commit, changed: [] }));
  slot.state = { ...slot.state, commit: order.commit };
  const copied = await copyIgnored({ checkout, work: paths.work, paths: order.setup.copyIgnored, log });
  if (slot.state.setupKey !== key) await setUp(prepare, copied);
  await layOver(git, slot, { base: order.commit, from: order.startFrom ?? order.commit });
  const { objectsDir } = git;
  await writeDecoy({ work: paths.work, commit: order.commit, index: paths.index, objectsDir, exclude: copied });
  await writeState(slot, { status: 'used', setupKey: key, copied });
}

/** As if somebody had made the difference there: our own index stays at the base, which the change is captured against. */
async function layOver(
  git: Git,
  { paths }: Slot,
  { base, from }: { readonly base: string; readonly from: string },
): Promise<void> {
  if (base === from) return;
  const indexFile = `${paths.index}.start`;
  const call = { ...slotCall(paths), indexFile };
  await copyIndex(paths.index, indexFile);
  try {
    const laid = await git.run([...NO_FLUSH, 'read-tree', '-m', '-u', base, from], { ...call, ok: [0, 1, 128] });
    // It refuses where a copied file is in the way.
    if (laid.exitCode !== 0) await git.run([...NO_FLUSH, 'read-tree', '--reset', '-u', from], call);
  } finally {
    await rm(indexFile, { force: true });
  }
}

async function setUp(
  { slot, order, key, spawn, hostEnv, git }: PrepareOrder,
  copied: readonly string[],
): Promise<void> {
  if (key === PLAIN_KEY) return;
  await runSetup({ slot, useId: order.useId, setup: order.setup, spawn, hostEnv });
  await restoreTracked(git, slot); // an installer may have rewritten its lock file; that is no work of the tool's
  await emptyPrivateFolders(slot); // so that the first use sees what the later ones will
  const mine = (path: string): boolean => copied.some((name) => path === name || path.startsWith(`${name}/`));
  const files = (await untrackedFiles(git, slot)).paths.filter((path) => !mine(path));
  slot.manifest = await makeManifest(slot.paths.work, files);
  await saveManifest(slot.paths.manifest, slot.manifest);
}
