// A phase: a part of a plan; its state follows from its workstreams and is never set by itself.
import { defineMachine } from '../lib/machine.ts';
import type { WorkstreamState } from './workstream.ts';

export const PHASE_MACHINE = defineMachine({
  noun: 'phase',
  initial: 'planned',
  moves: {
    planned: ['executing', 'blocked', 'cancelled'],
    blocked: ['executing', 'cancelled'],
    executing: ['completed', 'failed', 'blocked', 'cancelled'],
    completed: [],
    failed: [],
    cancelled: [],
  },
});

export type PhaseState = keyof typeof PHASE_MACHINE.moves;

/** How many workstreams of a phase are in each state; a state without any may be missing. */
export type WorkstreamCounts = { readonly [S in WorkstreamState]?: number };

/** A phase is planned until its first workstream moves, and over when none can move any more. */
export function phaseState(counts: WorkstreamCounts): PhaseState {
  const some = (...states: readonly WorkstreamState[]) => states.some((state) => (counts[state] ?? 0) > 0);
  const moved = some('ready', 'executing', 'validating', 'completed', 'failed', 'cancelled', 'skipped', 'blocked');
  if (!moved) return 'planned';
  if (some('ready', 'executing', 'validating')) return 'executing';
  if (some('planned')) return some('completed', 'skipped', 'failed') ? 'executing' : 'planned';
  if (some('failed')) return 'failed';
  if (some('blocked')) return 'blocked';
  return some('cancelled') ? 'cancelled' : 'completed';
}
