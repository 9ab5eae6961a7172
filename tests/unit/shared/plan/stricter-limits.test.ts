// Limits that only a project or a plan can say: single files, forms of issues, what a rule leads to.
import { describe, expect, test } from 'vitest';
import type { PatchFacts } from '../../../../src/main/integration/patches/rule.ts';
import { sizeRule } from '../../../../src/main/integration/patches/rules/size.ts';
import { load, onePhase, said } from './plan-text.ts';

const limited = (phase: Fields, task: Fields = {}) =>
  load(onePhase({ phase: { constraints: { patch: phase } }, tasks: { a: task } }));
type Fields = Readonly<Record<string, unknown>>;
const constraintsOf = (plan: ReturnType<typeof load>) => plan.plan?.tasks[0]?.constraints;

describe('limits of single files', () => {
  const strict = (max: number, path = 'src/core/**') => ({ strict: [{ path, max_lines_changed: max }] });
  const changed = (path: string, insertions: number) => ({ path, insertions, deletions: 0 });
  const judged = (limits: object, files: readonly object[]) =>
    sizeRule.check({ files, constraints: limits } as unknown as PatchFacts); // all that this rule looks at

  test('are all kept, and of those that match a file the smallest counts', () => {
    const both = limited(strict(50), { constraints_delta: { patch: strict(20, 'src/core/deep/*') } });
    expect(said(both)).toEqual([]);
    const limits = constraintsOf(both);
    expect(limits?.fileLimits).toEqual([
      { glob: 'src/core/deep/*', maxLines: 20 },
      { glob: 'src/core/**', maxLines: 50 },
    ]);
    const files = [changed('src/core/a.ts', 50), changed('src/core/deep/b.ts', 21), changed('docs/c.md', 99)];
    expect(judged({ ...limits }, files).map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'src/core/deep/b.ts: 21 changed lines of src/core/deep/b.ts, at most 20 are allowed in this file',
    ]);
  });
});

describe('what findings of a rule lead to', () => {
  test('is the gravest that any level says, and a milder one below is refused', () => {
    const tighter = limited(
      { rules: { secrets: 'quarantine' } },
      { constraints_delta: { patch: { rules: { secrets: 'drop', size: 'review' } } } },
    );
    expect(constraintsOf(tighter)?.ruleActions).toEqual([
      { rule: 'secrets', action: 'drop' },
      { rule: 'size', action: 'review' },
    ]);
    const milder = limited(
      { rules: { secrets: 'quarantine' } },
      { constraints_delta: { patch: { rules: { secrets: 'warn' } } } },
    );
    expect(said(milder).join()).toMatch(/E_LOOSENED `rules` of task `a` names `secrets=warn`.*`secrets=quarantine`/);
  });

  test('cannot be said of a rule that there is not', () => {
    expect(said(limited({ rules: { secret: 'drop' } })).join()).toContain('There is no rule `secret`.');
  });
});

describe('forms of issues', () => {
  const issue = (issue_ref: string, forms: readonly string[]) =>
    said(limited({ issue_ref_formats: forms }, { issue_ref }));

  test('have to be one that the policy names', () => {
    expect(issue('ABC-12', ['key', 'address'])).toEqual([]);
    expect(issue('#12', ['number'])).toEqual([]);
    expect(issue('org/repo#12', ['repository'])).toEqual([]);
    expect(issue('https://tracker/browse/ABC-1', ['address'])).toEqual([]);
    expect(issue('#12', ['key']).join()).toContain('has the form `number`; the policy allows `key`');
    expect(issue('something', ['key']).join()).toContain('has no form of an issue');
  });

  test('are not asked of a task that names none', () => {
    expect(said(limited({ issue_ref_formats: ['key'] }))).toEqual([]);
  });
});
