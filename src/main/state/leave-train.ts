// Takes a patch or a direct change out of the merge train, and its candidate with it.
import type { Change, RunNode } from './run-state.ts';

export function leaveTrain(run: RunNode, change: Change): void {
  run.train = run.train.filter((queued) => queued !== change);
  if (run.candidate?.change === change) run.candidate = null;
}
