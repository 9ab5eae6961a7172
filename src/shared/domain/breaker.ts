// A breaker: shuts a tool off after failures, and lets one attempt try whether it works again.
import { defineMachine } from '../lib/machine.ts';

export const BREAKER_MACHINE = defineMachine({
  noun: 'breaker',
  initial: 'closed',
  moves: {
    closed: ['open'],
    open: ['half_open'],
    half_open: ['closed', 'open'],
  },
});

export type BreakerState = keyof typeof BREAKER_MACHINE.moves;
