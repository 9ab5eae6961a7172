// A saved state that is not what its events give is found, whatever is wrong with it.
import { expect, test } from 'vitest';
import { verifySnapshots } from '../../../../src/main/recovery/verify-snapshots.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { packRun } from '../../../../src/main/state/pack-run.ts';
import type { RunNode } from '../../../../src/main/state/run-state.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

const plan = makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' })] });
const { store } = await simulate({ plan, seed: 2 });
const events = store.eventsOf(SIM_RUN);

function check(seq: number, spoil: (run: RunNode) => void = () => {}, hash = events[seq - 1]?.hash ?? '') {
  const run = replay(events.slice(0, seq)) ?? expect.fail('no events');
  spoil(run);
  const saved = { runId: SIM_RUN, seq, hash, state: packRun(run) };
  return verifySnapshots({ places: () => [saved], newest: () => structuredClone(saved) }, SIM_RUN, events);
}

test('a true one is true at every event', () => {
  for (let seq = 1; seq <= events.length; seq += 1) expect(check(seq)).toEqual({ checked: 1, problems: [] });
});

test.each<[string, (run: RunNode) => void]>([
  ['a counter', (run) => Object.assign(run, { completed: run.completed + 1 })],
  ['a task that is somewhere else', (run) => Object.assign([...run.tasks.values()][0] ?? {}, { state: 'queued' })],
  ['a link', (run) => Object.assign([...run.attempts.values()][0] ?? {}, { task: [...run.tasks.values()][1] })],
  ['a patch that is missing', (run) => run.patches.clear()],
])('%s is found', (_, spoil) => {
  const problem = `the snapshot at event ${events.length} is not what the events up to it give`;
  expect(check(events.length, spoil).problems).toEqual([problem]);
});

test('one of another history is found', () => {
  expect(check(5, () => {}, 'f'.repeat(64)).problems).toEqual(['the snapshot at event 5 was made after another event']);
});
