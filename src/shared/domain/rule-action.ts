// What a policy says that findings of a rule lead to at least: written `rule=action`, so that it is one value among others.
import { actionOf, actionRank } from './action-of.ts';
import type { Finding, FindingAction } from './patch.ts';

export const FINDING_ACTIONS = ['warn', 'review', 'quarantine', 'drop'] as const satisfies readonly FindingAction[];

export function ruleAction(rule: string, action: string): string {
  return `${rule}=${action}`;
}

export interface RuleAction {
  readonly rule: string;
  readonly action: FindingAction;
}

/** Null for what is no such value. */
export function parseRuleAction(value: string): RuleAction | null {
  const [rule = '', name] = value.split('=');
  const action = FINDING_ACTIONS.find((one) => one === name);
  return action === undefined ? null : { rule, action };
}

/** Graver by a policy, never milder: a rule that drops drops whatever a policy says. */
export function strengthen(finding: Finding, actions: readonly RuleAction[]): Finding {
  let action = actionOf(finding);
  for (const own of actions) {
    if (own.rule === finding.rule && actionRank(own.action) > actionRank(action)) action = own.action;
  }
  return action === actionOf(finding) ? finding : { ...finding, action };
}

/** Of several values for one rule only the gravest count. */
export function gravestOf<T extends { readonly value: unknown }>(entries: readonly T[]): readonly T[] {
  const gravest = new Map<string, number>();
  const read = (entry: T) => parseRuleAction(String(entry.value));
  for (const found of entries.map(read)) {
    if (found !== null) gravest.set(found.rule, Math.max(gravest.get(found.rule) ?? 0, actionRank(found.action)));
  }
  return entries.filter((entry) => {
    const found = read(entry);
    return found !== null && gravest.get(found.rule) === actionRank(found.action);
  });
}
