// Every event of real simulated runs reads as a sentence.
import { expect, test } from 'vitest';
import { eventView } from '../../../../src/main/projections/event-view.ts';
import { makeGate, makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

const gate = makeGate('unit', { timeoutMs: 1 });
const tasks = ['a', 'b', 'c', 'd'].map((taskId, index, all) => {
  const before = all[index - 1];
  return makeTask({ taskId, gates: ['unit'], maxAttempts: 2, after: before === undefined ? [] : successOf(before) });
});

test('events read as sentences without holes', async () => {
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 40; seed += 1) {
    const { store } = await simulate({
      plan: makePlan({ tasks, gates: [gate] }),
      seed,
      troubleChance: 0.2,
      crashChance: 0.05,
    });
    for (const event of store.eventsOf(SIM_RUN)) {
      const { text, kind } = eventView(event);
      kinds.add(kind);
      expect(text, kind).toMatch(/^[A-Za-z]/);
      expect(text, kind).not.toMatch(/undefined|null|NaN|\[object/);
    }
  }
  const met = [...kinds];
  expect(met).toEqual(
    expect.arrayContaining(['run-created', 'run-finished', 'task-retrying', 'task-blocked', 'patch-dropped']),
  );
});
