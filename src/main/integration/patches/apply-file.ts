// Our own applier: what one file becomes, computed from the diff alone, so that diff and tree can be held to each other.
import { applyDelta } from './apply-delta.ts';
import { decodeBinary } from './decode-binary.ts';
import type { BinaryHunk, Hunk, ParsedFile } from './parsed-patch.ts';

const [LINE_FEED, PLUS, MINUS, BACKSLASH] = [10, 43, 45, 92];

/** Null where the diff does not fit `old` exactly: no fuzz, no offset. */
export function applyFile(diff: Buffer, file: ParsedFile, old: Buffer): Buffer | null {
  if (file.binary !== null) return applyBinary(diff, file.binary, old);
  return applyHunks(diff, file.hunks, { from: old, taken: MINUS });
}

/** The way back: the old content from the new one. Null for binary files and where the diff does not fit. */
export function unapplyFile(diff: Buffer, file: ParsedFile, now: Buffer): Buffer | null {
  if (file.binary !== null) return null;
  const turned = file.hunks.map(({ oldStart, oldLines, newStart, newLines, body }) => ({
    oldStart: newStart,
    oldLines: newLines,
    newStart: oldStart,
    newLines: oldLines,
    body,
  }));
  return applyHunks(diff, turned, { from: now, taken: PLUS });
}

interface Source {
  readonly from: Buffer;
  /** Sign of the lines that `from` has and the result has not. */
  readonly taken: number;
}

function applyHunks(diff: Buffer, hunks: readonly Hunk[], source: Source): Buffer | null {
  const { from: old } = source;
  const parts: Buffer[] = [];
  let at = 0;
  let line = 1;
  for (const hunk of hunks) {
    const from = at;
    const first = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart;
    for (; line < first; line += 1) {
      const end = old.indexOf(LINE_FEED, at);
      if (end === -1) return null;
      at = end + 1;
    }
    parts.push(old.subarray(from, at));
    const next = applyHunk(diff, hunk, { ...source, at, parts });
    if (next === null) return null;
    at = next;
    line += hunk.oldLines;
  }
  parts.push(old.subarray(at));
  return Buffer.concat(parts);
}

interface Place extends Source {
  readonly at: number;
  readonly parts: Buffer[];
}

/** Returns where the old file goes on; null where its lines are not the ones the hunk names. */
function applyHunk(diff: Buffer, hunk: Hunk, { from: old, taken, at: start, parts }: Place): number | null {
  let at = start;
  for (let from = hunk.body.start; from < hunk.body.end; ) {
    const next = diff.indexOf(LINE_FEED, from) + 1 || hunk.body.end;
    const sign = diff[from];
    const unfinished = next < hunk.body.end && diff[next] === BACKSLASH;
    const text = diff.subarray(from + 1, unfinished ? next - 1 : next);
    from = next;
    if (sign === BACKSLASH) continue;
    const isKept = sign !== PLUS && sign !== MINUS;
    if (isKept || sign === taken) {
      if (!old.subarray(at, at + text.length).equals(text)) return null;
      at += text.length;
    }
    if (sign !== taken) parts.push(text);
  }
  return at;
}

function applyBinary(diff: Buffer, hunk: BinaryHunk, old: Buffer): Buffer | null {
  const data = decodeBinary(diff, hunk);
  return data === null || hunk.kind === 'literal' ? data : applyDelta(data, old);
}
