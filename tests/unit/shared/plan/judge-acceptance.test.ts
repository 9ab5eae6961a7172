// How verdicts of checks become the verdict of a level.
import { describe, expect, it } from 'vitest';
import type { CheckState } from '../../../../src/shared/domain/acceptance.ts';
import { judgeAcceptance } from '../../../../src/shared/plan/judge-acceptance.ts';
import type { Acceptance, AcceptanceCheck } from '../../../../src/shared/plan/plan.ts';

const check = (checkId: string, more: Partial<AcceptanceCheck> = {}): AcceptanceCheck => ({
  checkId,
  type: 'run_state',
  description: '',
  required: true,
  severity: 'error',
  work: { kind: 'condition', condition: 'failed_tasks == 0' },
  ...more,
});

function judge(
  acceptance: Partial<Acceptance> & Pick<Acceptance, 'checks'>,
  states: Readonly<Record<string, CheckState>>,
) {
  const verdicts = new Map(Object.entries(states).map(([id, state]) => [id, { state, message: `it ${state}` }]));
  return judgeAcceptance({ mode: 'all', rule: null, ...acceptance }, verdicts);
}

describe('all', () => {
  const checks = [check('a'), check('b', { required: false }), check('c', { severity: 'warning' })];

  it('fails by required errors only, and names each', () => {
    expect(judge({ checks }, { a: 'passed', b: 'failed', c: 'error' })).toEqual({ state: 'passed' });
    expect(judge({ checks: [...checks, check('d')] }, { a: 'failed', b: 'passed', c: 'passed', d: 'error' })).toEqual({
      state: 'failed',
      reason: 'check a failed: it failed; check d could not run: it error',
    });
  });

  it('waits for every check', () => {
    expect(judge({ checks }, { a: 'failed', b: 'running' })).toEqual({ state: 'open' });
  });
});

describe('any', () => {
  const checks = [check('a'), check('b')];

  it('passes with the first that passes, and fails only with the last', () => {
    expect(judge({ mode: 'any', checks }, { a: 'passed' })).toEqual({ state: 'passed' });
    expect(judge({ mode: 'any', checks }, { a: 'failed' })).toEqual({ state: 'open' });
    expect(judge({ mode: 'any', checks }, { a: 'failed', b: 'failed' })).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('none of its checks passed'),
    });
  });
});

describe('custom', () => {
  const checks = [check('a'), check('b'), check('c')];
  const rule = 'a and (b or not c)';

  it.each([
    ['passed', 'failed', 'failed', 'passed'],
    ['passed', 'failed', 'passed', 'failed'],
    ['failed', 'passed', 'failed', 'failed'],
    ['passed', 'passed', 'error', 'passed'],
  ] as const)('with a %s, b %s, c %s: %s', (a, b, c, expected) => {
    expect(judge({ mode: 'custom', rule, checks }, { a, b, c }).state).toBe(expected);
  });

  it('names the rule that does not hold', () => {
    expect(judge({ mode: 'custom', rule: 'not a', checks: [check('a')] }, { a: 'passed' })).toEqual({
      state: 'failed',
      reason: 'its rule `not a` does not hold: every check passed',
    });
  });
});
