// Removes the lock files that a killed git left on our own refs; a lock whose owner may live is never touched.
import { lstat, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { GitLayout } from './locate-repository.ts';

/** Only the one engine of a project writes below it, so a lock there from before this engine belongs to a dead one. */
const OURS = 'refs/patchbay/';

/**
 * `refs` could not be locked although git waited. A lock is dead when it is older than this process, and, for the lock
 * that is shared with the user's own git, when no git process from before works in the repository. True when one was removed.
 */
export async function clearDeadLocks(layout: GitLayout, refs: readonly string[]): Promise<boolean> {
  const startedMs = Date.now() - process.uptime() * 1_000;
  const { commonDir } = layout;
  let removed = false;
  for (const ref of refs.filter((name) => name.startsWith(OURS))) {
    const lock = join(commonDir, `${ref}.lock`);
    if (!(await isOlder(lock, startedMs))) continue;
    await rm(lock, { force: true });
    removed = true;
  }
  const shared = join(commonDir, 'packed-refs.lock');
  if (!(await isOlder(shared, startedMs)) || (await mayHaveOwner(layout))) return removed;
  // The lock goes last: until then no other git begins to write the file that it guards.
  await rm(join(commonDir, 'packed-refs.new'), { force: true });
  await rm(shared, { force: true });
  return true;
}

async function isOlder(path: string, thanMs: number): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found !== null && found.mtimeMs < thanMs;
}

/** Elsewhere than on Linux another process's folder is not to be known, so it may have one. */
async function mayHaveOwner({ root, commonDir }: GitLayout): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const ours = await startTicks('self');
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const began = await startTicks(pid);
    if (began === null || ours === null || began > ours) continue;
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (!name.startsWith('git')) continue;
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if ([root, commonDir].some((place) => `${folder}${sep}`.startsWith(place + sep) || words.includes(place)))
      return true;
  }
  return false;
}

/** When a process began, in ticks since the machine did; null when it is gone or dead. */
async function startTicks(pid: string): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[19] === undefined ? null : Number(fields[19]);
}
