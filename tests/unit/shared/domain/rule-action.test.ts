// What a policy makes of the findings of a rule: graver, never milder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PATCH_RULES } from '../../../../src/main/integration/patches/rules/rule-registry.ts';
import { actionOf, actionRank } from '../../../../src/shared/domain/action-of.ts';
import type { Finding } from '../../../../src/shared/domain/patch.ts';
import { FINDING_ACTIONS, gravestOf, ruleAction, strengthen } from '../../../../src/shared/domain/rule-action.ts';
import { RULE_NAMES } from '../../../../src/shared/domain/rule-names.ts';

const action = fc.constantFrom(...FINDING_ACTIONS);
const finding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.constantFrom('x', 'y'),
  severity: fc.constantFrom('info', 'warning', 'error'),
  action,
  path: fc.constant(''),
  line: fc.constant(0),
  message: fc.constant(''),
  advice: fc.constant(''),
});
const actions = fc.array(fc.record({ rule: fc.constantFrom('x', 'y'), action }), { maxLength: 4 });

describe('a policy about rules', () => {
  test('only ever makes a finding graver, whatever the order of what it says', () => {
    fc.assert(
      fc.property(finding, actions, (found, said) => {
        const rank = actionRank(actionOf(strengthen(found, said)));
        const own = said.filter(({ rule }) => rule === found.rule).map((one) => actionRank(one.action));
        expect(rank).toBe(Math.max(actionRank(actionOf(found)), ...own));
        expect(actionOf(strengthen(found, [...said].reverse()))).toBe(actionOf(strengthen(found, said)));
      }),
    );
  });

  test('keeps of several values for one rule the gravest', () => {
    const values = [ruleAction('x', 'warn'), ruleAction('x', 'drop'), ruleAction('y', 'review')];
    expect(gravestOf(values.map((value) => ({ value }))).map(({ value }) => value)).toEqual(['x=drop', 'y=review']);
  });

  test('names exactly the rules that there are', () => {
    const own = new Set([...PATCH_RULES.map(({ name }) => name), 'format']);
    expect([...RULE_NAMES].sort()).toEqual([...own].sort());
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/policies.md'), 'utf8');
    for (const name of RULE_NAMES) expect(page).toContain(`\`${name}\``);
  });
});
