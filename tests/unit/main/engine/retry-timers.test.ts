// The pause before a next try is as long as was said, whatever is done to the wall clock.
import { expect, test } from 'vitest';
import { createRetryTimers } from '../../../../src/main/engine/retry-timers.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { createVirtualClock } from '../../../fakes/virtual-clock.ts';
import { MADE_PATCH, openRun } from './open-run.ts';

const HOUR_MS = 3_600_000;
const NOTHING = { ...MADE_PATCH, result: 'no_change', patch: null } as const;

/** Both tasks pause; the clock stands at the time of the run's. */
function pausing(jumpMs: number) {
  const { run, answer } = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' })] }));
  answer('start-attempt', NOTHING);
  answer('start-attempt', NOTHING);
  const clock = createVirtualClock(Date.UTC(2026, 0, 1) + jumpMs);
  const woken: { readonly due: readonly string[]; readonly at: number }[] = [];
  const timers = createRetryTimers(clock, (_, due) => woken.push({ due, at: clock.monotonic() }));
  const saidMs = [...run.retrying].map(({ notBefore }) => Date.parse(notBefore ?? '') - Date.UTC(2026, 0, 1));
  return { run, clock, timers, woken, saidMs };
}

test.each([-HOUR_MS, 0, HOUR_MS, 365 * 24 * HOUR_MS])('a wall clock set by %i ms changes no pause', (jumpMs) => {
  const { run, clock, timers, woken, saidMs } = pausing(0);
  timers.arm(run);
  clock.jump(jumpMs);
  while (clock.step());
  expect(woken.flatMap(({ due }) => due).sort()).toEqual(['a', 'b']);
  expect(woken.at(-1)?.at).toBe(Math.max(...saidMs));
});

test('what changes in a run meanwhile does not begin its pauses again', () => {
  const { run, clock, timers, woken, saidMs } = pausing(0);
  timers.arm(run);
  clock.jump(-HOUR_MS);
  for (let turn = 0; turn < 3; turn += 1) timers.arm(run);
  while (clock.step());
  expect(woken.at(-1)?.at).toBe(Math.max(...saidMs));
});

test('after a restart with a wall clock that was set back no pause is longer than the longest there is', () => {
  const { run, clock, timers, woken } = pausing(-HOUR_MS);
  timers.arm(run);
  while (clock.step());
  expect(woken.at(-1)?.at).toBe(LIMITS.backoffMaxMs);
});

test('a run that has ended or is cleared is not woken', () => {
  const { run, clock, timers, woken } = pausing(0);
  timers.arm(run);
  timers.clear();
  while (clock.step());
  expect(woken).toEqual([]);
});
