// Our own applier: what one file becomes, computed from the diff alone, so that diff and tree can be held to each other.
import { decodeBinary, MAX_BINARY_BYTES } from './decode-binary.ts';
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

/** Git's delta: both sizes, then copies from `old` and literal insertions. */
function applyDelta(delta: Buffer, old: Buffer): Buffer | null {
  const [oldSize, afterOld] = readSize(delta, 0);
  const [newSize, start] = readSize(delta, afterOld);
  if (oldSize !== old.length || newSize > MAX_BINARY_BYTES) return null;
  const parts: Buffer[] = [];
  let made = 0;
  for (let at = start; at < delta.length; ) {
    const code = delta[at] ?? 0;
    at += 1;
    if (code === 0) return null;
    if (code < 0x80) {
      parts.push(delta.subarray(at, at + code));
      at += code;
      made += code;
      continue;
    }
    const [offset, afterOffset] = readBits(delta, at, code & 0x0f);
    const [size, next] = readBits(delta, afterOffset, (code >> 4) & 0x07);
    at = next;
    made += size === 0 ? 0x10000 : size;
    if (made > newSize) return null;
    parts.push(old.subarray(offset, offset + (size === 0 ? 0x10000 : size)));
  }
  const result = Buffer.concat(parts);
  return result.length === newSize ? result : null;
}

function readSize(delta: Buffer, from: number): readonly [number, number] {
  let size = 0;
  let at = from;
  for (let weight = 1; at < delta.length; weight *= 128) {
    const byte = delta[at] ?? 0;
    at += 1;
    size += (byte & 0x7f) * weight;
    if (byte < 0x80) break;
  }
  return [size, at];
}

/** One byte for each set bit, lowest first. */
function readBits(delta: Buffer, from: number, bits: number): readonly [number, number] {
  let value = 0;
  let at = from;
  for (let place = 0; place < 4; place += 1) {
    if ((bits & (1 << place)) === 0) continue;
    value += (delta[at] ?? 0) * 2 ** (8 * place);
    at += 1;
  }
  return [value, at];
}
