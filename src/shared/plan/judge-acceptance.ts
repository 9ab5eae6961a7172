// How the verdicts of a level's checks become one.
import type { CheckState } from '../domain/acceptance.ts';
import { evaluateCondition, type NameTypes, parseCondition } from '../lib/condition.ts';
import type { Acceptance, AcceptanceCheck } from './plan.ts';

/** In the mode `all`, whether the level fails with this check; the others are only noted. */
export function decides({ required, severity }: AcceptanceCheck): boolean {
  return required && severity === 'error';
}

export interface CheckVerdict {
  readonly state: CheckState;
  /** Part of a sentence; empty for nothing to say. */
  readonly message: string;
}

export type AcceptanceVerdict =
  /** Some checks have no verdict yet, and it depends on them. */
  { readonly state: 'open' } | { readonly state: 'passed' } | { readonly state: 'failed'; readonly reason: string };

/** `verdicts` by check id; one that is missing is pending. */
export function judgeAcceptance(
  acceptance: Acceptance,
  verdicts: ReadonlyMap<string, CheckVerdict>,
): AcceptanceVerdict {
  const { mode, checks } = acceptance;
  const stateOf = (check: AcceptanceCheck) => verdicts.get(check.checkId)?.state ?? 'pending';
  const isOpen = checks.some((check) => stateOf(check) === 'pending' || stateOf(check) === 'running');
  if (mode === 'any' && checks.some((check) => stateOf(check) === 'passed')) return { state: 'passed' };
  if (isOpen) return { state: 'open' };
  const missed = checks.filter((check) => stateOf(check) !== 'passed');
  const because = (checks: readonly AcceptanceCheck[]) =>
    checks.map((check) => checkSentence(check, verdicts.get(check.checkId))).join('; ');
  if (mode === 'any') return { state: 'failed', reason: `none of its checks passed: ${because(missed)}` };
  if (mode === 'all') {
    const deciding = missed.filter(decides);
    return deciding.length === 0 ? { state: 'passed' } : { state: 'failed', reason: because(deciding) };
  }
  const rule = acceptance.rule ?? '';
  const parsed = parseCondition(rule, ruleTypes(checks));
  const values = Object.fromEntries(checks.map((check) => [check.checkId, stateOf(check) === 'passed']));
  if ('condition' in parsed && evaluateCondition(parsed.condition, values)) return { state: 'passed' };
  return { state: 'failed', reason: `its rule \`${rule}\` does not hold: ${because(missed) || 'every check passed'}` };
}

/** Names of a rule: each check's id is true where it passed. */
export function ruleTypes(checks: readonly Pick<AcceptanceCheck, 'checkId'>[]): NameTypes {
  return Object.fromEntries(checks.map((check) => [check.checkId, 'flag' as const]));
}

export function checkSentence({ checkId }: AcceptanceCheck, verdict: CheckVerdict | undefined): string {
  const how = verdict?.state === 'error' ? 'could not run' : 'failed';
  return `check ${checkId} ${how}${verdict === undefined || verdict.message === '' ? '' : `: ${verdict.message}`}`;
}
