// The lines a patch adds, with their place in the new file: what rules about content look at.
import type { ParsedFile } from './parsed-patch.ts';

export interface AddedLine {
  readonly path: string;
  /** In the new file, from 1. */
  readonly line: number;
  /** Without its line feed; bytes that are not UTF-8 are replaced. */
  readonly text: string;
}

const [LINE_FEED, PLUS, MINUS, BACKSLASH] = [10, 43, 45, 92];

export function addedLines(diff: Buffer, files: readonly ParsedFile[]): readonly AddedLine[] {
  const lines: AddedLine[] = [];
  for (const file of files) {
    for (const hunk of file.hunks) {
      let line = hunk.newStart;
      for (let at = hunk.body.start; at < hunk.body.end; ) {
        const end = diff.indexOf(LINE_FEED, at);
        const sign = diff[at];
        if (sign === PLUS) lines.push({ path: file.newPath ?? '', line, text: diff.toString('utf8', at + 1, end) });
        if (sign !== MINUS && sign !== BACKSLASH) line += 1;
        at = end + 1;
      }
    }
  }
  return lines;
}
