// The gate runs that speak for a change on the head: on its own commit, or on that of a later one which landed with it.
import { findChange } from './find-change.ts';
import type { Change, GateRunNode, RunNode } from './run-state.ts';

/** Of a change that is not on the head: all of its own, whatever became of their candidates. */
export function gateRunsFor(run: RunNode, change: Change): readonly GateRunNode[] {
  const { commit, gatedIn } = change;
  if (commit === null) return change.gateRuns;
  const judged = gatedIn === null ? { gateRuns: change.gateRuns, commit } : judgedIn(run, gatedIn);
  return judged.gateRuns.filter((gateRun) => gateRun.commit === judged.commit);
}

function judgedIn(run: RunNode, { changeId, commit }: NonNullable<Change['gatedIn']>) {
  return { gateRuns: findChange(run, changeId).gateRuns, commit };
}
