// A timeline from kinds and times alone says what the state of the run says at the same events.
import { expect, test } from 'vitest';
import { runTimeline } from '../../../../src/main/hosts/service/run-timeline.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

const tasks = Array.from({ length: 6 }, (_, n) => makeTask({ taskId: `t${n}` }));

test.each([1, 2, 3])('each point equals the state that is replayed up to it (seed %i)', async (seed) => {
  const { store } = await simulate({ plan: makePlan({ tasks }), seed, troubleChance: 0.3, crashChance: 0.05 });
  const events = store.eventsOf(SIM_RUN);
  const points = runTimeline(store, SIM_RUN, 20);
  expect(points.length).toBeGreaterThan(10);
  expect(points.at(-1)?.seq).toBe(events.at(-1)?.seq);
  for (const point of points) {
    const run = replay(events.slice(0, point.seq)) ?? expect.fail('no run');
    const patches = [...run.patches.values()];
    const of = (state: string) => patches.filter((patch) => patch.state === state).length;
    expect(point).toMatchObject({ at: events[point.seq - 1]?.at, completed: run.completed, failed: run.failed });
    expect(point.running).toBe([...run.attempts.values()].filter(({ endedAt }) => endedAt === null).length);
    expect(point.patches).toBe(patches.length);
    expect(point.committed).toBe(of('committed'));
    expect(point.quarantined).toBe(of('quarantined'));
  }
});

test('an unknown run has none', async () => {
  const { store } = await simulate({ plan: makePlan({ tasks }), seed: 1 });
  expect(() => runTimeline(store, '01JX')).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
});
