// Paths as git writes them into a diff: plain, or C-quoted where a byte would be ambiguous.

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
};

export interface QuotedPath {
  /** Bytes as latin1. */
  readonly path: string;
  /** Characters used, both quotes included. */
  readonly length: number;
}

/** Reads a quoted path at the start of `text`; null where it is not one. */
export function readQuoted(text: string): QuotedPath | null {
  if (text[0] !== '"') return null;
  let path = '';
  for (let at = 1; at < text.length; ) {
    const char = text[at];
    if (char === '"') return { path, length: at + 1 };
    if (char !== '\\') {
      path += char;
      at += 1;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4));
    const byte = octal === null ? ESCAPES[text[at + 1] ?? ''] : Number.parseInt(octal[0], 8);
    if (byte === undefined) return null;
    path += String.fromCharCode(byte);
    at += octal === null ? 2 : 4;
  }
  return null;
}

/** A whole line's path, quoted or plain; null where it is malformed or holds a raw control character. */
export function readPath(text: string): string | null {
  const quoted = readQuoted(text);
  if (quoted !== null) return quoted.length === text.length ? quoted.path : null;
  return text[0] === '"' || hasControl(text) ? null : text;
}

export function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

/** UTF-8 from latin1 bytes; null where they are not UTF-8, hold a NUL or are empty. */
export function decodePath(latin1: string): string | null {
  const bytes = Buffer.from(latin1, 'latin1');
  if (bytes.length === 0 || bytes.includes(0)) return null;
  const path = bytes.toString('utf8');
  return Buffer.from(path, 'utf8').equals(bytes) ? path : null;
}
