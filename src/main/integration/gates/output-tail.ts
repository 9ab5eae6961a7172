// The end of a program's output, made fit for a ledger: valid UTF-8, no control characters, a few KiB.
import { open } from 'node:fs/promises';

const TAIL_BYTES = 4096;
const ESC = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
/** Terminal sequences: CSI, OSC, other strings, two-character escapes. */
const TERMINAL = new RegExp(
  `${ESC}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESC}]*(?:${BELL}|${ESC}\\\\)?|[PX^_][^${ESC}]*(?:${ESC}\\\\)?|[@-Z\\\\-_])`,
  'g',
);
/** All but line feed and tab, and what reorders text on a screen. */
const CONTROL = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** At most 4 KiB of both files together; each gets half when both are long. Missing files count as empty. */
export async function outputTail(stdoutFile: string, stderrFile: string): Promise<string> {
  const [out, err] = await Promise.all([readEnd(stdoutFile), readEnd(stderrFile)]);
  const half = TAIL_BYTES / 2;
  const forErr = Math.min(err.length, Math.max(half, TAIL_BYTES - out.length));
  const parts = [cut(out, TAIL_BYTES - forErr), cut(err, forErr)].filter((part) => part !== '');
  return parts.join(parts[0]?.endsWith('\n') === true ? '' : '\n');
}

/** Removes terminal sequences and control characters; a lone CR becomes a line feed. */
export function plainText(bytes: Buffer): string {
  return bytes.toString('utf8').replace(TERMINAL, '').replace(/\r\n?/g, '\n').replace(CONTROL, '');
}

/** The last `most` bytes at most, counted after cleaning, never in the middle of a character. */
function cut(bytes: Buffer, most: number): string {
  if (most <= 0) return '';
  const text = Buffer.from(plainText(bytes.subarray(firstWhole(bytes, Math.max(0, bytes.length - most)))));
  return text.toString('utf8', firstWhole(text, Math.max(0, text.length - most)));
}

/** The first place at or after `from` where a UTF-8 character starts. */
function firstWhole(bytes: Buffer, from: number): number {
  if (from === 0) return 0;
  let at = from;
  while (at < bytes.length && at < from + 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return at;
}

async function readEnd(path: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return Buffer.alloc(0);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
