// Acceptance: the checks that decide whether a phase, a workstream or a task counts as done.
import { defineMachine } from '../lib/machine.ts';
import type { GateVerdict } from './gate.ts';

/** One judgement of a level on one tree. */
export const ACCEPTANCE_MACHINE = defineMachine({
  noun: 'acceptance',
  initial: 'running',
  moves: {
    running: ['passed', 'failed', 'canceled'],
    passed: [],
    failed: [],
    canceled: [],
  },
});

export type AcceptanceState = keyof typeof ACCEPTANCE_MACHINE.moves;

export type AcceptanceLevel = 'phase' | 'workstream' | 'task';

export const CHECK_TYPES = ['command', 'patch_state', 'file_presence', 'run_state', 'custom'] as const;
export type CheckType = (typeof CHECK_TYPES)[number];

/** `pending` until it is its turn; `skipped` where the answer was known without it. */
export type CheckState = 'pending' | 'running' | GateVerdict | 'skipped';
