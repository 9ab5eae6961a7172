// Copies files that the user's checkout has and git ignores, for example `.env`, into a workspace.
import { cp, lstat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import type { Log } from '../../../shared/ports/log.ts';

export interface CopyOrder {
  readonly checkout: string;
  readonly work: string;
  readonly paths: readonly string[];
  readonly log: Log;
}

/** Returns the paths that were copied, `/` as separator. What the commit itself holds is never overwritten. */
export async function copyIgnored({ checkout, work, paths, log }: CopyOrder): Promise<readonly string[]> {
  const copied: string[] = [];
  for (const path of paths) {
    const inside = normalize(path).replaceAll('\\', '/').replace(/\/$/, '');
    if (isAbsolute(path) || /^\.\.(\/|$)/.test(inside) || /(^|\/)\.git(\/|$)/i.test(inside) || inside === '.') {
      log('warn', 'A file to copy lies outside the project and was left out', { path });
      continue;
    }
    if ((await exists(join(work, inside))) || !(await exists(join(checkout, inside)))) {
      log('debug', 'A file to copy is not there, or is part of the commit', { path });
      continue;
    }
    await cp(join(checkout, inside), join(work, inside), {
      recursive: true,
      dereference: false,
      verbatimSymlinks: true,
    });
    copied.push(inside);
  }
  return copied;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
