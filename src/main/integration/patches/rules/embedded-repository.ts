// No folder of the result is a git repository of its own: git would follow its configuration, which may name programs.
import { foldName } from '../fold-name.ts';
import { finding, type Rule } from '../rule.ts';

/** These side by side make git take the folder for a repository; `commondir` stands for the last two. */
const SIGNS: readonly (readonly string[])[] = [
  ['head', 'objects', 'refs'],
  ['head', 'commondir'],
];

export const embeddedRepositoryRule: Rule = {
  name: 'embedded-repository',
  part: 'format',
  check: ({ resultNames }) =>
    [...resultNames]
      .filter(([, names]) => isRepository(new Set(names.map(foldName))))
      .map(([folder]) =>
        finding(
          { rule: 'embedded-repository', path: folder },
          `${folder || 'The root'} would be a git repository of its own`,
          'Keep such a fixture as an archive, or make it when it is needed.',
        ),
      ),
};

function isRepository(names: ReadonlySet<string>): boolean {
  return SIGNS.some((sign) => sign.every((name) => names.has(name)));
}
