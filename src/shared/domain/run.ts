// A run: one execution of a plan on a repository, integrating on its own ref.
import { defineMachine } from '../lib/machine.ts';

export const RUN_MACHINE = defineMachine({
  noun: 'run',
  initial: 'pending',
  moves: {
    pending: ['running', 'canceled'],
    running: ['succeeded', 'failed', 'quarantined', 'canceled'],
    succeeded: [],
    failed: ['quarantined'],
    quarantined: [],
    canceled: [],
  },
});

export type RunState = keyof typeof RUN_MACHINE.moves;

/**
 * What a person asked of a run, beside its state. `waiting` means: only a person can move it on. A run that is stopping
 * does nothing else until it ends.
 */
export const RUN_CONTROL_MACHINE = defineMachine({
  noun: 'control of run',
  initial: 'active',
  moves: {
    active: ['pausing', 'paused', 'stopping', 'waiting'],
    pausing: ['active', 'paused', 'stopping', 'waiting'],
    paused: ['pausing', 'active', 'stopping'],
    stopping: [],
    waiting: ['active', 'pausing', 'paused', 'stopping'],
  },
});

export type RunControl = keyof typeof RUN_CONTROL_MACHINE.moves;

/** What a run does in which nothing can go on and something has failed: it ends, or waits for a person to retry or skip. */
export type WhenStuck = 'end' | 'wait';

export type Strategy = 'sequential' | 'dag';
export type MergeOrder = 'ready' | 'plan';

/** The ref that holds a run's integrated work; nothing else writes it. */
export function runHeadRef(runId: string): string {
  return `refs/patchbay/runs/${runId}/head`;
}
