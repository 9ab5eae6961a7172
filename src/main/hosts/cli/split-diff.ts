// Splits a diff by its files: what is picked, and the rest, both byte for byte as they were.

export interface SplitDiff {
  readonly picked: Buffer;
  readonly rest: Buffer;
}

const HEADER = Buffer.from('diff --git ');
const LINE_FEED = 10;

/**
 * `files` are those of the patch in the order of its diff. Lines of hunks begin with a sign, and lines of binary data have
 * no blank, so that nothing in a file is taken for the beginning of another.
 */
export function splitDiff(diff: Buffer, files: readonly string[], picked: ReadonlySet<string>): SplitDiff | null {
  const sections = sectionsOf(diff);
  if (sections.length !== files.length) return null;
  const of = (wanted: boolean) => sections.filter((_, at) => picked.has(files[at] ?? '') === wanted);
  return { picked: Buffer.concat(of(true)), rest: Buffer.concat(of(false)) };
}

function sectionsOf(diff: Buffer): readonly Buffer[] {
  const starts: number[] = [];
  for (let at = 0; at < diff.length; at = diff.indexOf(LINE_FEED, at) + 1 || diff.length) {
    if (diff.subarray(at, at + HEADER.length).equals(HEADER)) starts.push(at);
  }
  return starts.map((start, n) => diff.subarray(start, starts[n + 1] ?? diff.length));
}
