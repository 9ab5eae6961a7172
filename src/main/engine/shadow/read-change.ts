// A stored diff as the spans of lines it changes and the lines it adds.
import { changedLines } from '../../integration/patches/changed-lines.ts';
import { parsePatch } from '../../integration/patches/parse-patch.ts';
import type { Hunk, ParsedFile } from '../../integration/patches/parsed-patch.ts';
import type { ChangedFile, ChangedSpan } from './line-owners.ts';

export interface ReadChange {
  readonly files: readonly ChangedFile[];
  /** Added lines without surrounding blanks, by file; of the first few thousand. */
  readonly added: ReadonlyMap<string, readonly string[]>;
}

/** More lines of one patch are not looked at for what they name or repeat. */
const ADDED_LINES = 4_000;

/** Null for what cannot be read as a diff of ours. */
export function readChange(diff: Uint8Array): ReadChange | null {
  const bytes = Buffer.from(diff.buffer, diff.byteOffset, diff.byteLength);
  const parsed = parsePatch(diff);
  if (parsed.kind === 'problem') return null;
  const added = new Map<string, string[]>();
  for (const { path, text } of changedLines(bytes, parsed.files).added.slice(0, ADDED_LINES)) {
    const line = text.trim();
    if (line === '') continue;
    const lines = added.get(path);
    if (lines === undefined) added.set(path, [line]);
    else lines.push(line);
  }
  return { files: parsed.files.map((file) => changedFile(bytes, file)), added };
}

function changedFile(bytes: Buffer, file: ParsedFile): ChangedFile {
  const isNew = file.change === 'added' || file.change === 'copied';
  return {
    path: file.newPath ?? file.oldPath ?? '',
    oldPath: isNew ? null : file.oldPath,
    isDeleted: file.change === 'deleted',
    spans: file.binary === null ? file.hunks.flatMap((hunk) => spansOf(bytes, hunk)) : null,
  };
}

const [LINE_FEED, SPACE, PLUS, MINUS, BACKSLASH] = [10, 32, 43, 45, 92];

/** A hunk without its context. */
function spansOf(bytes: Buffer, hunk: Hunk): readonly ChangedSpan[] {
  const spans: ChangedSpan[] = [];
  // An empty side names the line before it.
  let oldLine = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart;
  let newLine = hunk.newLines === 0 ? hunk.newStart + 1 : hunk.newStart;
  let open: { oldStart: number; newStart: number } | null = null;
  const close = () => {
    if (open !== null) spans.push({ ...open, oldEnd: oldLine, newEnd: newLine });
    open = null;
  };
  for (let at = hunk.body.start; at < hunk.body.end; at = bytes.indexOf(LINE_FEED, at) + 1) {
    const sign = bytes[at];
    if (sign === BACKSLASH) continue;
    if (sign === SPACE) close();
    else open ??= { oldStart: oldLine, newStart: newLine };
    if (sign !== PLUS) oldLine += 1;
    if (sign !== MINUS) newLine += 1;
  }
  close();
  return spans;
}
