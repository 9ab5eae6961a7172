// Worlds that once broke what must hold, each with what was wrong: they are run again with every slice.
import type { Seed } from './worlds.ts';

export interface Regression extends Seed {
  /** What was wrong. */
  readonly why: string;
}

export const REGRESSIONS: readonly Regression[] = [
  {
    kind: 'small',
    seed: 7,
    why: 'a task that was cancelled during the pause before its next try stayed in the set of those to be tried again',
  },
  {
    kind: 'small',
    seed: 20,
    why: 'a run whose ref could not be made ended as failed and left its tasks pending for ever',
  },
  { kind: 'small', seed: 41, why: 'a wall clock that was set back by an hour made the next try wait an hour' },
  { kind: 'small', seed: 86, why: 'a wall clock that was set ahead began the next try before its pause was over' },
  {
    kind: 'small',
    seed: 14,
    why: 'a task that was ready while its run was being stopped waited for nothing that had a name',
  },
  {
    kind: 'small',
    seed: 131,
    why: 'a tool that vanished before its start was heard of was never missed, and its run never ended',
  },
  {
    kind: 'small',
    seed: 1024,
    why: 'a task that failed while what it comes after was tried again began its next try before that had ended',
  },
  {
    kind: 'small',
    seed: 1859,
    why: 'a level that was skipped to its judgement before its run could begin was never told the end of it',
  },
];
