// No path is, or on some file system becomes, git's own folder or one of the files that steer git.
import { finding, type Rule, touchedPaths } from '../rule.ts';

/** HFS+ ignores these when it compares names. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** Windows' short forms of `.git`, `.gitmodules`, `.gitattributes`, `.gitignore`, `.mailmap`. */
const SHORT =
  /^(?:git~[0-9]+|gitmod~[1-4]|gitatt~[1-4]|gitign~[1-4]|mailma~[1-4]|gi[0-9a-f]{4}~[0-9]|ma[0-9a-f]{4}~[0-9])$/;
const STEERING = new Set(['.gitmodules', '.gitattributes', '.gitignore', '.mailmap']);
/** These three side by side make git take the folder for a repository. */
const BARE = ['HEAD', 'objects', 'refs'];

export const gitDirectoryRule: Rule = {
  name: 'git-directory',
  part: 'format',
  check(facts) {
    const named = touchedPaths(facts).flatMap((path) => {
      const fault = gitFaultOf(path);
      return fault === null
        ? []
        : [finding({ rule: 'git-directory', path }, `${JSON.stringify(path)} ${fault}`, ADVICE)];
    });
    const bare = [...facts.resultNames]
      .filter(([, names]) => BARE.every((name) => names.includes(name)))
      .map(([folder]) =>
        finding(
          { rule: 'git-directory', path: folder },
          `${folder || 'The root'} would become a bare git repository`,
          ADVICE,
        ),
      );
    return [...named, ...bare];
  },
};

const ADVICE = 'A patch never touches git’s own files. Take this file out of the change.';

/** What is wrong with the path, as the end of a sentence; null for nothing. */
export function gitFaultOf(path: string): string | null {
  for (const part of path.split(/[/\\]/)) {
    const plain = plainName(part);
    if (plain === '.git') return 'is inside git’s own folder';
    if (SHORT.test(plain)) return 'is a short name for one of git’s own files';
    if (plain === '.gitmodules') return 'defines submodules, which a patch may not do';
    if (STEERING.has(plain) && plain !== part) return `is ${plain} in disguise`;
  }
  return null;
}

/** The name as the most forgiving file system reads it: NTFS streams and trailing dots, HFS+ ignorables, case. */
function plainName(part: string): string {
  const [stream = ''] = part.replace(IGNORED_BY_HFS, '').normalize('NFC').toLowerCase().split(':');
  return stream.replace(/[. ]+$/, '');
}
