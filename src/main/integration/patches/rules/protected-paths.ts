// Files that decide how tools, builds and checks behave are changed only by a person's word.
import { matchAny } from '../../../../shared/lib/glob.ts';
import { forReview, type Rule, touchedPaths } from '../rule.ts';
import { PROTECTED_CLASSES } from './protected-classes.ts';

// Case does not count: `.GitHub/Workflows` is the same folder on Windows and macOS.
const CLASSES = PROTECTED_CLASSES.map(({ steers, globs }) => ({ steers, holds: matchAny(globs, 'ignore') }));

export const protectedPathsRule: Rule = {
  name: 'protected-paths',
  part: 'constraints',
  check(facts) {
    const isOwn = matchAny(facts.constraints.protectPaths ?? [], 'ignore');
    return touchedPaths(facts).flatMap((path) => {
      const steers =
        CLASSES.find(({ holds }) => holds(path))?.steers ?? (isOwn(path) ? 'what the project protects' : null);
      if (steers === null) return [];
      return [
        forReview(
          { rule: 'protected-paths', path },
          `${path} steers ${steers}`,
          'Read this change before you let it through.',
        ),
      ];
    });
  },
};
