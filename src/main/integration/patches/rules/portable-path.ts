// Every new path can be checked out on Windows, macOS and Linux, and means the same file there.
import { holdsUnseen, visibleText } from '../../../../shared/lib/visible-text.ts';
import { finding, forReview, isNewPath, type Rule } from '../rule.ts';

const NAME = 'portable-path';
/** Windows stops at 259 characters, and the folder of the checkout stands before the path. */
const MAX_PATH_CHARACTERS = 200;
const MAX_NAME_BYTES = 255;
/** With any extension: `aux.c` opens a device on Windows. The superscript digits count as digits there. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;
const RESERVED = /[\\:<>"|?*]/;
const CONTROL = /\p{Cc}/u;
const ADVICE = 'Give the file a name that works everywhere.';

export const portablePathRule: Rule = {
  name: NAME,
  part: 'format',
  check: ({ files }) =>
    files
      .filter((file) => file.change !== 'deleted')
      .flatMap((file) => {
        const { path } = file;
        const place = { rule: NAME, path };
        const fault = faultOf(path);
        if (fault !== null) {
          const message = `"${visibleText(path)}" ${fault}`;
          // It is there already: taking the change of its content harms nobody more.
          return [
            isNewPath(file)
              ? finding(place, message, ADVICE)
              : finding({ ...place, severity: 'warning' }, message, ADVICE),
          ];
        }
        if (!isNewPath(file) || !path.split('/').some((name) => name.startsWith('-'))) return [];
        return [forReview(place, `"${path}" looks like an option to programs`, 'Let no name begin with a hyphen.')];
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
  if (name.includes('\ufffd')) return 'is not valid UTF-8';
  if (CONTROL.test(name)) return 'holds a control character';
  if (holdsUnseen(name)) return 'holds an invisible character';
  if (RESERVED.test(name)) return 'holds a character that Windows reserves';
  if (/[. ]$/.test(name)) return 'has a part that ends in a dot or a space';
  if (DEVICE.test(name)) return 'names a Windows device';
  if (/~[0-9]/.test(name)) return 'looks like a short name of Windows (8.3)';
  return null;
}
