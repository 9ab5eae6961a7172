// A judgement of a level as its screens and the command line show it.
import type { AcceptanceLevel } from '../../shared/domain/acceptance.ts';
import type { AcceptanceReport } from '../../shared/ipc/contract.ts';
import type { AcceptanceView } from '../../shared/ipc/views.ts';
import type { AcceptanceNode } from '../state/acceptance-node.ts';
import { newestAcceptance } from '../state/evolve-acceptance.ts';
import type { RunNode } from '../state/run-state.ts';

/** Of the newest judgement; null where there is none. */
export function acceptanceView(run: RunNode, level: AcceptanceLevel, levelId: string): AcceptanceView | null {
  const newest = newestAcceptance(run, level, levelId);
  return newest === null ? null : viewOf(newest);
}

function viewOf({ level, levelId, state, reason, plan, checks }: AcceptanceNode): AcceptanceView {
  return {
    level,
    levelId,
    state,
    reason,
    checks: plan.checks.flatMap(({ checkId, type, required, severity }, index) => {
      const check = checks[index];
      if (check === undefined) return [];
      const { state: found, message, exitCode, durationMs, tail } = check;
      return [{ checkId, type, state: found, required, severity, message, exitCode, durationMs, tail }];
    }),
  };
}

/** As the command line answers it. */
export function acceptanceReport(acceptance: AcceptanceNode): AcceptanceReport {
  const { level, levelId, state, reason, checks } = viewOf(acceptance);
  return {
    level,
    id: levelId,
    change_id: acceptance.changeId,
    commit: acceptance.commit,
    state,
    reason,
    checks: checks.map((check) => ({
      id: check.checkId,
      type: check.type,
      state: check.state,
      required: check.required,
      severity: check.severity,
      message: check.message,
      exit_code: check.exitCode,
      tail: check.tail,
    })),
  };
}
