// Reads git's unified diff strictly: only what git itself writes, every count exact, nothing before, between or after.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { parseBinary } from './parse-binary.ts';
import { type FileHeader, parseHeader } from './parse-header.ts';
import { parseHunks } from './parse-hunks.ts';
import { malformed, type ParsedFile, type ParseResult, tooLarge } from './parsed-patch.ts';
import { atEnd, cursorOf, type PatchCursor, startsWith } from './patch-cursor.ts';

const EMPTY_BLOB = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

/**
 * `whole`: as Patchbay captures patches, with every object named in full. `abbreviated`: object names may be short or
 * missing, as `git diff` writes them for people; git finds out from the base what is meant.
 */
export type ObjectNames = 'whole' | 'abbreviated';

/** Bytes, files and lines past the hard limits are problems too. An empty diff has no files. */
export function parsePatch(diff: Uint8Array, names: ObjectNames = 'whole'): ParseResult {
  const cursor = cursorOf(Buffer.from(diff.buffer, diff.byteOffset, diff.byteLength));
  try {
    return { kind: 'parsed', files: parseFiles(cursor, names) };
  } catch (thrown) {
    if (!(thrown instanceof PatchbayError)) throw thrown;
    const { line } = thrown.values;
    return {
      kind: 'problem',
      problem: thrown.message,
      line: typeof line === 'number' ? line : cursor.line,
      tooLarge: thrown.code === 'E_PATCH_TOO_LARGE',
    };
  }
}

function parseFiles(cursor: PatchCursor, names: ObjectNames): readonly ParsedFile[] {
  if (cursor.bytes.length > LIMITS.patchMaxBytes) throw tooLarge(LIMITS.patchMaxBytes, 'bytes', 0);
  const files: ParsedFile[] = [];
  const seen = new Set<string>();
  let lines = 0;
  let binaryBytes = 0;
  while (!atEnd(cursor)) {
    const file = parseFile(cursor, names, LIMITS.patchHardMaxLines - lines);
    lines += file.insertions + file.deletions;
    binaryBytes += file.binary?.bytes ?? 0;
    if (binaryBytes > LIMITS.binaryMaxBytes) throw tooLarge(LIMITS.binaryMaxBytes, 'bytes of binary files', file.line);
    const path = file.newPath ?? file.oldPath ?? '';
    if (seen.has(path)) throw malformed(`${JSON.stringify(path)} appears twice`, file.line);
    seen.add(path);
    files.push(file);
    if (files.length > LIMITS.patchHardMaxFiles) throw tooLarge(LIMITS.patchHardMaxFiles, 'files', file.line);
  }
  return files;
}

function parseFile(cursor: PatchCursor, names: ObjectNames, maxLines: number): ParsedFile {
  const header = parseHeader(cursor, names);
  if (startsWith(cursor, '--- ')) {
    if (header.newOid === null && names === 'whole') throw malformed('Content without an index line', header.line);
    return { ...header, ...parseHunks(cursor, header, maxLines), binary: null };
  }
  const none = { hunks: [], insertions: 0, deletions: 0 };
  if (startsWith(cursor, 'GIT binary patch\n')) {
    if (header.newOid === null) throw malformed('Content without an index line', header.line);
    return { ...header, ...none, binary: parseBinary(cursor) };
  }
  if (startsWith(cursor, 'Binary files ')) throw malformed('A binary file without its content', cursor.line);
  if (!mayLackContent(header, names)) throw malformed('A changed file without its content', header.line);
  return { ...header, ...none, binary: null };
}

/** A rename or copy as it is, a change of mode, an empty file that comes or goes. */
function mayLackContent(header: FileHeader, names: ObjectNames): boolean {
  if (names === 'abbreviated' && header.newOid === null && header.change !== 'modified') return true;
  if (header.change === 'added') return header.newOid === EMPTY_BLOB;
  if (header.change === 'deleted') return header.oldOid === EMPTY_BLOB;
  if (header.newOid !== null) return false;
  return header.change === 'renamed' || header.change === 'copied' || header.oldMode !== header.newMode;
}
