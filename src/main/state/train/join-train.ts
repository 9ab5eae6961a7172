// A patch or a direct change enters the merge train and is given its place.
import type { Change, RunNode } from '../run-state.ts';

export function joinTrain(run: RunNode, change: Change): void {
  run.stacking.entered += 1;
  change.place = { ticket: run.stacking.entered, landed: run.stacking.landed, overtaken: 0 };
  run.train.push(change);
}
