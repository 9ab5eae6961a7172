// A workstream: a named group of tasks with its own order; its state follows from its tasks.
import { defineMachine } from '../lib/machine.ts';

export const WORKSTREAM_MACHINE = defineMachine({
  noun: 'workstream',
  initial: 'planned',
  moves: {
    planned: ['ready', 'blocked', 'executing', 'skipped', 'cancelled'],
    // What waited behind a failure may go on after all, when somebody mends it.
    blocked: ['planned', 'ready', 'cancelled'],
    ready: ['executing', 'skipped', 'cancelled'],
    executing: ['validating', 'completed', 'failed', 'cancelled'],
    validating: ['completed', 'failed', 'cancelled'],
    completed: [],
    failed: ['executing'],
    cancelled: [],
    skipped: [],
  },
});

export type WorkstreamState = keyof typeof WORKSTREAM_MACHINE.moves;
