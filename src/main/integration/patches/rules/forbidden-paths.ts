// No patch touches what the policy forbids, whatever its scope says.
import { matchAny } from '../../../../shared/lib/glob.ts';
import { finding, type Rule, touchedPaths } from '../rule.ts';

export const forbiddenPathsRule: Rule = {
  name: 'forbidden-paths',
  part: 'constraints',
  check(facts) {
    const forbidden = matchAny(facts.constraints.forbidPaths, 'ignore');
    return touchedPaths(facts)
      .filter((path) => forbidden(path))
      .map((path) =>
        finding(
          { rule: 'forbidden-paths', path },
          `${path} is a path that no patch may touch here`,
          'Leave this file as it is, or change `forbid_paths` in the policy.',
        ),
      );
  },
};
