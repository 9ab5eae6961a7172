// Copies a git index so that git goes on doubting what it doubted before.
import { copyFile, stat, utimes } from 'node:fs/promises';

/**
 * A file that changed in the same second as the index was written, keeping its size, is only noticed because git compares
 * its time with the index file's own. A copy with a younger time would hide such an edit, so the time is carried over.
 */
export async function copyIndex(from: string, to: string): Promise<void> {
  const { mtimeMs } = await stat(from);
  await copyFile(from, to);
  const seconds = Math.floor(mtimeMs / 1_000); // older is safe: more is compared by content
  await utimes(to, seconds, seconds);
}
