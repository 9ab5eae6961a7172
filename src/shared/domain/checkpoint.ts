// A checkpoint: a moment of a run that can be gone back to.
import { defineMachine } from '../lib/machine.ts';

export const CHECKPOINT_MACHINE = defineMachine({
  noun: 'checkpoint',
  initial: 'creating',
  moves: {
    creating: ['ready', 'failed'],
    ready: ['restoring', 'expired'],
    restoring: ['ready'],
    failed: [],
    expired: [],
  },
});

export type CheckpointState = keyof typeof CHECKPOINT_MACHINE.moves;
