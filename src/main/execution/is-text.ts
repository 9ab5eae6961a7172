// Whether a log is text, so that a person is told before reading what was replaced.
import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { LIMITS } from '../../shared/domain/limits.ts';

/** Two hundred tools may end at once: each is looked at in pieces of this size. */
const PIECE_BYTES = 128 * 1024;

/** Looks at the first MiB only. A file that cannot be read counts as text: there is nothing to warn about. */
export async function isText(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return true;
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    let kept = 0;
    for (let seen = 0; seen < LIMITS.outputMemoryBytes; ) {
      const { bytesRead } = await handle.read(piece, kept, PIECE_BYTES - kept, null);
      const bytes = piece.subarray(0, kept + bytesRead);
      if (bytesRead === 0) return isUtf8(bytes);
      seen += bytesRead;
      const whole = lastCharacter(bytes);
      if (!isUtf8(bytes.subarray(0, whole))) return false;
      kept = bytes.length - whole;
      piece.copyWithin(0, whole, bytes.length);
    }
    return true;
  } catch {
    return true;
  } finally {
    await handle.close();
  }
}

/** Where the last character begins, which the end of a piece may go through. */
function lastCharacter(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > 0 && bytes.length - at < 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
