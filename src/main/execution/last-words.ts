// What a failed tool said last, for the sentence that a person reads first.
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const READ_BYTES = 4_096;
const SHOWN_CHARACTERS = 200;
const ESC = String.fromCharCode(27);
const COLOURS = new RegExp(`${ESC}\\[[0-?]*[ -/]*[@-~]`, 'g');

export interface LastWords {
  /** The last line, fit for one line of a sentence. */
  readonly line: string;
  /** Everything of the last few kilobytes, for who looks for known words. */
  readonly text: string;
}

/** Of stderr, else of stdout; null when neither says anything. */
export async function lastWords(logs: string): Promise<LastWords | null> {
  return (await lastOf(join(logs, 'stderr.log'))) ?? (await lastOf(join(logs, 'stdout.log')));
}

async function lastOf(file: string): Promise<LastWords | null> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, READ_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString('utf8', 0, bytesRead).replace(COLOURS, '');
    const line = text
      .split(/[\r\n]+/)
      .map(plain)
      .findLast((one) => one !== '');
    return line === undefined ? null : { line: line.slice(0, SHOWN_CHARACTERS), text };
  } finally {
    await handle.close();
  }
}

/** Without control characters and what reorders text on a screen. */
function plain(line: string): string {
  return line.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim();
}
