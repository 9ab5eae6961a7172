// The bytes of one side of a binary patch: base85, deflated, of exactly the size it declares.
import { inflateSync } from 'node:zlib';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { BinaryHunk } from './parsed-patch.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
const NO_DIGIT = 255;
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
for (const [value, char] of [...ALPHABET].entries()) DIGITS[char.charCodeAt(0)] = value;
const LINE_FEED = 10;

/** Null where the side is damaged, larger than it declares, or a bomb: it declares too much, at all or for its bytes. */
export function decodeBinary(diff: Buffer, hunk: BinaryHunk): Buffer | null {
  if (hunk.bytes > LIMITS.binaryMaxBytes || isBomb(hunk)) return null;
  const packed = decodeBase85(diff.subarray(hunk.body.start, hunk.body.end));
  if (packed === null) return null;
  try {
    const data = inflateSync(packed, { maxOutputLength: Math.max(hunk.bytes, 1) });
    return data.length === hunk.bytes ? data : null;
  } catch {
    return null;
  }
}

/** Told from the text alone, before anything is unpacked. */
function isBomb({ bytes, body }: BinaryHunk): boolean {
  const packed = ((body.end - body.start) * 4) / 5;
  return bytes > LIMITS.binaryRatioFromBytes && bytes > packed * LIMITS.binaryMaxRatio;
}

/** Lines of a letter for their length and five characters for each four bytes. */
function decodeBase85(text: Buffer): Buffer | null {
  const result = Buffer.alloc(text.length);
  let made = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf(LINE_FEED, at) === -1 ? text.length : text.indexOf(LINE_FEED, at);
    const bytes = lineBytes(text.toString('latin1', at, at + 1));
    for (let from = at + 1, word = made; from < end; from += 5, word += 4) {
      const value = groupValue(text, from);
      if (value === null) return null;
      result.writeUInt32BE(value, word);
    }
    made += bytes;
    at = end + 1;
  }
  return result.subarray(0, made);
}

function groupValue(text: Buffer, from: number): number | null {
  let value = 0;
  for (let at = from; at < from + 5; at += 1) {
    const digit = DIGITS[text[at] ?? 0] ?? NO_DIGIT;
    if (digit === NO_DIGIT) return null;
    value = value * 85 + digit;
  }
  return value <= 0xffffffff ? value : null;
}

/** How many bytes a line holds, by its first letter; 0 where that is none. */
export function lineBytes(line: string): number {
  const code = line.charCodeAt(0);
  if (code >= 65 && code <= 90) return code - 64;
  if (code >= 97 && code <= 122) return code - 70;
  return 0;
}
