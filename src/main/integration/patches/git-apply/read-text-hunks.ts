// The hunks of one text file as git counts them; the lines themselves stay where they are.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import { malformed, type Span, tooLarge } from '../parsed-patch.ts';
import { bytesStartWith, type PatchCursor, startsWith } from '../patch-cursor.ts';
import type { GitHunk } from './git-patch.ts';

export interface TextHunks {
  readonly hunks: readonly GitHunk[];
  readonly insertions: number;
  readonly deletions: number;
}

const HEAD = '@@ -';
const [COMMA, ZERO] = [44, 48];
const [LINE_FEED, SPACE, PLUS, MINUS, BACKSLASH] = [10, 32, 43, 45, 92];
/** git takes any line that starts like this for “no newline at end of file”, in whatever language, from this length on. */
const UNFINISHED = '\\ ';
const UNFINISHED_BYTES = 12;
/** git counts lines with 31 bits. */
const MAX_PLACE = 0x7fffffff;

/** Stands at the first hunk, or at something else: then there are none. */
export function readTextHunks(cursor: PatchCursor, recount: boolean): TextHunks {
  const hunks: GitHunk[] = [];
  const total = { insertions: 0, deletions: 0 };
  while (startsWith(cursor, HEAD)) {
    const { hunk, insertions, deletions } = readHunk(cursor, recount);
    hunks.push(hunk);
    total.insertions += insertions;
    total.deletions += deletions;
    if (hunks.length > LIMITS.patchReadHunks) throw tooLarge(LIMITS.patchReadHunks, 'hunks', cursor.line);
  }
  return { hunks, ...total };
}

interface Places {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
}

interface ReadHunk {
  readonly hunk: GitHunk;
  readonly insertions: number;
  readonly deletions: number;
}

function readHunk(cursor: PatchCursor, recount: boolean): ReadHunk {
  const written = readPlaces(cursor);
  const end = cursor.bytes.indexOf(LINE_FEED, cursor.at);
  if (written === null || end === -1) throw malformed('A hunk head that cannot be read', cursor.line);
  if (Math.max(written.oldStart, written.oldLines, written.newStart, written.newLines) > MAX_PLACE) {
    throw malformed('A hunk at a place that no file has', cursor.line);
  }
  cursor.at = end + 1;
  cursor.line += 1;
  const places = recount ? { ...written, ...recounted(cursor) } : written;
  const start = cursor.at;
  const body = readBody(cursor, places);
  if (!recount && body.insertions + body.deletions === 0) throw malformed('A hunk that changes nothing', cursor.line);
  const { oldStart, oldLines, newStart, newLines } = places;
  const { leading, trailing, insertions, deletions } = body;
  const hunk = { oldStart, oldLines, newStart, newLines, leading, trailing, body: { start, end: cursor.at } };
  return { hunk, insertions, deletions };
}

/** `@@ -1,2 +3,4 @@`, read from the bytes; a count that is left out is 1. */
function readPlaces({ bytes, at }: PatchCursor): Places | null {
  const numbers: Reading = { at: at + HEAD.length };
  const oldStart = readNumber(bytes, numbers);
  const oldLines = readCount(bytes, numbers);
  if (oldStart === null || oldLines === null || !bytesStartWith(bytes, numbers.at, ' +')) return null;
  numbers.at += 2;
  const newStart = readNumber(bytes, numbers);
  const newLines = readCount(bytes, numbers);
  if (newStart === null || newLines === null || !bytesStartWith(bytes, numbers.at, ' @@')) return null;
  return { oldStart, oldLines, newStart, newLines };
}

interface Reading {
  at: number;
}

function readCount(bytes: Buffer, reading: Reading): number | null {
  if (bytes[reading.at] !== COMMA) return 1;
  reading.at += 1;
  return readNumber(bytes, reading);
}

/** Null where there is no digit. As large as can be where there are too many. */
function readNumber(bytes: Buffer, reading: Reading): number | null {
  const start = reading.at;
  let value = 0;
  for (let digit = (bytes[start] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[reading.at] ?? 0) - ZERO) {
    value = Math.min(value * 10 + digit, Number.MAX_SAFE_INTEGER);
    reading.at += 1;
  }
  return reading.at === start ? null : value;
}

/** Lines until one that cannot belong to the hunk. Empty where something unknown comes: then the head is believed. */
function recounted({ bytes, at: start }: PatchCursor): Partial<Places> {
  let oldLines = 0;
  let newLines = 0;
  for (let at = start; at < bytes.length; ) {
    const sign = bytes[at];
    if (sign === SPACE || sign === LINE_FEED) {
      oldLines += 1;
      newLines += 1;
    } else if (sign === MINUS) oldLines += 1;
    else if (sign === PLUS) newLines += 1;
    else if (sign !== BACKSLASH) {
      if (!bytesStartWith(bytes, at, 'diff ') && !bytesStartWith(bytes, at, '@@ ')) return {};
      break;
    }
    at = bytes.indexOf(LINE_FEED, at) + 1 || bytes.length;
  }
  return { oldLines, newLines };
}

interface Body {
  readonly insertions: number;
  readonly deletions: number;
  readonly leading: number;
  readonly trailing: number;
}

/** The hot loop: every byte of a large patch passes here, so nothing is made for a line. */
function readBody(cursor: PatchCursor, { oldLines, newLines }: Places): Body {
  const { bytes } = cursor;
  const lastEnd = cursor.lastEnd;
  let { at } = cursor;
  let old = oldLines;
  let now = newLines;
  let insertions = 0;
  let deletions = 0;
  let leading = 0;
  let trailing = 0;
  let lines = 0;
  while (old > 0 || now > 0) {
    if (at > lastEnd) throw malformed('A hunk that ends early', cursor.line + lines);
    // Lines are short: a loop finds their ends sooner than a call out of the language would.
    let end = at;
    while (bytes[end] !== LINE_FEED) end += 1;
    const sign = bytes[at];
    if (sign === PLUS) {
      insertions += 1;
      now -= 1;
      trailing = 0;
    } else if (sign === MINUS) {
      deletions += 1;
      old -= 1;
      trailing = 0;
    } else if (sign === SPACE || sign === LINE_FEED) {
      old -= 1;
      now -= 1;
      trailing += 1;
      if (insertions + deletions === 0) leading += 1;
    } else if (!isUnfinished(bytes, { start: at, end: end + 1 })) {
      throw malformed('A line in a hunk that is neither kept, added nor removed', cursor.line + lines);
    }
    if (old < 0 || now < 0) throw malformed('A hunk with more lines than its head says', cursor.line + lines);
    at = end + 1;
    lines += 1;
  }
  // The one behind the last line is not counted; git asks for one byte more than there has to be.
  if (bytes.length - at > UNFINISHED_BYTES && bytesStartWith(bytes, at, UNFINISHED)) {
    at = bytes.indexOf(LINE_FEED, at) + 1 || bytes.length;
    lines += 1;
  }
  cursor.at = at;
  cursor.line += lines;
  return { insertions, deletions, leading, trailing };
}

function isUnfinished(bytes: Buffer, { start, end }: Span): boolean {
  return end - start >= UNFINISHED_BYTES && bytesStartWith(bytes, start, UNFINISHED);
}
