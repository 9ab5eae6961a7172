// What the train knows by one id: a patch or a direct change.
import { present } from '../../shared/lib/assert.ts';
import type { Change, RunNode } from './run-state.ts';

/** A missing one is a bug. */
export function findChange(run: RunNode, changeId: string): Change {
  const change = run.patches.get(changeId) ?? run.directChanges.get(changeId);
  return present(change, `patch or direct change ${changeId} of run ${run.runId}`);
}

export function hasChange(run: RunNode, changeId: string): boolean {
  return run.patches.has(changeId) || run.directChanges.has(changeId);
}

export function changeIdOf(change: Change): string {
  return change.table === 'patches' ? change.patchId : change.changeId;
}
