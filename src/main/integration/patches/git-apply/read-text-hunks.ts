// The hunks of one text file as git counts them; the lines themselves stay where they are.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import { malformed, type Span, tooLarge } from '../parsed-patch.ts';
import { advance, currentLine, isWhole, type PatchCursor, startsWith } from '../patch-cursor.ts';
import type { GitHunk } from './git-patch.ts';

export interface TextHunks {
  readonly hunks: readonly GitHunk[];
  readonly insertions: number;
  readonly deletions: number;
}

const HEAD = /^@@ -(\d{1,10})(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/;
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
  while (startsWith(cursor, '@@ -')) {
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
  const match = HEAD.exec(currentLine(cursor));
  if (match === null || !isWhole(cursor)) throw malformed('A hunk head that cannot be read', cursor.line);
  const [oldStart = 0, oldLines = 1, newStart = 0, newLines = 1] = match
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : Number(digits)));
  if (Math.max(oldStart, oldLines, newStart, newLines) > MAX_PLACE) {
    throw malformed('A hunk at a place that no file has', cursor.line);
  }
  const written = { oldStart, oldLines, newStart, newLines };
  advance(cursor);
  const places = recount ? { ...written, ...recounted(cursor) } : written;
  const start = cursor.at;
  const body = readBody(cursor, places);
  if (!recount && body.insertions + body.deletions === 0) throw malformed('A hunk that changes nothing', cursor.line);
  return {
    hunk: { ...places, leading: body.leading, trailing: body.trailing, body: { start, end: cursor.at } },
    insertions: body.insertions,
    deletions: body.deletions,
  };
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
      const rest = bytes.toString('latin1', at, at + 5);
      if (rest !== 'diff ' && !rest.startsWith('@@ ')) return {};
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
  let { at } = cursor;
  let [old, now, insertions, deletions, leading, trailing, lines] = [oldLines, newLines, 0, 0, 0, 0, 0];
  while (old > 0 || now > 0) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end === -1) throw malformed('A hunk that ends early', cursor.line + lines);
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
  const next = bytes.indexOf(LINE_FEED, at) + 1 || bytes.length;
  if (bytes.length - at > UNFINISHED_BYTES && bytes.toString('latin1', at, at + 2) === UNFINISHED) {
    at = next;
    lines += 1;
  }
  cursor.at = at;
  cursor.line += lines;
  return { insertions, deletions, leading, trailing };
}

function isUnfinished(bytes: Buffer, { start, end }: Span): boolean {
  return end - start >= UNFINISHED_BYTES && bytes.toString('latin1', start, start + 2) === UNFINISHED;
}
