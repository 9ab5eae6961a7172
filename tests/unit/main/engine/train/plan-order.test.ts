// Plan order: the same patches give the same trees in the same order, whatever the timing of tools, gates and persons.
import { expect, test } from 'vitest';
import type { CommandWork } from '../../../../../src/shared/domain/command.ts';
import type { Finding } from '../../../../../src/shared/domain/patch.ts';
import { makeGate, makePlan, makeTask, successOf } from '../../../../fakes/make-plan.ts';
import { seededRandom } from '../../../../simulation/seeded-random.ts';
import { GOOD, openRun } from '../open-run.ts';
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

const PROTECTED: Finding = {
  rule: 'protected-paths',
  severity: 'warning',
  action: 'review',
  path: 'package.json',
  line: 0,
  message: 'it steers the build',
  advice: 'look at it',
};

/** `b` goes to a person; `d` comes after it and `e` writes below it, the others have nothing to do with it. */
const REVIEWED = makePlan({
  mergeOrder: 'plan',
  tasks: [
    writes('a', 'a/**'),
    writes('b', 'b/**'),
    writes('c', 'c/**'),
    { ...writes('d', 'd/**'), after: successOf('b') },
    writes('e', 'b/e/**'),
    writes('f', 'f/**'),
  ],
});

function writes(taskId: string, glob: string) {
  const scope = { read: [], write: [glob], create: [], forbidden: [] };
  return makeTask({ taskId, scope, scopeBy: { write: `task ${taskId}`, read: null } });
}

test('a patch in review holds back only what follows from it, and when it is answered changes no tree', () => {
  const orders = new Set<string>();
  let early = 0;
  let late = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = seededRandom(seed);
    const open = openRun(REVIEWED, 6, { whenStuck: 'wait' });
    const judge = (taskId: string) => (taskId === 'b' ? { ...GOOD, findings: [PROTECTED] } : GOOD);
    const approve = () => {
      const [review] = open.run.reviews.values();
      if (review === undefined || review.state !== 'open') return;
      if (open.run.stacking.landed < 3) early += 1;
      else late += 1;
      const { reviewId, patch } = review;
      const said = { patchId: patch.patchId, head: open.run.head, reviewer: 'ann', reviewerKind: 'person' } as const;
      const work = { name: 'approve', reviewId, ...said } as CommandWork; // the fields that this test has nothing to say of are optional
      expect(open.command(work, { why: 'as agreed' }).refusal).toBeNull();
    };
    const onStep = () => {
      if (random() < 0.05) approve();
    };
    playTrain(open, { random, judge, onStep });
    expect([...open.run.tasks.values()].filter(({ state }) => state === 'completed').length).toBeGreaterThanOrEqual(3);
    approve();
    orders.add(playTrain(open, { random, judge }).join());
  }
  expect([...orders]).toEqual(['a,c,f,b,d,e']);
  expect([early > 20, late > 20], 'answered before and after the others landed').toEqual([true, true]);
});
