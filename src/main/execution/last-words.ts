// What a failed tool said last, for the sentence that a person reads first.
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const READ_BYTES = 4_096;
const SHOWN_CHARACTERS = 200;
const ESC = String.fromCharCode(27);
const COLOURS = new RegExp(`${ESC}\\[[0-?]*[ -/]*[@-~]`, 'g');

/** The last line of stderr, else of stdout, fit for one line of text; null when neither says anything. */
export async function lastWords(logs: string): Promise<string | null> {
  return (await lastLine(join(logs, 'stderr.log'))) ?? (await lastLine(join(logs, 'stdout.log')));
}

async function lastLine(file: string): Promise<string | null> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, READ_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer
      .toString('utf8', 0, bytesRead)
      .replace(COLOURS, '')
      .split(/[\r\n]+/)
      .map(plain);
    return lines.findLast((line) => line !== '')?.slice(0, SHOWN_CHARACTERS) ?? null;
  } finally {
    await handle.close();
  }
}

/** Without control characters and what reorders text on a screen. */
function plain(line: string): string {
  return line.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim();
}
