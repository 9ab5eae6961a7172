// A finding leads to what its rule says, else to what its severity means; the gravest of several counts.
import { describe, expect, it } from 'vitest';
import { actionOf, refuses, worstAction } from '../../../../src/shared/domain/action-of.ts';
import type { Finding, FindingAction, Severity } from '../../../../src/shared/domain/patch.ts';

function found(severity: Severity, action?: FindingAction): Finding {
  const said = { rule: 'test', severity, path: '', line: 0, message: 'm', advice: 'a' };
  return action === undefined ? said : { ...said, action };
}

describe('the action of a finding', () => {
  it('follows from the severity where the rule says nothing', () => {
    const severities: readonly Severity[] = ['info', 'warning', 'error'];
    expect(severities.map((one) => actionOf(found(one)))).toEqual(['warn', 'warn', 'quarantine']);
  });

  it('is what the rule says, whatever the severity', () => {
    expect(actionOf(found('warning', 'review'))).toBe('review');
    expect(actionOf(found('error', 'warn'))).toBe('warn');
    expect(actionOf(found('info', 'drop'))).toBe('drop');
  });

  it('of several is the gravest, in any order, and null for none', () => {
    const all = [found('info'), found('error'), found('warning', 'review')];
    expect(worstAction(all)).toBe('quarantine');
    expect(worstAction(all.toReversed())).toBe('quarantine');
    expect(worstAction([...all, found('info', 'drop')])).toBe('drop');
    expect(worstAction([found('warning', 'review'), found('info')])).toBe('review');
    expect(worstAction([])).toBeNull();
  });

  it('refuses the patch only when it is kept aside or thrown away', () => {
    const actions: readonly FindingAction[] = ['warn', 'review', 'quarantine', 'drop'];
    expect(actions.filter((one) => refuses(found('info', one)))).toEqual(['quarantine', 'drop']);
  });
});
