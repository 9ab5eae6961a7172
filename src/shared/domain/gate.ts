// A gate is a definition; a gate run is one execution of it on one tree.
import { defineMachine } from '../lib/machine.ts';

export const GATE_RUN_MACHINE = defineMachine({
  noun: 'gate run',
  initial: 'pending',
  moves: {
    pending: ['running', 'skipped', 'blocked'],
    blocked: ['pending'],
    running: ['passed', 'failed', 'error', 'skipped'],
    passed: [],
    failed: [],
    error: [],
    skipped: [],
  },
});

export type GateRunState = keyof typeof GATE_RUN_MACHINE.moves;

export type GateVerdict = 'passed' | 'failed' | 'error';
