import { expect, test } from 'vitest';
import { makeGate, makePlan, makeTask, successOf } from '../../../../fakes/make-plan.ts';
import { seededRandom } from '../../../../simulation/seeded-random.ts';
import { openRun } from '../open-run.ts';
import { playTrain } from './play-train.ts';

const ORDERS = Number(process.env['PATCHBAY_ORDERS'] ?? 10_000);

const PLAN = makePlan({
  mergeOrder: 'plan',
  gates: [makeGate('unit')],
  tasks: [
    makeTask({ taskId: 'a', priority: -5 }),
    makeTask({ taskId: 'b', gates: ['unit'] }),
    makeTask({ taskId: 'c', after: successOf('a'), priority: 9 }),
    makeTask({ taskId: 'd', gates: ['unit'], maxAttempts: 1 }),
    makeTask({ taskId: 'e', gates: ['unit'], priority: 3 }),
    makeTask({ taskId: 'f' }),
  ],
});

test(`${ORDERS} random timings give the same trees in the same order where patches are merged in plan order`, {
  timeout: 300_000,
}, () => {
  const orders = new Set<string>();
  const queues = new Set<string>();
  for (let seed = 1; seed <= ORDERS; seed += 1) {
    const random = seededRandom(seed);
    const open = openRun(PLAN, 1 + (seed % 6));
    const queued = new Set<string>();
    const onStep = () => {
      for (const { task } of open.run.train) queued.add(task.plan.taskId);
    };
    // What the gate refuses is a matter of the tree, not of the time.
    const landed = playTrain(open, { random, passes: ({ holds }) => !holds.includes('d'), onStep });
    orders.add(landed.join());
    queues.add([...queued].join());
  }
  expect([...orders]).toEqual(['a,b,c,e,f']);
  expect(queues.size, 'the timings differ: they queue in many orders').toBeGreaterThan(20);
});
