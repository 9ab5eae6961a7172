// What a finding leads to, and what several of them lead to together.
import type { Finding, FindingAction } from './patch.ts';

/** Mildest first. */
const ACTIONS: readonly FindingAction[] = ['warn', 'review', 'quarantine', 'drop'];

/** What the rule says; where it says nothing an error quarantines, and everything else is only told. */
export function actionOf(finding: Pick<Finding, 'action' | 'severity'>): FindingAction {
  return finding.action ?? (finding.severity === 'error' ? 'quarantine' : 'warn');
}

/** The gravest of all; null where there is no finding. */
export function worstAction(findings: readonly Finding[]): FindingAction | null {
  return findings.map(actionOf).reduce<FindingAction | null>(graver, null);
}

/** The patch may not go on as it is, whoever approves. */
export function refuses(finding: Pick<Finding, 'action' | 'severity'>): boolean {
  const action = actionOf(finding);
  return action === 'quarantine' || action === 'drop';
}

/** For an order: the graver, the higher. */
export function actionRank(action: FindingAction): number {
  return ACTIONS.indexOf(action);
}

function graver(one: FindingAction | null, other: FindingAction): FindingAction {
  return one !== null && actionRank(one) > actionRank(other) ? one : other;
}
