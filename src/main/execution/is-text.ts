// Whether a log is text, so that a person is told before reading what was replaced.
import { open } from 'node:fs/promises';
import { LIMITS } from '../../shared/domain/limits.ts';

/** Looks at the first MiB only. A file that cannot be read counts as text: there is nothing to warn about. */
export async function isText(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return true;
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, LIMITS.outputMemoryBytes);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(length), position: 0 });
    // `stream` leaves a character that the cut goes through undecided.
    new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: bytesRead < size });
    return true;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
