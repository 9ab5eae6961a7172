// Bytes of a file → text: UTF-8, or UTF-16 as its first bytes tell; anything else is refused, never guessed.

/** What is wrong, as the end of a sentence. */
export interface Undecodable {
  readonly message: string;
  readonly advice: string;
  /** From 1; 0 where no line is to blame. */
  readonly line: number;
}

export type Decoded = { readonly text: string } | { readonly problem: Undecodable };

const SAVE = 'Save it as UTF-8.';

export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-32') return { problem: { message: 'it is encoded as UTF-32', advice: SAVE, line: 0 } };
  try {
    // A mark at the beginning is left out by the decoder.
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: encoding === 'utf-8' ? notUtf8(bytes) : { ...NOT_UTF16, line: 0 } };
  }
}

const NOT_UTF16 = { message: 'it begins as UTF-16 and does not go on so', advice: SAVE };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';

/** By the mark, else by the zeros beside the first character, which a document has in ASCII (YAML 1.2.2, 5.2). */
function encodingOf([a, b, c, d]: Uint8Array): Encoding {
  if (a === undefined || b === undefined) return 'utf-8';
  const wide = c === 0 && d === 0;
  if (a === 0xff && b === 0xfe) return wide ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && (c !== 0 || d !== 0)) return 'utf-32';
  if (a !== 0 && b === 0) return wide ? 'utf-32' : 'utf-16le';
  return a === 0 && b !== 0 ? 'utf-16be' : 'utf-8';
}

/** Finds the first byte that is wrong, to name its line. */
function notUtf8(bytes: Uint8Array): Undecodable {
  const at = firstBadByte(bytes);
  const line = bytes.subarray(0, at).reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    message: `line ${line} holds the byte ${byte}, which is not UTF-8`,
    advice: `${SAVE} An older encoding, such as Latin-1 or Windows-1252, is not guessed.`,
    line,
  };
}

/** The decoder does not tell; the longest prefix it takes does. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return startOfCharacter(bytes, good);
}

/** A character that is not gone on with is bad from its first byte. */
function startOfCharacter(bytes: Uint8Array, bad: number): number {
  for (let at = bad - 1; at >= 0 && bad - at < 4; at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return bad;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return at + length > bad ? at : bad;
  }
  return bad;
}

/** `stream` forgives a character that is cut off at the end. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
