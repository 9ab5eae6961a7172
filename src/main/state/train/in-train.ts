// What the merge train knows of a patch or a direct change.
import type { GatedIn } from '../../../shared/domain/gated-in.ts';

/** Since the moment it queued. Plain data. */
export interface TrainPlace {
  /** Counts the entries of the run: who came first has the smaller one. */
  readonly ticket: number;
  /** How many changes had landed when it came: entries with the same number are equally old. */
  readonly landed: number;
  /** How many changes that came later landed before it. */
  readonly overtaken: number;
}

export interface InTrain {
  applyAttempts: number;
  applyLastAt: string | null;
  /** Null before it was queued. */
  place: TrainPlace | null;
  /** Commits of it whose swap was refused, because something else had moved the run's ref. */
  swapsLost: number;
  /** Where its gates passed, when that was not on its own tree. */
  gatedIn: GatedIn | null;
}
