// Every new path can be checked out on Windows, macOS and Linux, and means the same file there.
import { finding, type Rule, resultPaths } from '../rule.ts';

const MAX_PATH_CHARACTERS = 200;
const MAX_NAME_BYTES = 255;
/** With any extension: `aux.c` opens a device on Windows. The superscript digits count as digits there. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const RESERVED = /[\\:<>"|?*]/;
const CONTROL = /\p{Cc}/u;
/** Invisible or reordering characters make one name look like another. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

export const portablePathRule: Rule = {
  name: 'portable-path',
  part: 'format',
  check: (facts) =>
    resultPaths(facts).flatMap((path) => {
      const fault = faultOf(path);
      if (fault === null) return [];
      const shown = JSON.stringify(path);
      return [
        finding({ rule: 'portable-path', path }, `${shown} ${fault}`, 'Give the file a name that works everywhere.'),
      ];
    }),
};

/** What is wrong with the path, as the end of a sentence; null for nothing. */
export function faultOf(path: string): string | null {
  if (path.length > MAX_PATH_CHARACTERS) return `is longer than ${MAX_PATH_CHARACTERS} characters`;
  for (const name of path.split('/')) {
    const fault = faultOfName(name);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfName(name: string): string | null {
  if (name === '') return 'is absolute or has an empty part';
  if (name === '.' || name === '..') return 'leaves its folder';
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `has a part longer than ${MAX_NAME_BYTES} bytes`;
  if (CONTROL.test(name)) return 'holds a control character';
  if (INVISIBLE.test(name)) return 'holds an invisible character';
  if (RESERVED.test(name)) return 'holds a character that Windows reserves';
  if (/[. ]$/.test(name)) return 'has a part that ends in a dot or a space';
  if (DEVICE.test(name)) return 'names a Windows device';
  if (/~[0-9]/.test(name)) return 'looks like a short name of Windows (8.3)';
  return null;
}
