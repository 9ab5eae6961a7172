// Takes a patch or a direct change out of the merge train, and out of the stack of candidates.

import { LIMITS } from '../../../shared/domain/limits.ts';
import { assert } from '../../../shared/lib/assert.ts';
import { changeIdOf } from '../find-change.ts';
import type { Candidate, Change, RunNode } from '../run-state.ts';
import { openBefore } from './open-before.ts';

/** It will not be committed: its candidate goes, and with it all that were built on that. */
export function leaveTrain(run: RunNode, change: Change): void {
  run.train = run.train.filter((queued) => queued !== change);
  const candidate = run.candidates.find((one) => one.change === change);
  if (candidate !== undefined) unstack(run, candidate);
}

/** It is on the head: its candidate was the lowest, and what is built on it stays. Whoever came before it was overtaken. */
export function landInTrain(run: RunNode, change: Change): void {
  run.train = run.train.filter((queued) => queued !== change);
  const [lowest, ...rest] = run.candidates;
  assert(lowest === undefined || lowest.change === change, `${changeIdOf(change)} lands from the bottom of the stack`);
  setStack(run, rest);
  const { stacking } = run;
  stacking.landed += 1;
  stacking.depth = Math.min(stacking.depth + 1, LIMITS.trainDepth);
  const ticket = change.place?.ticket ?? 0;
  for (const other of run.train) {
    const { place } = other;
    if (place === null || place.ticket > ticket || openBefore(run, other.task).has(change.task)) continue;
    other.place = { ...place, overtaken: place.overtaken + 1 };
  }
}

/** The candidate and all above it; their changes stay in the train. */
export function unstack(run: RunNode, candidate: Candidate): void {
  setStack(run, run.candidates.slice(0, run.candidates.indexOf(candidate)));
}

function setStack(run: RunNode, candidates: readonly Candidate[]): void {
  run.candidates = candidates;
  if (candidates.length === 0) run.stacking.closed = false;
}
