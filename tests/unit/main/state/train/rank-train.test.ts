// The order of the merge train among what is queued, and what it says of it.
import { describe, expect, test } from 'vitest';
import { trainReason } from '../../../../../src/main/projections/train-reason.ts';
import { BY_ID } from '../../../../../src/main/projections/waiting-for.ts';
import type { Change } from '../../../../../src/main/state/run-state.ts';
import { firstInTrain, placeInTrain } from '../../../../../src/main/state/train/rank-train.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';
import { makePlan, makeTask, type TaskSketch } from '../../../../fakes/make-plan.ts';
import { seededRandom } from '../../../../simulation/seeded-random.ts';
import { openRun } from '../../engine/open-run.ts';
import { playTrain } from '../../engine/train/play-train.ts';

/** All patches are queued; the stack is as it would be if nothing had been taken up yet. */
function queue(sketches: readonly TaskSketch[]) {
  const open = openRun(makePlan({ tasks: sketches.map(makeTask) }), sketches.length);
  playTrain(open, { answers: ({ kind }) => kind !== 'build-candidate' });
  open.run.candidates = [];
  const changeOf = (taskId: string) => open.run.train.find(({ task }) => task.plan.taskId === taskId) as Change;
  return { run: open.run, changeOf };
}

function orderOf({ run, changeOf }: ReturnType<typeof queue>): readonly string[] {
  const ids = run.train.map(({ task }) => task.plan.taskId);
  return ids.toSorted((a, b) => placeInTrain(run, changeOf(a)).number - placeInTrain(run, changeOf(b)).number);
}

describe('the order of the merge train', () => {
  test('is priority, then age counted in commits, then the longest chain of the plan, then id', () => {
    const waits = (taskId: string, seconds: number) =>
      ({
        taskId,
        launch: { kind: 'script', script: { tool: 'script', attempts: [{ waitSeconds: seconds, edits: [] }] } },
      }) as const;
    const train = queue([
      { taskId: 'a' },
      { ...waits('b', 30) },
      { taskId: 'c', priority: 4 },
      { taskId: 'd' },
      { taskId: 'e' },
    ]);
    const place = train.changeOf('e').place;
    if (place !== null) train.changeOf('e').place = { ...place, landed: -1 };
    expect(orderOf(train)).toEqual(['c', 'e', 'b', 'a', 'd']);
    const by = (taskId: string) => placeInTrain(train.run, train.changeOf(taskId)).behind?.by ?? null;
    expect(['c', 'e', 'b', 'a', 'd'].map(by)).toEqual([null, 'priority', 'age', 'chain', 'id']);
  });

  test('puts what a change comes after before it, as urgent as it is itself', () => {
    const train = queue([{ taskId: 'a' }, { taskId: 'b', priority: 3 }, { taskId: 'c', priority: 9 }]);
    // Found while both were in hand.
    train.changeOf('c').task.after = [{ task: 'a', edge: 'success' }];
    expect(orderOf(train)).toEqual(['a', 'c', 'b']);
    expect(placeInTrain(train.run, train.changeOf('c')).behind).toMatchObject({ by: 'dependency' });
    expect(firstInTrain(train.run)).toBe(train.changeOf('a'));
  });

  test('gives way to whoever was overtaken as often as anybody may be', () => {
    const train = queue([{ taskId: 'a' }, { taskId: 'b', priority: 9 }]);
    const late = train.changeOf('a');
    const place = late.place ?? { ticket: 1, landed: 0, overtaken: 0 };
    late.place = { ...place, overtaken: LIMITS.trainOvertakes - 1 };
    expect(orderOf(train)).toEqual(['b', 'a']);
    late.place = { ...place, overtaken: LIMITS.trainOvertakes };
    expect(orderOf(train)).toEqual(['a', 'b']);
    expect(placeInTrain(train.run, train.changeOf('b')).behind?.by).toBe('overtaken');
  });

  test('is the same for the same queue, however that came together, and its first is the one that is taken up', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const train = queue(
        Array.from({ length: 9 }, (_, at) => ({
          taskId: `t${at}`,
          priority: Math.floor(random() * 3),
          critical: true,
        })),
      );
      for (const change of train.run.train) {
        const place = change.place ?? { ticket: 1, landed: 0, overtaken: 0 };
        change.place = { ...place, landed: Math.floor(random() * 3), overtaken: Math.floor(random() * 18) };
      }
      const order = orderOf(train);
      for (let times = 0; times < 5; times += 1) {
        train.run.train = train.run.train.toSorted(() => random() - 0.5);
        expect(orderOf(train), `seed ${seed}`).toEqual(order);
        expect(firstInTrain(train.run)?.task.plan.taskId).toBe(order[0]);
      }
    }
  });

  test('is told to each entry in a sentence', () => {
    const train = queue([{ taskId: 'a' }, { taskId: 'b' }, { taskId: 'c', priority: 4 }]);
    const said = (taskId: string) => trainReason(train.run, train.changeOf(taskId), BY_ID);
    expect(said('c')).toEqual({ reason: 'Its patch is next in the merge train.', freedBy: 'the train' });
    expect(said('a').reason).toBe('Its patch is number 2 in the merge train, behind c, which has a higher priority.');
    expect(said('b')).toEqual({
      reason: 'Its patch is number 3 in the merge train, behind a, which is as urgent and has the earlier id.',
      freedBy: 'a',
    });
  });
});
