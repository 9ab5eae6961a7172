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

/** What a person asked of a run, beside its state. `waiting` means: only a person can move it on. */
export const RUN_CONTROLS = ['active', 'pausing', 'paused', 'stopping', 'waiting'] as const;
export type RunControl = (typeof RUN_CONTROLS)[number];

export type Strategy = 'sequential' | 'dag';
export type MergeOrder = 'ready' | 'plan';

/** The ref that holds a run's integrated work; nothing else writes it. */
export function runHeadRef(runId: string): string {
  return `refs/patchbay/runs/${runId}/head`;
}
