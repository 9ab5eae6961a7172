// Walks a diff line by line without copying it.

export interface PatchCursor {
  readonly bytes: Buffer;
  /** Start of the current line. */
  at: number;
  /** Number of the current line, from 1. */
  line: number;
  /** Where the last line feed is; -1 where there is none. */
  readonly lastEnd: number;
}

const LINE_FEED = 10;

export function cursorOf(bytes: Buffer): PatchCursor {
  return { bytes, at: 0, line: 1, lastEnd: bytes.lastIndexOf(LINE_FEED) };
}

export function atEnd(cursor: PatchCursor): boolean {
  return cursor.at >= cursor.bytes.length;
}

/** Where the current line ends, without its line feed. */
export function lineEnd(cursor: PatchCursor): number {
  const end = cursor.bytes.indexOf(LINE_FEED, cursor.at);
  return end === -1 ? cursor.bytes.length : end;
}

/** The current line as latin1, one character for each byte. */
export function currentLine(cursor: PatchCursor): string {
  return cursor.bytes.toString('latin1', cursor.at, lineEnd(cursor));
}

export function advance(cursor: PatchCursor): void {
  cursor.at = Math.min(lineEnd(cursor) + 1, cursor.bytes.length);
  cursor.line += 1;
}

export function startsWith({ bytes, at }: PatchCursor, prefix: string): boolean {
  return bytesStartWith(bytes, at, prefix);
}

/** Byte by byte: a string for each look would cost more than all the rest of the parser. */
export function bytesStartWith(bytes: Buffer, at: number, prefix: string): boolean {
  for (let index = 0; index < prefix.length; index += 1) {
    if (bytes[at + index] !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

/** Whether the current line ends in a line feed; only the last line may not. */
export function isWhole(cursor: PatchCursor): boolean {
  return lineEnd(cursor) < cursor.bytes.length;
}
