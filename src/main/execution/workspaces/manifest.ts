// What set-up left in a workspace, so that a tool cannot poison the next tool's dependencies unnoticed.
import { lstatSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';

/** From path to size, times in nanoseconds, file number and mode. A change of content that keeps all of them needs a kernel's help. */
export type Manifest = ReadonlyMap<string, string>;

/** lstat takes some 3 µs: the engine's loop is held for about a millisecond at a time. */
const SLICE = 400;

export async function makeManifest(folder: string, paths: readonly string[]): Promise<Manifest> {
  const manifest = new Map<string, string>();
  for (const [at, path] of paths.entries()) {
    if (at % SLICE === SLICE - 1) await breathe();
    const mark = fileMark(join(folder, path));
    if (mark !== null) manifest.set(path, mark);
  }
  return manifest;
}

/** Null when there is no such file. */
export function fileMark(file: string): string | null {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino} ${stat.mode}` : null;
}

export async function saveManifest(file: string, manifest: Manifest): Promise<void> {
  await writeFile(file, JSON.stringify([...manifest]));
}

export async function loadManifest(file: string): Promise<Manifest> {
  // Written by saveManifest only; an unreadable one throws, and the slot is thrown away.
  const entries: [string, string][] = JSON.parse(await readFile(file, 'utf8'));
  return new Map(entries);
}
