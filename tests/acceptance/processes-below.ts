// The processes of this machine that still have to do with a folder: they work in it, or were called with its name.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** One line each, for a message; empty where the platform does not tell. */
export function processesBelow(folder: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return [];
    const words = `${read(() => readlinkSync(`/proc/${pid}/cwd`))} ${read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))}`;
    return words.includes(folder) ? [`${pid}: ${words.replaceAll('\0', ' ')}`] : [];
  });
}

/** A process may end while it is looked at, or be another user's. */
function read(look: () => string): string {
  try {
    return look();
  } catch {
    return '';
  }
}
