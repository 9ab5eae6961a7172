// Whether a patch only goes on with a to and fro of this run: a finding for each file, from what replay knows as well.
import { LIMITS } from '../../shared/domain/limits.ts';
import { findOscillation, type HunkSignature } from '../../shared/domain/oscillation.ts';
import type { Finding } from '../../shared/domain/patch.ts';
import { strengthen } from '../../shared/domain/rule-action.ts';
import type { PatchNode, RunNode } from '../state/run-state.ts';

/** File by file, among the patches of the run that change it, whatever became of them. */
export function findToggling(run: RunNode, patch: PatchNode, signatures: readonly HunkSignature[]): readonly Finding[] {
  const { oscillationWindow, oscillationThreshold, ruleActions = [] } = patch.task.plan.constraints;
  const window = Math.min(oscillationWindow ?? LIMITS.oscillationWindow, LIMITS.oscillationWindowMax);
  const limits = { window, threshold: oscillationThreshold ?? LIMITS.oscillationThreshold };
  // A patch that a person released is the same patch once more.
  const again = patch.created.released === undefined ? null : patch.created.replaces;
  return [...Map.groupBy(signatures, (one) => one.path)].flatMap(([path, here]) => {
    const earlier = (run.signedPatches.get(path) ?? []).filter((one) => one !== patch && one.patchId !== again);
    const found = findOscillation({ patchId: patch.patchId, signatures: here }, earlier, limits);
    return found === null ? [] : [strengthen(toggles(path, found, window), ruleActions)];
  });
}

function toggles(path: string, patchIds: readonly string[], window: number): Finding {
  const before = patchIds.slice(0, -1).join(', ');
  return {
    rule: 'oscillation',
    severity: 'error',
    path,
    line: 0,
    message: `The same lines of ${path} go to and fro: with this one, ${patchIds.length} of the last ${window} patches there undo each other (${before})`,
    advice: 'Settle what these lines shall be: two tasks, or a task and a gate, want opposite things.',
  };
}
