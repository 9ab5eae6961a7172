// Whether a diff adds or removes a line that holds a text: its headers and the lines it only shows do not count.

/** Letter for letter. O(size of the diff). */
export function changesText(diff: Uint8Array, text: string): boolean {
  const bytes = Buffer.from(diff.buffer, diff.byteOffset, diff.byteLength);
  const wanted = Buffer.from(text);
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    const start = bytes.lastIndexOf(0x0a, at) + 1;
    const first = bytes[start];
    if ((first === 0x2b || first === 0x2d) && at > start && !isHeader(bytes, start)) return true;
  }
  return false;
}

/** `--- a/x` and `+++ b/x` come in a pair, the second one followed by a hunk. */
function isHeader(bytes: Buffer, start: number): boolean {
  const here = lineAt(bytes, start);
  const after = lineAt(bytes, here.end);
  if (here.text.startsWith('+++ ')) return after.text.startsWith('@@ ') && before(bytes, start).startsWith('--- ');
  if (!here.text.startsWith('--- ') || !after.text.startsWith('+++ ')) return false;
  return lineAt(bytes, after.end).text.startsWith('@@ ');
}

function before(bytes: Buffer, start: number): string {
  if (start === 0) return '';
  return lineAt(bytes, bytes.lastIndexOf(0x0a, start - 2) + 1).text;
}

function lineAt(bytes: Buffer, start: number): { readonly text: string; readonly end: number } {
  const found = bytes.indexOf(0x0a, start);
  const end = found === -1 ? bytes.length : found + 1;
  return { text: bytes.toString('latin1', start, Math.min(end, start + 8)), end };
}
