// A tool that deletes a whole repository must not fill the ledger with findings.
import type { Finding } from '../../../shared/domain/patch.ts';
import { finding } from './rule.ts';

const MAX_FINDINGS = 200;

/** Errors first when there are too many. */
export function boundFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const isError = (one: Finding) => one.severity === 'error';
  const sorted = [...findings.filter(isError), ...findings.filter((one) => !isError(one))];
  const left = sorted.length - MAX_FINDINGS;
  const more = finding(
    { rule: 'format', severity: 'info' },
    `${left} more findings are not listed`,
    'Look at the first ones.',
  );
  return [...sorted.slice(0, MAX_FINDINGS), more];
}
