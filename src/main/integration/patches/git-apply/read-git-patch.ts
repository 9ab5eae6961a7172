// Reads a patch as `git apply` does: prose is passed over, and each file comes out as soon as it is read.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../../shared/lib/errors.ts';
import { malformed, tooLarge } from '../parsed-patch.ts';
import {
  advance,
  atEnd,
  bytesStartWith,
  currentLine,
  cursorOf,
  lineEnd,
  type PatchCursor,
  startsWith,
} from '../patch-cursor.ts';
import { type GitFile, type GitHeader, type GitOptions, reversed } from './git-patch.ts';
import { readBinarySides } from './read-binary-sides.ts';
import { readGitHeader } from './read-git-header.ts';
import { readTextHunks, type TextHunks } from './read-text-hunks.ts';
import { isBare, readTraditionalHeader } from './read-traditional-header.ts';

export type GitReading =
  | { readonly kind: 'read'; readonly files: readonly GitFile[] }
  /** What git would refuse, or what it would read in a way that nobody means. */
  | { readonly kind: 'refused'; readonly problem: string; readonly line: number; readonly tooLarge: boolean };

const [DASH, LETTER_D, AT] = [45, 100, 64];
/** The shortest line that git looks at, its line feed included; so much has to follow a header line, too. */
const SHORTEST = 6;
const HUNK_HEAD = /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/;

/** All files at once. A patch without any is refused, as git refuses it. */
export function readGitPatch(patch: Uint8Array, options: GitOptions): GitReading {
  const cursor = cursorOf(Buffer.from(patch.buffer, patch.byteOffset, patch.byteLength));
  try {
    const files = [...streamFiles(cursor, options)];
    if (files.length === 0) throw malformed('No patch in this file', 1);
    return { kind: 'read', files };
  } catch (thrown) {
    return refusalOf(thrown, cursor);
  }
}

/** Anything but a refusal of the parser is thrown on. */
export function refusalOf(thrown: unknown, cursor: { readonly line: number }): GitReading & { kind: 'refused' } {
  if (!(thrown instanceof PatchbayError)) throw thrown;
  const { line } = thrown.values;
  const tooLarge = thrown.code === 'E_PATCH_TOO_LARGE';
  const at = typeof line === 'number' ? line : cursor.line;
  return { kind: 'refused', problem: thrown.message, line: at, tooLarge };
}

/** One file after the other; throws what is refused. Nothing is kept of a file once it is handed out. */
export function* streamFiles(cursor: PatchCursor, options: GitOptions): Generator<GitFile, void, undefined> {
  if (cursor.bytes.length > LIMITS.patchReadBytes) throw tooLarge(LIMITS.patchReadBytes, 'bytes', 0);
  const naming: Naming = { strip: options.strip ?? 1, guess: options.strip === null, directory: options.directory };
  const count = { files: 0, hunks: 0, inflated: 0 };
  while (!atEnd(cursor)) {
    const header = findHeader(cursor, naming);
    if (header === null) return;
    const file = readFile(cursor, header, options.recount);
    count.files += 1;
    count.hunks += file.hunks.length;
    count.inflated += (file.binary?.forward?.bytes ?? 0) + (file.binary?.back?.bytes ?? 0);
    expectWithin(count, header.line);
    yield options.reverse ? reversed(file) : file;
  }
}

function expectWithin(
  count: { readonly files: number; readonly hunks: number; readonly inflated: number },
  line: number,
) {
  if (count.files > LIMITS.patchReadFiles) throw tooLarge(LIMITS.patchReadFiles, 'files', line);
  if (count.hunks > LIMITS.patchReadHunks) throw tooLarge(LIMITS.patchReadHunks, 'hunks', line);
  const most = 2 * LIMITS.binaryMaxBytes;
  if (count.inflated > most) throw tooLarge(most, 'bytes of binary content', line);
}

interface Naming {
  strip: number;
  guess: boolean;
  readonly directory: string;
}

/** Passes over prose. Null where no header comes any more. */
function findHeader(cursor: PatchCursor, naming: Naming): GitHeader | null {
  let lone = false;
  for (; !atEnd(cursor); advance(cursor)) {
    const first = cursor.bytes[cursor.at];
    const end = lineEnd(cursor) + 1;
    if (end - cursor.at < SHORTEST) continue;
    if (first === AT && HUNK_HEAD.test(currentLine(cursor)) && end <= cursor.bytes.length) {
      throw malformed('A hunk without a header', cursor.line);
    }
    if (cursor.bytes.length - end < SHORTEST) return null;
    const isGit = first === LETTER_D && startsWith(cursor, 'diff --git ');
    const traditional = first === DASH ? traditionalLines(cursor, end) : null;
    if (!isGit && traditional === null) continue;
    // git keeps names of a lone `diff --git` line for what comes next.
    if (lone) throw malformed('A header behind a `diff --git` line that has nothing of its own', cursor.line);
    if (traditional !== null) return traditionalHeader(cursor, naming, traditional);
    const before = { at: cursor.at, line: cursor.line };
    const header = readGitHeader(cursor, naming);
    if (header !== null) return header;
    Object.assign(cursor, before);
    lone = true;
  }
  return null;
}

interface Lines {
  readonly old: string;
  readonly new: string;
}

function traditionalLines({ bytes, at }: PatchCursor, next: number): Lines | null {
  if (!bytesStartWith(bytes, at, '--- ') || !bytesStartWith(bytes, next, '+++ ')) return null;
  const newEnd = bytes.indexOf(10, next);
  if (newEnd === -1 || !bytesStartWith(bytes, newEnd + 1, '@@ -')) return null;
  return { old: bytes.toString('latin1', at + 4, next - 1), new: bytes.toString('latin1', next + 4, newEnd) };
}

function traditionalHeader(cursor: PatchCursor, naming: Naming, lines: Lines): GitHeader {
  if (naming.guess && isBare(lines, naming.directory)) {
    naming.strip = 0;
    naming.guess = false;
  }
  const header = readTraditionalHeader(lines, { ...naming, line: cursor.line });
  advance(cursor);
  advance(cursor);
  return header;
}

function readFile(cursor: PatchCursor, header: GitHeader, recount: boolean): GitFile {
  const text = readTextHunks(cursor, recount);
  const settled = settle(header, text);
  if (text.hunks.length > 0) return { ...settled, ...text, binary: null };
  const binary = readBinarySides(cursor);
  if (binary === null && !changesMore(settled)) throw malformed('A header without any change', header.line);
  return { ...settled, ...text, binary };
}

/** Old lines say that a file was there, new ones that it stays; so do two hunks. */
function settle(header: GitHeader, { hunks }: TextHunks): GitHeader {
  if (header.isNew === false && header.isDelete === false) return header;
  const several = hunks.length > 1;
  const old = hunks.some(({ oldLines }) => oldLines > 0);
  const now = hunks.some(({ newLines }) => newLines > 0);
  const isNew = header.isNew === 'unsaid' && (old || several) ? false : header.isNew;
  const isDelete = header.isDelete === 'unsaid' && (now || several) ? false : header.isDelete;
  if (isNew === true && old) throw malformed('A new file that has old lines', header.line);
  if (isDelete === true && now) throw malformed('A deleted file that has new lines', header.line);
  return { ...header, isNew, isDelete };
}

function changesMore({ isNew, isDelete, isRename, isCopy, oldMode, newMode }: GitHeader): boolean {
  const mode = oldMode !== 0 && newMode !== 0 && oldMode !== newMode;
  return isRename || isCopy || isNew === true || isDelete !== false || mode;
}
