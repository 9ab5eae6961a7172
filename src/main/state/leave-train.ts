// Takes a patch or a direct change out of the merge train, and out of the stack of candidates.
import { assert } from '../../shared/lib/assert.ts';
import { changeIdOf } from './find-change.ts';
import type { Candidate, Change, RunNode } from './run-state.ts';

/** It will not be committed: its candidate goes, and with it all that were built on that. */
export function leaveTrain(run: RunNode, change: Change): void {
  run.train = run.train.filter((queued) => queued !== change);
  const candidate = run.candidates.find((one) => one.change === change);
  if (candidate !== undefined) unstack(run, candidate);
}

/** It is on the head: its candidate was the lowest, and what is built on it stays. */
export function landInTrain(run: RunNode, change: Change): void {
  run.train = run.train.filter((queued) => queued !== change);
  const [lowest, ...rest] = run.candidates;
  assert(lowest === undefined || lowest.change === change, `${changeIdOf(change)} lands from the bottom of the stack`);
  run.candidates = rest;
}

/** The candidate and all above it; their changes stay in the train. */
export function unstack(run: RunNode, candidate: Candidate): void {
  run.candidates = run.candidates.slice(0, run.candidates.indexOf(candidate));
}
