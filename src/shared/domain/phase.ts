// A phase: a part of a plan; its state follows from its workstreams and is never set by itself.
import { defineMachine } from '../lib/machine.ts';
import type { WorkstreamState } from './workstream.ts';

export const PHASE_MACHINE = defineMachine({
  noun: 'phase',
  initial: 'planned',
  moves: {
    planned: ['executing', 'completed', 'failed', 'blocked', 'cancelled'],
    blocked: ['executing', 'cancelled'],
    executing: ['completed', 'failed', 'blocked', 'cancelled'],
    completed: [],
    // What waited behind a failure may go on after all, when somebody mends it.
    failed: ['executing'],
    cancelled: [],
  },
});

export type PhaseState = keyof typeof PHASE_MACHINE.moves;

/** How many workstreams of a phase are in each state; a state without any may be missing. */
export type WorkstreamCounts = { readonly [S in WorkstreamState]?: number };

/** A phase is planned until its first workstream moves, and over when none can move any more. It is never planned again. */
export function phaseState(from: PhaseState, counts: WorkstreamCounts): PhaseState {
  const some = (...states: readonly WorkstreamState[]) => states.some((state) => (counts[state] ?? 0) > 0);
  if (some('ready', 'executing', 'validating')) return 'executing';
  // Some of what has not begun may be cancelled or blocked before the rest: that begins nothing.
  if (some('planned')) return some('completed', 'skipped', 'failed') ? 'executing' : from;
  if (some('failed')) return 'failed';
  if (some('blocked')) return 'blocked';
  if (some('cancelled')) return 'cancelled';
  return some('completed', 'skipped') ? 'completed' : from;
}
