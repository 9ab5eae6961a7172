// The bytes of one side of a binary patch: base85, deflated, of exactly the size it declares.
import { inflateSync } from 'node:zlib';
import type { BinaryHunk } from './parsed-patch.ts';

/** Nothing in a patch grows past this, whatever it declares (reliability.md V11: a 637 KiB patch made a 512 MiB file). */
export const MAX_BINARY_BYTES = 5 * 1024 * 1024;

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
const DIGITS = new Map([...ALPHABET].map((char, value) => [char, value]));

/** Null where the side is damaged, larger than it declares, or declares too much. */
export function decodeBinary(diff: Buffer, hunk: BinaryHunk): Buffer | null {
  if (hunk.bytes > MAX_BINARY_BYTES) return null;
  const packed = decodeBase85(diff.toString('latin1', hunk.body.start, hunk.body.end));
  if (packed === null) return null;
  try {
    const data = inflateSync(packed, { maxOutputLength: Math.max(hunk.bytes, 1) });
    return data.length === hunk.bytes ? data : null;
  } catch {
    return null;
  }
}

function decodeBase85(text: string): Buffer | null {
  const parts: Buffer[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const bytes = Buffer.alloc(Math.ceil(lineBytes(line) / 4) * 4);
    for (let at = 1, word = 0; at < line.length; at += 5, word += 4) {
      let value = 0;
      for (const char of line.slice(at, at + 5)) value = value * 85 + (DIGITS.get(char) ?? Number.NaN);
      if (!(value <= 0xffffffff)) return null;
      bytes.writeUInt32BE(value, word);
    }
    parts.push(bytes.subarray(0, lineBytes(line)));
  }
  return Buffer.concat(parts);
}

/** How many bytes a line holds, by its first letter; 0 where that is none. */
export function lineBytes(line: string): number {
  const code = line.charCodeAt(0);
  if (code >= 65 && code <= 90) return code - 64;
  if (code >= 97 && code <= 122) return code - 70;
  return 0;
}
