// Deletes a file or folder of a workspace, also one that a tool made read-only or that Windows still holds.
import { chmod, lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Node's own retries are for EBUSY, EMFILE, ENFILE, ENOTEMPTY and EPERM: what an open handle on Windows answers. */
const RETRY = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 } as const;

/** Never follows a link. Rejects when something cannot be deleted. */
export async function removePath(path: string): Promise<void> {
  try {
    await rm(path, RETRY);
  } catch {
    await makeWritable(path);
    await rm(path, RETRY);
  }
}

/** A folder without `w` keeps its entries from being deleted, one without `r` or `x` from being seen. */
async function makeWritable(path: string): Promise<void> {
  const stat = await lstat(path).catch(() => null);
  if (stat === null || stat.isSymbolicLink()) return;
  await chmod(path, stat.isDirectory() ? 0o700 : 0o600).catch(() => {});
  if (!stat.isDirectory()) return;
  for (const name of await readdir(path).catch(() => [])) await makeWritable(join(path, name));
}
