// Makes the names in a folder durable where the system can.
import { open } from 'node:fs/promises';

/** Missing, or on Windows, there is nothing to do. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
