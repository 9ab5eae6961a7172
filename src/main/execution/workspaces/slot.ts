// A slot: one reusable workspace folder with what we keep about it, out of the tool's sight.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';
import type { FolderMarks } from './scan-folders.ts';

/**
 * preparing: being made, nobody has it yet · used: handed out for `useId` · free: in the pool, cleaned or being cleaned ·
 * kept: its content could not be captured and waits for a person.
 */
export type SlotStatus = 'preparing' | 'used' | 'free' | 'kept';

/** What the state file holds; it is written before each step that it describes. */
export interface SlotState {
  readonly version: 1;
  readonly status: SlotStatus;
  readonly useId: string | null;
  readonly commit: string | null;
  /** What the set-up depended on; null while it has not been done. */
  readonly setupKey: string | null;
  /** Paths copied from the user's checkout for this use. */
  readonly copied: readonly string[];
}

/** Names are short because Windows allows 260 characters for a whole path. */
export interface SlotPaths {
  readonly folder: string;
  readonly work: string;
  readonly home: string;
  readonly tmp: string;
  /** Ours: index, state, manifest, logs of the set-up. Not beside `work`, where a tool's `../` would reach it. */
  readonly private: string;
  readonly index: string;
  readonly captureIndex: string;
  readonly state: string;
  readonly manifest: string;
}

/** Files that were written. */
export type Written = readonly string[] | 'all';

export interface Slot {
  readonly name: string;
  readonly paths: SlotPaths;
  state: SlotState;
  /** What set-up left, by path; null before set-up or when there was none. */
  manifest: Manifest | null;
  /** Of folders that held nothing but files of the commit when they were last looked into; not kept over restarts. */
  readonly folderMarks: FolderMarks;
  /** What we wrote in the last seconds: git does not see that a file's permissions were changed in the very second it was written. */
  written: readonly { readonly files: Written; readonly atMs: number }[];
  /** The commit that was the likely next one when it was handed out. */
  expected: string | null;
  /** Settles when the slot can be taken from the pool; false means that it must be thrown away. */
  ready: Promise<boolean>;
  /** The capture that runs or ran last; two at once would share an index file. */
  capturing: Promise<unknown>;
  /** Who worked in it last; not kept over restarts. */
  worker: string | null;
  /** Ends a running set-up. */
  interrupt: (() => void) | null;
  /** Set when a capture failed: the content is not in the ledger. */
  keep: boolean;
}

/** Entries of a slot's folder that are ours; anything else was written by a tool outside its workspace. */
export const SLOT_ENTRIES: readonly string[] = ['work', 'home', 'tmp'];
export const SLOT_NAME = /^s\d+$/;
/** Entries of the root that are ours besides the slots. */
export const ROOT_ENTRIES: readonly string[] = ['private', 'trash'];

export function slotPaths(root: string, name: string): SlotPaths {
  const folder = join(root, name);
  const own = join(root, 'private', name);
  return {
    folder,
    work: join(folder, 'work'),
    home: join(folder, 'home'),
    tmp: join(folder, 'tmp'),
    private: own,
    index: join(own, 'index'),
    captureIndex: join(own, 'capture-index'),
    state: join(own, 'state.json'),
    manifest: join(own, 'manifest.json'),
  };
}

export function newSlot(root: string, name: string): Slot {
  return {
    name,
    paths: slotPaths(root, name),
    state: { version: 1, status: 'preparing', useId: null, commit: null, setupKey: null, copied: [] },
    manifest: null,
    folderMarks: new Map(),
    written: [{ files: 'all', atMs: Date.now() }],
    expected: null,
    ready: Promise.resolve(true),
    capturing: Promise.resolve(),
    worker: null,
    interrupt: null,
    keep: false,
  };
}

export function noteWritten(slot: Slot, files: Written): void {
  if (files.length > 0) slot.written = [...slot.written, { files, atMs: Date.now() }];
}

/** By rename, so that a crash leaves the old or the new state. After a power cut the slot may be unknown: it is only a cache then. */
export async function writeState(slot: Slot, change: Partial<SlotState>): Promise<void> {
  slot.state = { ...slot.state, ...change };
  await writeFile(`${slot.paths.state}.new`, JSON.stringify(slot.state));
  await rename(`${slot.paths.state}.new`, slot.paths.state);
}

/** Null when there is none, or none that this version understands. */
export async function readState(paths: SlotPaths): Promise<SlotState | null> {
  try {
    const state: SlotState = JSON.parse(await readFile(paths.state, 'utf8')); // written by writeState only
    return state.version === 1 ? state : null;
  } catch {
    return null;
  }
}
