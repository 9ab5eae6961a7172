// The `GIT binary patch` of one file: the side that makes the new file, and the one that takes it back.

import { decodeBinary, lineBytes } from './decode-binary.ts';
import { type BinaryHunk, malformed } from './parsed-patch.ts';
import { advance, atEnd, currentLine, isWhole, type PatchCursor, startsWith } from './patch-cursor.ts';

const HEAD = /^(literal|delta) (\d{1,10})$/;
const BASE85 = /^[0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]+$/;

/** Stands at `GIT binary patch`. */
export function parseBinary(cursor: PatchCursor): BinaryHunk {
  advance(cursor);
  const forward = parseSide(cursor);
  if (forward === null) throw malformed('A binary patch without content', cursor.line);
  // git always writes the way back, and overlooks what follows where it is missing.
  if (parseSide(cursor) === null) throw malformed('A binary patch without the way back', cursor.line);
  return forward;
}

function parseSide(cursor: PatchCursor): BinaryHunk | null {
  if (!startsWith(cursor, 'literal ') && !startsWith(cursor, 'delta ')) return null;
  const head = HEAD.exec(currentLine(cursor));
  if (head === null) throw malformed('A binary patch with an unreadable size', cursor.line);
  advance(cursor);
  const start = cursor.at;
  while (!atEnd(cursor) && currentLine(cursor) !== '') {
    const line = currentLine(cursor);
    if (!isWhole(cursor) || !isDataLine(line)) throw malformed('A damaged line in a binary patch', cursor.line);
    advance(cursor);
  }
  if (atEnd(cursor)) throw malformed('A binary patch that ends early', cursor.line);
  const end = cursor.at;
  advance(cursor);
  const kind = head[1] === 'delta' ? 'delta' : 'literal';
  const hunk: BinaryHunk = { kind, bytes: Number(head[2]), body: { start, end } };
  // git skips a side that does not inflate, and everything behind it, without a word.
  if (decodeBinary(cursor.bytes, hunk) === null)
    throw malformed('A binary patch that is damaged or too large', cursor.line);
  return hunk;
}

/** A letter tells how many bytes the line holds; five characters hold four bytes. */
function isDataLine(line: string): boolean {
  const bytes = lineBytes(line);
  return bytes > 0 && line.length === 1 + 5 * Math.ceil(bytes / 4) && BASE85.test(line.slice(1));
}
