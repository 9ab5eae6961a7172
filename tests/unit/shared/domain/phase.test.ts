// The state of a phase follows from its workstreams.
import { expect, test } from 'vitest';
import {
  PHASE_MACHINE,
  type PhaseState,
  phaseState,
  type WorkstreamCounts,
} from '../../../../src/shared/domain/phase.ts';
import { WORKSTREAM_MACHINE, type WorkstreamState } from '../../../../src/shared/domain/workstream.ts';
import { move } from '../../../../src/shared/lib/machine.ts';

test.each<[WorkstreamCounts, ReturnType<typeof phaseState>]>([
  [{}, 'planned'],
  [{ planned: 2 }, 'planned'],
  [{ planned: 1, ready: 1 }, 'executing'],
  [{ planned: 1, completed: 1 }, 'executing'],
  [{ planned: 1, blocked: 1 }, 'planned'],
  [{ executing: 1, failed: 1 }, 'executing'],
  [{ completed: 2 }, 'completed'],
  [{ completed: 1, skipped: 1 }, 'completed'],
  [{ completed: 1, failed: 1, blocked: 1 }, 'failed'],
  [{ completed: 1, blocked: 1 }, 'blocked'],
  [{ completed: 1, cancelled: 1 }, 'cancelled'],
])('%j is %s', (counts, state) => {
  expect(phaseState('planned', counts)).toBe(state);
});

test('what has begun stays so while the rest is cancelled one by one', () => {
  expect(phaseState('executing', { cancelled: 1, planned: 1 })).toBe('executing');
  expect(phaseState('planned', { cancelled: 1, planned: 1 })).toBe('planned');
  expect(phaseState('executing', { cancelled: 2 })).toBe('cancelled');
});

test('wherever three workstreams can move, their phase makes only moves of its machine', () => {
  const seen = new Set<string>();
  const open: { readonly phase: PhaseState; readonly workstreams: readonly WorkstreamState[] }[] = [
    { phase: 'planned', workstreams: ['planned', 'planned', 'planned'] },
  ];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { phase, workstreams } = at;
    for (const [moving, from] of workstreams.entries()) {
      for (const to of WORKSTREAM_MACHINE.moves[from]) {
        const next = workstreams.with(moving, to);
        const then = phaseState(phase, countsOf(next));
        if (then !== phase) move(PHASE_MACHINE, phase, then, `${workstreams} to ${next}`);
        const key = `${then} ${[...next].sort()}`;
        if (!seen.has(key)) open.push({ phase: then, workstreams: next });
        seen.add(key);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(100);
});

function countsOf(states: readonly WorkstreamState[]): WorkstreamCounts {
  return Object.fromEntries(states.map((state) => [state, states.filter((one) => one === state).length]));
}
