// A file name as the most forgiving file system compares it: case, Unicode form and ignored characters do not count.

/** HFS+ ignores these when it compares names. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Upper then lower: `ß` and `SS`, `ſ` and `s`, `ı` and `i` are one on some systems. */
export function foldName(name: string): string {
  return name.replace(IGNORED_BY_HFS, '').normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
