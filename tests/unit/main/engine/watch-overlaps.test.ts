// When tasks at work are looked at for what they both change, and what is known of it.
import { expect, test } from 'vitest';
import { watchOverlaps } from '../../../../src/main/engine/watch-overlaps.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import type { AttemptChanges, Execution } from '../../../../src/shared/ports/execution.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { createVirtualClock } from '../../../fakes/virtual-clock.ts';
import { openRun } from './open-run.ts';

const NO_CHANGE = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const same = (attemptId: string): AttemptChanges => ({
  attemptId,
  changes: [{ path: 'src/x.js', places: [{ start: 40, lines: 1 }] }],
});
const scope = (...write: readonly string[]) => ({ read: [], write, create: [], forbidden: [] });

function watched(changesSoFar: Execution['changesSoFar'], scopes: readonly (readonly string[])[] = [[], []]) {
  const tasks = scopes.map((write, at) => makeTask({ taskId: `t${at}`, allowNoChange: true, scope: scope(...write) }));
  const open = openRun(makePlan({ tasks }));
  const clock = createVirtualClock();
  const runs = new Map([[open.run.runId, open.run]]);
  let told = 0;
  const watch = watchOverlaps({ runs, clock, changesSoFar, onSeen: () => (told += 1) });
  watch.note(open.run);
  return { open, clock, watch, told: () => told };
}

test('tasks that could meet are looked at, and a pair is told once and as long as both are at work', async () => {
  const { open, clock, watch, told } = watched(async (ids) => ids.map(same));
  expect(watch.overlaps(open.run)).toEqual([]);
  for (let look = 0; look < 2; look += 1) {
    expect(clock.step()).toBe(true);
    await settled();
  }
  expect(clock.monotonic()).toBe(2 * LIMITS.overlapSampleMs);
  const near = { start: 40, lines: 1 };
  expect(watch.overlaps(open.run)).toEqual([{ a: 't0', b: 't1', level: 'hot', path: 'src/x.js', near }]);
  expect(told()).toBe(1);
  open.answer('start-attempt', NO_CHANGE);
  expect(watch.overlaps(open.run)).toEqual([]);
  clock.step();
  await settled();
  expect(clock.step()).toBe(false);
});

test('nobody is looked at where the files of the tasks cannot be the same, or where one works alone', async () => {
  const asked: string[] = [];
  const look: Execution['changesSoFar'] = async (ids) => {
    asked.push(...ids);
    return [];
  };
  const apart = watched(look, [['a/**'], ['b/**']]);
  while (apart.clock.step()) await settled();
  expect(watched(look, [[]]).clock.step()).toBe(false);
  expect(asked).toEqual([]);
});

test('a look that fails leaves what is known, and the next one is made', async () => {
  let looks = 0;
  const { open, clock, watch } = watched(async (ids) => {
    looks += 1;
    if (looks === 2) throw new Error('no such folder');
    return ids.map(same);
  });
  for (let step = 0; step < 3; step += 1) {
    clock.step();
    await settled();
  }
  expect(looks).toBe(3);
  expect(watch.overlaps(open.run)).toHaveLength(1);
  watch.close();
  expect(clock.step()).toBe(false);
});
