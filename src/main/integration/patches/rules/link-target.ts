// A symbolic link, where the project allows them, stays inside the repository and out of git's folder.
import { posix } from 'node:path';
import type { Finding } from '../../../../shared/domain/patch.ts';
import { visibleText } from '../../../../shared/lib/visible-text.ts';
import { foldName } from '../fold-name.ts';
import { finding, type PatchFacts, type Rule } from '../rule.ts';
import { gitFaultOf } from './git-directory.ts';
import { faultOf } from './portable-path.ts';

const LINK = '120000';
/** git reads these itself, and a link could show it any file. */
const STEERING = /^\.(?:git.*|mailmap|lfsconfig)$/;

export const linkTargetRule: Rule = {
  name: 'link-target',
  part: 'format',
  reads: ({ newMode }) => newMode === LINK,
  check: (facts) => facts.files.filter(({ newMode }) => newMode === LINK).flatMap(({ path }) => checkLink(facts, path)),
};

function checkLink({ contents }: PatchFacts, path: string): readonly Finding[] {
  const target = contents.get(path)?.after ?? null;
  const fault = target === null ? 'leads to something that cannot be read' : targetFault(path, target);
  if (fault === null) return [];
  const message = `The link ${visibleText(path)} ${fault}`;
  return [
    finding({ rule: 'link-target', path }, message, 'Let it lead to a file of the repository, by a relative path.'),
  ];
}

/** What is wrong, as the end of a sentence; null for nothing. */
function targetFault(path: string, target: string): string | null {
  if (STEERING.test(foldName(posix.basename(path)))) return 'is a file that git reads itself';
  const shown = visibleText(target.slice(0, 200));
  if (/^(?:[/\\~]|[a-z]:)/i.test(target)) return `leads to an absolute path ("${shown}")`;
  const reached = posix.join(posix.dirname(path), target);
  if (reached === '..' || reached.startsWith('../')) return `leads out of the repository ("${shown}")`;
  if (gitFaultOf(reached) !== null || gitFaultOf(target) !== null) return `leads to git’s own files ("${shown}")`;
  return reached !== '.' && faultOf(reached) !== null
    ? `leads to a name that not every system knows ("${shown}")`
    : null;
}
