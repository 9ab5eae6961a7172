// Combining policies only ever tightens, in whatever order, and keeps who set what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionRank } from '../../../../src/shared/domain/action-of.ts';
import {
  combinePolicies,
  loosenings,
  type PatchPolicy,
  POLICY_FIELD_NAMES,
  POLICY_FIELDS,
  type PolicyEntry,
  type PolicyField,
  type PolicyPlace,
} from '../../../../src/shared/domain/patch-policy.ts';
import { FINDING_ACTIONS, parseRuleAction, ruleAction } from '../../../../src/shared/domain/rule-action.ts';

const place = (owner: string): PolicyPlace => ({ owner, file: `${owner}.json`, line: 1, path: '/constraints' });

const from = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 })
  .map((all) => all.map(place));
const one = (value: fc.Arbitrary<number | boolean>) => fc.tuple(value, from).map(([v, by]) => [{ value: v, from: by }]);
const list = fc
  .uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 })
  .chain((values) => from.map((by) => values.map((value) => ({ value, from: by }))));

const rules = fc
  .uniqueArray(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom(...FINDING_ACTIONS)), {
    maxLength: 3,
    selector: ([rule]) => rule,
  })
  .chain((all) => from.map((by) => all.map(([rule, action]) => ({ value: ruleAction(rule, action), from: by }))));

const policy: fc.Arbitrary<PatchPolicy> = fc.record(
  Object.fromEntries(
    POLICY_FIELD_NAMES.map((field) => {
      const how = POLICY_FIELDS[field];
      if (how === 'gravest') return [field, rules];
      if (how === 'union' || how === 'common') return [field, list];
      return [field, one(how === 'any' ? fc.boolean() : fc.integer({ min: 1, max: 4 }))];
    }),
  ) as Record<keyof typeof POLICY_FIELDS, fc.Arbitrary<readonly PolicyEntry[]>>, // one for each field, as listed
  { requiredKeys: [] },
) as fc.Arbitrary<PatchPolicy>; // absent keys are left out, not undefined

/** Whether a patch of a made-up shape is let through: the meaning of a policy, told apart from how it is combined. */
interface Patch {
  readonly number: number;
  readonly flag: boolean;
  readonly names: readonly string[];
}
const patch: fc.Arbitrary<Patch> = fc.record({
  number: fc.integer({ min: 0, max: 5 }),
  flag: fc.boolean(),
  names: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
});
function lets(limits: PatchPolicy, given: Patch): boolean {
  const letsField = (field: PolicyField): boolean => {
    const { number, flag, names } = given;
    const entries = limits[field];
    if (entries === undefined) return true;
    const values = entries.map((entry) => entry.value);
    switch (POLICY_FIELDS[field]) {
      case 'least':
        return number <= Number(values[0]);
      case 'most':
        return number >= Number(values[0]);
      case 'any':
        return flag || values[0] === false;
      case 'union':
        return names.every((name) => !values.includes(name));
      case 'common':
        return names.every((name) => values.includes(name));
      // The number is how grave what a finding of a rule leads to may be.
      case 'gravest':
        return values.every((value) => {
          const found = parseRuleAction(String(value));
          return found === null || !names.includes(found.rule) || actionRank(found.action) <= number;
        });
    }
  };
  return POLICY_FIELD_NAMES.every(letsField);
}

describe('combined policies', () => {
  it('let through exactly what both let through', () => {
    fc.assert(
      fc.property(policy, policy, patch, (a, b, given) => {
        expect(lets(combinePolicies(a, b), given)).toBe(lets(a, given) && lets(b, given));
      }),
      { numRuns: 2_000 },
    );
  });

  it('do not depend on the order', () => {
    fc.assert(
      fc.property(policy, policy, (a, b) => {
        expect(combinePolicies(a, b)).toEqual(combinePolicies(b, a));
      }),
    );
  });

  it('do not depend on the grouping', () => {
    const grouped = (a: PatchPolicy, b: PatchPolicy, c: PatchPolicy) => {
      expect(combinePolicies(combinePolicies(a, b), c)).toEqual(combinePolicies(a, combinePolicies(b, c)));
    };
    fc.assert(fc.property(policy, policy, policy, grouped));
  });

  it('change nothing when the same is added again', () => {
    fc.assert(
      fc.property(policy, policy, (a, b) => {
        const both = combinePolicies(a, b);
        expect(combinePolicies(both, b)).toEqual(both);
        expect(combinePolicies(both, both)).toEqual(both);
      }),
    );
  });

  it('are loosened by nothing that they were made of, and by everything that would let more through', () => {
    fc.assert(
      fc.property(policy, policy, (above, own) => {
        expect(loosenings(own, combinePolicies(above, own))).toEqual([]);
        const found = new Set(loosenings(above, own).map((one) => one.field));
        for (const field of POLICY_FIELD_NAMES) {
          if (POLICY_FIELDS[field] === 'union' || above[field] === undefined || own[field] === undefined) continue;
          const [upper, lower] = [{ [field]: above[field] }, { [field]: own[field] }];
          // A rule that is not named is as it was above.
          const isNamed = (name: string) =>
            POLICY_FIELDS[field] !== 'gravest' || own[field]?.some(({ value }) => String(value).startsWith(name));
          const wider = [0, 1, 2, 3, 4, 5].flatMap((number) =>
            [true, false].flatMap((flag) =>
              ['x', 'y', 'z'].filter(isNamed).map((name) => ({ number, flag, names: [name] })),
            ),
          );
          const looser = wider.some((given) => lets(lower, given) && !lets(upper, given));
          expect(found.has(field), field).toBe(looser);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('name everybody who set the value that holds', () => {
    const lines = (value: number, owner: string): PatchPolicy => ({
      max_lines_changed: [{ value, from: [place(owner)] }],
    });
    const all = [lines(300, 'global'), lines(200, 'strict'), lines(200, 'phase')].reduce(combinePolicies);
    expect(all.max_lines_changed).toEqual([{ value: 200, from: [place('phase'), place('strict')] }]);
  });
});
