// What git does not show in a workspace: repositories inside tracked folders, pipes, sockets, devices, locked folders.
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';

export interface Oddities {
  /** Paths of `.git` entries below the root. */
  readonly repositories: readonly string[];
  /** Pipes, sockets and devices. */
  readonly specials: readonly string[];
  /** Folders that their owner may not read, enter or write. */
  readonly locked: readonly string[];
}

const SLICE = 40;

/** `folders` are relative paths, parents first. A link is never followed: what lies behind it is not the workspace's. */
export async function findOddities(work: string, folders: readonly string[]): Promise<Oddities> {
  const found = { repositories: [] as string[], specials: [] as string[], locked: [] as string[] };
  const real = new Set<string>();
  for (const [at, folder] of ['', ...folders].entries()) {
    if (at % SLICE === SLICE - 1) await breathe();
    const stat = realFolder(work, folder, real);
    if (stat === null) continue;
    real.add(folder);
    if (process.platform !== 'win32' && (stat.mode & 0o700) !== 0o700) found.locked.push(folder);
    for (const entry of entriesOf(join(work, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.toLowerCase() === '.git' && folder !== '') found.repositories.push(path);
      else if (!entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink()) found.specials.push(path);
    }
  }
  return found;
}

/** Null unless the folder and all above it are folders themselves. */
function realFolder(work: string, folder: string, real: ReadonlySet<string>): Stats | null {
  const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  if (folder !== '' && !real.has(parent)) return null;
  const stat = lstatSync(join(work, folder), { throwIfNoEntry: false });
  return stat?.isDirectory() ? stat : null;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // locked, and reported as such
  }
}
