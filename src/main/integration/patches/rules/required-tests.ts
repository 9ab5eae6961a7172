// Files for which the policy asks for tests change only where a test gate will judge the patch.
import { matchAny } from '../../../../shared/lib/glob.ts';
import { finding, type Rule, touchedPaths } from '../rule.ts';

export const requiredTestsRule: Rule = {
  name: 'required-tests',
  part: 'constraints',
  check(facts) {
    const { requireTestsFor, testGates } = facts.constraints;
    if (testGates.length > 0) return [];
    const needsTests = matchAny(requireTestsFor, 'ignore');
    return touchedPaths(facts)
      .filter((path) => needsTests(path))
      .map((path) =>
        finding(
          { rule: 'required-tests', path },
          `${path} may change only with tests, and no required gate of the task runs any`,
          'Give the task a required gate of kind `unit` or `integration`, or change `require_tests_for_paths` in the policy.',
        ),
      );
  },
};
