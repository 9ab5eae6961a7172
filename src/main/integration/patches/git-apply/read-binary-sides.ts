// The `GIT binary patch` of one file: the side that makes the new content and, where it has one, the way back.
import { decodeBinary, lineBytes } from '../decode-binary.ts';
import { type BinaryHunk, malformed } from '../parsed-patch.ts';
import { advance, atEnd, currentLine, type PatchCursor, startsWith } from '../patch-cursor.ts';
import type { BinarySides } from './git-patch.ts';

const MARK = 'GIT binary patch';
const HEAD = /^(literal|delta) (\d{1,15})/;
const DIFFER = /^(?:Binary files |Files )/;

/** Null where something else stands here. */
export function readBinarySides(cursor: PatchCursor): BinarySides | null {
  if (atEnd(cursor)) return null;
  const line = currentLine(cursor);
  if (DIFFER.test(line) && line.endsWith(' differ')) {
    advance(cursor);
    return { forward: null, back: null };
  }
  if (line !== MARK) return null;
  advance(cursor);
  const forward = readSide(cursor);
  if (forward === null) throw malformed('A binary patch without content', cursor.line);
  return { forward, back: readSide(cursor) };
}

function readSide(cursor: PatchCursor): BinaryHunk | null {
  if (!startsWith(cursor, 'literal ') && !startsWith(cursor, 'delta ')) return null;
  const head = HEAD.exec(currentLine(cursor));
  if (head === null) throw malformed('A binary patch with an unreadable size', cursor.line);
  advance(cursor);
  const start = cursor.at;
  for (;;) {
    const line = atEnd(cursor) ? null : currentLine(cursor);
    if (line === null) throw malformed('A binary patch that ends early', cursor.line);
    if (line === '') break;
    if (!isData(line)) throw malformed('A damaged line in a binary patch', cursor.line);
    advance(cursor);
  }
  const kind = head[1] === 'delta' ? 'delta' : 'literal';
  const hunk: BinaryHunk = { kind, bytes: Number(head[2]), body: { start, end: cursor.at } };
  // git stops reading here without a word; nothing behind it would be applied.
  if (decodeBinary(cursor.bytes, hunk) === null) {
    throw malformed('A binary patch that is damaged or too large', cursor.line);
  }
  advance(cursor);
  return hunk;
}

/** A letter tells how many bytes the line holds; five characters hold four, the last of them perhaps fewer. */
function isData(line: string): boolean {
  const room = ((line.length - 1) / 5) * 4;
  const bytes = lineBytes(line);
  return Number.isInteger(room) && bytes > room - 4 && bytes <= room && bytes > 0;
}
