// A worker: a place in a run's pool that does one attempt at a time; quarantine is a flag beside its state.
import { defineMachine } from '../lib/machine.ts';

/** UET spells these states in capitals (uet.md §2.6). */
export const WORKER_MACHINE = defineMachine({
  noun: 'worker',
  initial: 'SPAWNING',
  moves: {
    SPAWNING: ['IDLE', 'TERMINATED'],
    IDLE: ['BUSY', 'TERMINATED'],
    BUSY: ['IDLE', 'DRAINING', 'TERMINATED'],
    DRAINING: ['TERMINATED'],
    TERMINATED: [],
  },
});

export type WorkerState = keyof typeof WORKER_MACHINE.moves;
