// No path is, or on some file system becomes, git's own folder or one of the files that steer git.
import { visibleText } from '../../../../shared/lib/visible-text.ts';
import { foldName } from '../fold-name.ts';
import { finding, type Rule, touchedPaths } from '../rule.ts';

/** Windows' short forms of `.git`, `.gitmodules`, `.gitattributes`, `.gitignore`, `.mailmap`, with their hashed forms. */
const SHORT = /^(?:git|gitmod|gitatt|gitign|mailma|gi[0-9a-f]{1,4}|ma[0-9a-f]{1,4}|g|m)?~[0-9]+$/;
const STEERING = new Set(['.gitmodules', '.gitattributes', '.gitignore', '.mailmap']);

export const gitDirectoryRule: Rule = {
  name: 'git-directory',
  part: 'format',
  check: (facts) =>
    touchedPaths(facts).flatMap((path) => {
      const fault = gitFaultOf(path);
      if (fault === null) return [];
      return [finding({ rule: 'git-directory', path }, `"${visibleText(path)}" ${fault}`, ADVICE)];
    }),
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
  const [stream = ''] = foldName(part).split(':');
  return stream.replace(/[. ]+$/, '');
}
