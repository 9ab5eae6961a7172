// The state of a phase follows from its workstreams.
import { expect, test } from 'vitest';
import { phaseState, type WorkstreamCounts } from '../../../../src/shared/domain/phase.ts';

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
  expect(phaseState(counts)).toBe(state);
});
