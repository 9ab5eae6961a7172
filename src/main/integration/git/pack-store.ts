// Writes objects as small packs, durably, and joins packs of ours when they get many.
import { access, appendFile, mkdir, open, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { NewObject } from './git-objects.ts';
import { encodePack, type Pack, type PackEntry, packEntries, packEntry } from './pack-format.ts';
import { syncFolder } from './sync-folder.ts';

export interface PackStore {
  /** When it resolves, every object is on the disk and git finds it. Rejects with `E_DISK`. */
  write(objects: readonly NewObject[]): Promise<void>;
  /** Settles when no packs are being joined any more. */
  close(): Promise<void>;
}

export interface PackStoreOptions {
  readonly objectsDir: string;
  /** Where the names of our own packs are kept; only they are ever joined or deleted. */
  readonly shadowDir: string;
  readonly faults: Faults;
  readonly log: Log;
}

interface Place extends PackStoreOptions {
  readonly folder: string;
  readonly registry: string;
  /** By name: how many objects each of our packs holds. */
  readonly packs: Map<string, number>;
}

/** So many packs of one size become one: git looks into each pack for each object, so there must stay few. */
const FEW = 8;
/** A pack beyond this is left as it is: joining it again would cost more than git saves. */
const JOINED_BYTES = 64 * 1024 * 1024;
/** git's own prefix for what `git gc` may clear away; the process tells whether anybody still writes it. */
const TEMPORARY = /^tmp_patchbay_(\d+)_([0-9a-f]{40})\.(pack|idx)$/;

export function openPackStore(options: PackStoreOptions): PackStore {
  const place: Place = {
    ...options,
    folder: join(options.objectsDir, 'pack'),
    registry: join(options.shadowDir, 'packs'),
    packs: new Map(),
  };
  let opened: Promise<void> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let joining: Promise<void> = Promise.resolve();
  async function write(objects: readonly NewObject[]): Promise<void> {
    opened ??= takeUp(place);
    try {
      await opened;
      await writePack(place, objects.map(packEntry));
    } catch (thrown) {
      opened = null;
      throw diskFault(place, thrown);
    }
    joining = joining.then(() => joinPacks(place)).catch((error) => notJoined(place, error));
  }
  return {
    write(objects) {
      const unique = [...new Map(objects.map((object) => [object.oid, object])).values()];
      if (unique.length === 0) return Promise.resolve();
      // One after the other: two that write the same objects would meet in the same files.
      const mine = writing.then(() => write(unique));
      writing = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await writing;
      await joining;
    },
  };
}

async function writePack(place: Place, entries: readonly PackEntry[]): Promise<void> {
  const encoded = encodePack(entries);
  if (!(await isFresh(place, encoded)))
    await placePack(place, encoded).catch((error) => placeAgain(place, encoded, error));
  await syncFolder(place.folder);
  if (!place.packs.has(encoded.name)) await appendFile(place.registry, line(encoded.name, entries.length));
  place.packs.set(encoded.name, entries.length);
}

/** A `git gc --prune=now` of the user's may have swept the files away before they had their names. */
async function placeAgain(place: Place, encoded: Pack, error: NodeJS.ErrnoException): Promise<void> {
  if (error.code !== 'ENOENT') throw error;
  await mkdir(place.folder, { recursive: true }); // a repository that never had a pack may lack it
  await placePack(place, encoded);
}

/** The pack gets its name first: git knows of it by its index only. */
async function placePack({ folder, faults }: Place, { name, pack, index }: Pack): Promise<void> {
  const temporary = (kind: string) => join(folder, `tmp_patchbay_${process.pid}_${name}.${kind}`);
  await Promise.all([writeDurably(temporary('pack'), pack), writeDurably(temporary('idx'), index)]);
  faults.at('pack-before-name');
  await rename(temporary('pack'), join(folder, `pack-${name}.pack`));
  faults.at('pack-before-index');
  await rename(temporary('idx'), join(folder, `pack-${name}.idx`));
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  await rm(path, { force: true }); // of a write of ours that failed
  const handle = await open(path, 'wx', 0o444);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the very pack is there whole; if so it is made young again, so that no `gc` takes it for old garbage. */
async function isFresh({ folder }: Place, { name }: Pack): Promise<boolean> {
  const files = ['pack', 'idx'].map((kind) => join(folder, `pack-${name}.${kind}`));
  if ((await Promise.all(files.map(exists))).includes(false)) return false;
  const now = new Date();
  await Promise.all(files.map((file) => utimes(file, now, now).catch(() => undefined)));
  return true;
}

/** What an earlier engine left: half-written files go, a pack that only lacked its index gets it. */
async function takeUp(place: Place): Promise<void> {
  const names = await readdir(place.folder).catch((): string[] => []);
  for (const name of names) {
    const found = TEMPORARY.exec(name);
    if (found === null || isAlive(Number(found[1]))) continue;
    const [, , pack = '', kind = ''] = found;
    const whole = kind === 'idx' && names.includes(`pack-${pack}.pack`) && !names.includes(`pack-${pack}.idx`);
    if (whole) await rename(join(place.folder, name), join(place.folder, `pack-${pack}.idx`));
    else await rm(join(place.folder, name), { force: true });
  }
  const known = await readFile(place.registry, 'utf8').catch(() => '');
  for (const row of known.split('\n')) {
    const [name = '', count] = row.split(' ');
    if (!/^[0-9a-f]{40}$/.test(name)) continue;
    if (await exists(join(place.folder, `pack-${name}.idx`))) place.packs.set(name, Number(count) || 1);
    else await rm(join(place.folder, `pack-${name}.pack`), { force: true }); // joined, and then the engine died
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Packs of about the same size, eight at a time: every object is copied a few times in its life, whatever their number. */
async function joinPacks(place: Place): Promise<void> {
  const sizes = new Map<number, string[]>();
  for (const [name, count] of place.packs) {
    const size = Math.floor(Math.log(count) / Math.log(FEW));
    sizes.set(size, [...(sizes.get(size) ?? []), name]);
  }
  for (const alike of sizes.values()) if (alike.length >= FEW) await joinAlike(place, alike);
}

async function joinAlike(place: Place, names: readonly string[]): Promise<void> {
  const entries = new Map<string, PackEntry>();
  const read: string[] = [];
  let bytes = 0;
  for (const name of names) {
    const [pack, index] = await Promise.all(
      ['pack', 'idx'].map((kind) => readFile(join(place.folder, `pack-${name}.${kind}`)).catch(() => null)),
    );
    // The user's own `git gc` took it over: it is no longer ours.
    if (!pack || !index) place.packs.delete(name);
    else {
      bytes += pack.length;
      read.push(name);
      for (const entry of packEntries({ pack, index })) entries.set(entry.oid, entry);
    }
  }
  if (bytes > JOINED_BYTES) for (const name of read) place.packs.delete(name);
  else if (read.length > 1) {
    await writePack(place, [...entries.values()]);
    place.faults.at('packs-joined');
    for (const name of read) await removePack(place, name);
  }
  // Only a help for tidying up: what it does not name is a pack like any other.
  await writeFile(place.registry, [...place.packs].map(([name, count]) => line(name, count)).join(''));
}

/** The index goes first: without it git does not know of the pack. On Windows a pack that a git holds open stays. */
async function removePack({ folder, packs }: Place, name: string): Promise<void> {
  const [index, pack] = ['idx', 'pack'].map((kind) => join(folder, `pack-${name}.${kind}`));
  await rm(index ?? '', { force: true });
  await rm(pack ?? '', { force: true });
  packs.delete(name);
}

function line(name: string, count: number): string {
  return `${name} ${count}\n`;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function notJoined({ log, folder }: Place, error: unknown): void {
  log('warn', 'Small packs could not be joined', { folder, error: String(error) });
}

function diskFault({ objectsDir }: Place, thrown: unknown): PatchbayError {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  const advice = 'Free some space or give Patchbay the right to write there, then resume.';
  return new PatchbayError('E_DISK', `Objects could not be written to ${objectsDir}: ${cause}`, advice, { objectsDir });
}
