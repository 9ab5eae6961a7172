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

/** What came of running a gate or a check once. */
export interface GateOutcome {
  readonly verdict: GateVerdict;
  readonly exitCode: number | null;
  readonly durationMs: number;
  /** Last lines of the output, at most 4 KiB; the whole lies in `logs`. */
  readonly tail: string;
  readonly logs: string | null;
  /** True when the verdict of an equal earlier run was used. */
  readonly cached: boolean;
  readonly message: string;
}
