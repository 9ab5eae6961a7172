// The lines a patch adds and takes away, with their places: what rules about content look at.
import type { ParsedFile } from './parsed-patch.ts';

export interface ChangedLine {
  readonly path: string;
  /** In its own side of the file, from 1. */
  readonly line: number;
  /** Without its line feed; bytes that are not UTF-8 are replaced. */
  readonly text: string;
}

export interface ChangedLines {
  readonly added: readonly ChangedLine[];
  readonly removed: readonly ChangedLine[];
}

const [LINE_FEED, PLUS, MINUS, BACKSLASH] = [10, 43, 45, 92];

export function changedLines(diff: Buffer, files: readonly ParsedFile[]): ChangedLines {
  const lines = { added: [] as ChangedLine[], removed: [] as ChangedLine[] };
  for (const file of files) {
    for (const hunk of file.hunks) {
      let [oldLine, line] = [hunk.oldStart, hunk.newStart];
      for (let at = hunk.body.start; at < hunk.body.end; ) {
        const end = diff.indexOf(LINE_FEED, at);
        const sign = diff[at];
        const text = () => diff.toString('utf8', at + 1, end);
        if (sign === PLUS) lines.added.push({ path: file.newPath ?? '', line, text: text() });
        if (sign === MINUS) lines.removed.push({ path: file.oldPath ?? '', line: oldLine, text: text() });
        if (sign !== MINUS && sign !== BACKSLASH) line += 1;
        if (sign !== PLUS && sign !== BACKSLASH) oldLine += 1;
        at = end + 1;
      }
    }
  }
  return lines;
}
