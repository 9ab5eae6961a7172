// The state is what the events add up to, and a state changes only by a row of its table.
import { expect, test } from 'vitest';
import { evolve, replay } from '../../../../src/main/state/evolve.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import type { NewEvent } from '../../../../src/shared/events/event.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

const plan = makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' })] });

test('event replay gives the same rows however often it is done', async () => {
  const { store } = await simulate({ plan, seed: 5, troubleChance: 0.3 });
  const rows = () => JSON.stringify(allRows(replay(store.eventsOf(SIM_RUN)) ?? expect.fail('no events')));
  expect(rows()).toBe(rows());
});

test('no events are no run', () => {
  expect(replay([])).toBeNull();
});

test('an event that its machine does not allow is a bug, not a state', async () => {
  const { store } = await simulate({ plan, seed: 6 });
  const events: readonly NewEvent[] = store.eventsOf(SIM_RUN);
  const finished = events.find((event) => event.kind === 'task-completed');
  const run = replay(events);
  if (finished === undefined) expect.fail('no task was completed');
  expect(() => evolve(run, finished, () => {})).toThrow('may not move from completed to completed');
});

test('the history of a patch is chained: each entry covers the one before', async () => {
  const { run } = await simulate({ plan, seed: 7 });
  for (const patch of run.patches.values()) {
    const hashes = patch.history.map((entry) => entry.hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(patch.history.map((entry) => entry.state)).toEqual([
      'created',
      'validated',
      'queued',
      'applied',
      'verified',
      'committed',
    ]);
  }
});

test('the state is plain data: a copy made at any moment goes on as the original does', async () => {
  const { store } = await simulate({ plan, seed: 8, troubleChance: 0.3 });
  const events = store.eventsOf(SIM_RUN);
  for (let until = 1; until < events.length; until += 1) {
    const run = structuredClone(replay(events.slice(0, until)) ?? expect.fail('no events'));
    for (const event of events.slice(until)) evolve(run, event, () => {});
    expect(run).toEqual(replay(events));
  }
});
