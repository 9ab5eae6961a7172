// Puts the hunks of a text file where git puts them: at their place, else at the nearest one where every line fits.
import { malformed } from '../parsed-patch.ts';
import type { GitFile, GitHunk } from './git-patch.ts';

export interface PlacedHunk {
  /** Of the file's hunks, from 1. */
  readonly hunk: number;
  /** Lines below (or, negative, above) the place that the hunk names. */
  readonly offset: number;
}

export interface Placed {
  readonly result: Buffer;
  /** Only those that are not where they say. */
  readonly moved: readonly PlacedHunk[];
}

export interface Placing {
  readonly patch: Buffer;
  readonly reverse: boolean;
  readonly unidiffZero: boolean;
  /** Comparisons of lines that are left, over all files of a patch. */
  readonly budget: { lines: number };
}

/** Lines as latin1, with their line feeds. A line that a hunk made is never the place of a later one. */
interface Image {
  readonly lines: string[];
  readonly made: boolean[];
}

const [SPACE, LINE_FEED, PLUS, MINUS, BACKSLASH] = [32, 10, 43, 45, 92];

/** Throws where a hunk fits nowhere, with its place in the old file. */
export function placeHunks(file: GitFile, old: Buffer, placing: Placing): Placed {
  const lines = linesOf(old);
  const image: Image = { lines, made: lines.map(() => false) };
  const moved: PlacedHunk[] = [];
  for (const [index, hunk] of file.hunks.entries()) {
    const sides = sidesOf(placing, hunk);
    const wanted = Math.max(hunk.newStart - 1, 0);
    const at = findPlace(image, { sides, hunk, wanted }, placing);
    if (at === null)
      throw malformed(`Hunk ${index + 1} (old line ${hunk.oldStart}) fits nowhere in its file`, file.line);
    if (at !== wanted) moved.push({ hunk: index + 1, offset: at - wanted });
    image.lines.splice(at, sides.old.length, ...sides.new);
    image.made.splice(at, sides.old.length, ...sides.new.map(() => true));
  }
  return { result: Buffer.from(image.lines.join(''), 'latin1'), moved };
}

function linesOf(bytes: Buffer): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at) + 1 || bytes.length;
    lines.push(bytes.toString('latin1', at, end));
    at = end;
  }
  return lines;
}

interface Sides {
  readonly old: readonly string[];
  readonly new: readonly string[];
}

function sidesOf({ patch, reverse }: Placing, { body }: GitHunk): Sides {
  const old: string[] = [];
  const now: string[] = [];
  for (let at = body.start; at < body.end; ) {
    const next = patch.indexOf(LINE_FEED, at) + 1 || body.end;
    const sign = patch[at];
    const end = next < body.end && patch[next] === BACKSLASH ? next - 1 : next;
    if (sign === LINE_FEED) {
      // An empty line without even a line feed is nothing.
      if (end === next) {
        old.push('\n');
        now.push('\n');
      }
    } else if (sign !== BACKSLASH) {
      const text = patch.toString('latin1', at + 1, end);
      if (sign === SPACE || sign === (reverse ? PLUS : MINUS)) old.push(text);
      if (sign === SPACE || sign === (reverse ? MINUS : PLUS)) now.push(text);
    }
    at = next;
  }
  return { old, new: now };
}

interface Search {
  readonly sides: Sides;
  readonly hunk: GitHunk;
  readonly wanted: number;
}

interface Bounds {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** First at the place itself, then by turns one further down and one further up. */
function findPlace(image: Image, { sides, hunk, wanted }: Search, placing: Placing): number | null {
  const bounds: Bounds = {
    atStart: hunk.oldStart === 0 || (hunk.oldStart === 1 && !placing.unidiffZero),
    atEnd: !placing.unidiffZero && hunk.trailing === 0,
  };
  const count = image.lines.length;
  const last = count - sides.old.length;
  const start = bounds.atStart ? 0 : bounds.atEnd ? last : wanted;
  const first = start < 0 || start > count ? count : start;
  for (let distance = 0; distance <= count; distance += 1) {
    placing.budget.lines -= 1;
    if (placing.budget.lines < 0) throw malformed('A patch whose hunks are searched for too long', hunk.oldStart);
    const [below, above] = [first + distance, first - distance];
    if (below <= last && fits(image, { old: sides.old, at: below, bounds }, placing)) return below;
    if (distance > 0 && above >= 0 && above <= last && fits(image, { old: sides.old, at: above, bounds }, placing)) {
      return above;
    }
    if (below >= count && above <= 0) return null;
  }
  return null;
}

interface Try {
  readonly old: readonly string[];
  readonly at: number;
  readonly bounds: Bounds;
}

function fits({ lines, made }: Image, { old, at, bounds }: Try, { budget }: Placing): boolean {
  if (bounds.atStart && at > 0) return false;
  if (bounds.atEnd && at + old.length !== lines.length) return false;
  for (let index = 0; index < old.length; index += 1) {
    budget.lines -= 1;
    if (made[at + index]) return false;
    if (lines[at + index] === old[index]) continue;
    return fitsByBytes({ lines, made }, { old, at, bounds });
  }
  return true;
}

/**
 * git compares bytes, not lines: a line without line feed also fits the beginning of one that goes on with blanks, and
 * such a line in the middle of a file shifts those behind it.
 */
function fitsByBytes({ lines, made }: Image, { old, at, bounds }: Try): boolean {
  const covered = lines.slice(at, at + old.length);
  if (covered.some((line, index) => made[at + index] === true || unblanked(line) !== unblanked(old[index] ?? ''))) {
    return false;
  }
  const wanted = old.join('');
  const found = covered.join('') + (bounds.atEnd ? '' : lines.slice(at + old.length).join(''));
  return bounds.atEnd ? found === wanted : found.startsWith(wanted);
}

function unblanked(line: string): string {
  return line.replace(/[ \t\r\n]+/g, '');
}
