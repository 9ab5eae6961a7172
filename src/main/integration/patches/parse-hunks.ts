// The hunks of one text file: exact counts, in order, at consistent places.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { FileHeader } from './parse-header.ts';
import { type Hunk, malformed, tooLarge } from './parsed-patch.ts';
import { advance, atEnd, currentLine, isWhole, lineEnd, type PatchCursor, startsWith } from './patch-cursor.ts';
import { decodePath, readPath } from './quoted-path.ts';

export interface ParsedHunks {
  readonly hunks: readonly Hunk[];
  readonly insertions: number;
  readonly deletions: number;
}

interface Counts {
  insertions: number;
  deletions: number;
}

const HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@(?: .*)?$/s;
const NO_NEWLINE = '\\ No newline at end of file';
const [SPACE, PLUS, MINUS, BACKSLASH] = [32, 43, 45, 92];

/** Stands at `--- `. `maxLines` bounds insertions and deletions together. */
export function parseHunks(cursor: PatchCursor, header: FileHeader, maxLines: number): ParsedHunks {
  const start = cursor.line;
  expectName(cursor, '--- ', header.oldPath === null ? null : `a/${header.oldPath}`);
  expectName(cursor, '+++ ', header.newPath === null ? null : `b/${header.newPath}`);
  const hunks: Hunk[] = [];
  const counts: Counts = { insertions: 0, deletions: 0 };
  while (startsWith(cursor, '@@ ')) {
    const hunk = parseHunk(cursor, counts);
    expectPlace(hunk, hunks.at(-1), cursor.line);
    hunks.push(hunk);
    if (counts.insertions + counts.deletions > maxLines)
      throw tooLarge(LIMITS.patchHardMaxLines, 'changed lines', start);
  }
  if (hunks.length === 0) throw malformed('File names without a hunk', start);
  if (header.change === 'added' && hunks.some((hunk) => hunk.oldLines > 0)) {
    throw malformed('A new file that has old lines', start);
  }
  if (header.change === 'deleted' && hunks.some((hunk) => hunk.newLines > 0)) {
    throw malformed('A deleted file that has new lines', start);
  }
  return { hunks, ...counts };
}

function expectName(cursor: PatchCursor, prefix: string, expected: string | null): void {
  const text = startsWith(cursor, prefix) ? currentLine(cursor).slice(prefix.length) : '';
  // git ends a name that holds a space with a tab, so that other tools see where it stops.
  const raw = readPath(text.endsWith('\t') ? text.slice(0, -1) : text);
  const name = raw === null ? null : decodePath(raw);
  if (name === null || name !== (expected ?? '/dev/null')) {
    throw malformed(`A “${prefix.trim()}” line that does not name the file`, cursor.line);
  }
  advance(cursor);
}

function parseHunk(cursor: PatchCursor, counts: Counts): Hunk {
  const match = HUNK.exec(currentLine(cursor));
  if (match === null) throw malformed('A hunk head that cannot be read', cursor.line);
  const [oldStart, oldLines, newStart, newLines] = [match[1], match[2], match[3], match[4]].map((n) => Number(n ?? 1));
  const hunk = { oldStart: oldStart ?? 0, oldLines: oldLines ?? 1, newStart: newStart ?? 0, newLines: newLines ?? 1 };
  advance(cursor);
  const start = cursor.at;
  readBody(cursor, hunk, counts);
  return { ...hunk, body: { start, end: cursor.at } };
}

function readBody(cursor: PatchCursor, hunk: Omit<Hunk, 'body'>, counts: Counts): void {
  let old = hunk.oldLines;
  let now = hunk.newLines;
  while (old > 0 || now > 0) {
    if (atEnd(cursor) || !isWhole(cursor)) throw malformed('A hunk that ends early', cursor.line);
    const first = cursor.bytes[cursor.at];
    if (first === BACKSLASH) {
      expectNoNewline(cursor);
      continue;
    }
    if (first === PLUS) counts.insertions += 1;
    else if (first === MINUS) counts.deletions += 1;
    else if (first !== SPACE) throw malformed('A line in a hunk that is neither kept, added nor removed', cursor.line);
    if (first !== PLUS) old -= 1;
    if (first !== MINUS) now -= 1;
    if (old < 0 || now < 0) throw malformed('A hunk with more lines than its head says', cursor.line);
    advance(cursor);
  }
  if (cursor.bytes[cursor.at] === BACKSLASH) expectNoNewline(cursor);
}

function expectNoNewline(cursor: PatchCursor): void {
  const length = lineEnd(cursor) - cursor.at;
  if (length !== NO_NEWLINE.length || currentLine(cursor) !== NO_NEWLINE) {
    throw malformed('A line in a hunk that is neither kept, added nor removed', cursor.line);
  }
  advance(cursor);
}

/** A later hunk starts after the one before it, on both sides at the same distance. */
function expectPlace(hunk: Hunk, before: Hunk | undefined, line: number): void {
  const oldFirst = hunk.oldStart + (hunk.oldLines === 0 ? 1 : 0);
  const newFirst = hunk.newStart + (hunk.newLines === 0 ? 1 : 0);
  const oldNext = before === undefined ? 1 : before.oldStart + Math.max(before.oldLines, 1);
  const newNext = before === undefined ? 1 : before.newStart + Math.max(before.newLines, 1);
  if (oldFirst < oldNext || oldFirst - oldNext !== newFirst - newNext) {
    throw malformed('A hunk at a place that contradicts the hunks before it', line);
  }
}
