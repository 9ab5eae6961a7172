// A tool that deletes a whole repository must not fill the ledger with findings.
import { actionOf, actionRank } from '../../../shared/domain/action-of.ts';
import type { Finding } from '../../../shared/domain/patch.ts';
import { finding } from './rule.ts';

const MAX_FINDINGS = 200;

/** What refuses first, then what a person must see, when there are too many. */
export function boundFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const sorted = findings.toSorted((one, other) => actionRank(actionOf(other)) - actionRank(actionOf(one)));
  const left = sorted.length - MAX_FINDINGS;
  const more = finding(
    { rule: 'format', severity: 'info' },
    `${left} more findings are not listed`,
    'Look at the first ones.',
  );
  return [...sorted.slice(0, MAX_FINDINGS), more];
}
