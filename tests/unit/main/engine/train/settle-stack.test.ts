// A stack of candidates: who lands, who is the culprit, and that nobody waits for ever.
import { describe, expect, test } from 'vitest';
import { changeIdOf } from '../../../../../src/main/state/find-change.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';
import { makeGate, makePlan, makeTask } from '../../../../fakes/make-plan.ts';
import { seededRandom } from '../../../../simulation/seeded-random.ts';
import { openRun } from '../open-run.ts';
import { type Judged, type Play, playTrain } from './play-train.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The patches of all tasks are queued, and the train stacks as deep as it may. */
function fullTrain(taskIds: readonly string[], gateSlots = 4) {
  const tasks = taskIds.map((taskId) => makeTask({ taskId, gates: ['unit'], maxAttempts: 1 }));
  const open = openRun(makePlan({ tasks, gates: [makeGate('unit')], gateSlots }), taskIds.length);
  open.run.stacking.depth = LIMITS.trainDepth; // as after so many changes that landed
  playTrain(open, { answers: ({ kind }) => kind === 'start-attempt' || kind === 'release-workspace' });
  playTrain(open, { answers: ({ kind }) => kind === 'validate-patch' });
  return open;
}

function statesOf({ run }: ReturnType<typeof openRun>) {
  return Object.fromEntries([...run.patches.values()].map((patch) => [patch.task.plan.taskId, patch.state]));
}

describe('a stack of candidates', () => {
  test.each([2, 3, 4, 5, 6, 7, 8])(
    'of %i lands without its culprits, whichever they are: they are found, and nobody else goes',
    (size) => {
      const names = NAMES.slice(0, size);
      for (let mask = 0; mask < 2 ** size; mask += 1) {
        const culprits = names.filter((_, at) => (mask & (1 << at)) !== 0);
        const innocents = names.filter((name) => !culprits.includes(name));
        const open = fullTrain(names, 1 + (mask % 4));
        const random = seededRandom(mask * 17 + size);
        const landed = playTrain(open, {
          random,
          passes: ({ holds }) => !holds.some((name) => culprits.includes(name)),
        });
        expect(landed, `culprits ${culprits}`).toEqual(innocents);
        const states = statesOf(open);
        for (const name of names) expect(states[name]).toBe(culprits.includes(name) ? 'quarantined' : 'committed');
      }
    },
  );

  test('that all pass lands by one move of the head after one round of gates, each change as a commit of its own', () => {
    const open = fullTrain(NAMES);
    const swaps: unknown[] = [];
    const play: Play = { answers: (effect) => (effect.kind === 'swap-head' ? swaps.push(effect.body) > 0 : true) };
    playTrain(open, { answers: ({ kind }) => kind === 'build-candidate' });
    const judged = open.pendingOf('run-gate').map(({ body }) => body.tree.split('+').length);
    expect(judged, 'the tip and evenly spread prefixes').toEqual([2, 4, 6, 8]);
    expect(playTrain(open, { ...play, random: () => 0.999 }), 'the tip answers first').toEqual(NAMES);
    expect(swaps).toHaveLength(1);
    expect(open.run.patches.size).toBe(8);
    const tip = [...open.run.patches.values()].find(({ task }) => task.plan.taskId === 'h');
    for (const patch of open.run.patches.values()) {
      const own = { changeId: tip?.patchId, commit: tip?.commit, tree: NAMES.join('+') };
      expect(patch.gatedIn, patch.task.plan.taskId).toEqual(patch === tip ? null : own);
    }
  });

  test('never costs an innocent one its place, however often a gate fails on something above others', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const open = fullTrain(NAMES, 1 + (seed % 4));
      const passes = ({ alone }: Judged) => alone || random() < 0.5;
      expect(playTrain(open, { random, passes }), `seed ${seed}`).toEqual(NAMES);
    }
  });

  test('is one deep after a failure, and grows with what lands', () => {
    const open = fullTrain(['a', 'b', 'c', 'd']);
    const depths: number[] = [];
    let seen = -1;
    const onStep = () => {
      const { depth } = open.run.stacking;
      if (depth !== seen) depths.push((seen = depth));
    };
    playTrain(open, { passes: ({ holds }) => !holds.includes('a'), onStep });
    expect(depths).toEqual([8, 1, 2, 3, 4]);
  });

  test('is built again on the head for what did not fit on it, and a conflict there counts', () => {
    const open = fullTrain(['a', 'b']);
    open.answer('build-candidate', { kind: 'built', commit: '1', tree: '1' });
    open.answer('build-candidate', { kind: 'conflict', message: 'both changed it', files: ['x'] });
    expect(
      open.run.candidates.map(({ change }) => change.task.plan.taskId),
      'a goes on alone',
    ).toEqual(['a']);
    expect(open.pendingOf('build-candidate'), 'nothing more is stacked').toEqual([]);
    open.answer('run-gate', {
      verdict: 'passed',
      exitCode: 0,
      durationMs: 1,
      tail: '',
      logs: null,
      cached: false,
      message: '',
    });
    open.answer('swap-head', { kind: 'swapped' });
    const [again] = open.pendingOf('build-candidate');
    expect(again?.body.onto).toBe('1');
    open.answer('build-candidate', { kind: 'conflict', message: 'both changed it', files: ['x'] });
    expect(statesOf(open)).toEqual({ a: 'committed', b: 'quarantined' });
  });

  test('is built and gated again where git has something else than was gated, and given up when that goes on', () => {
    const open = fullTrain(['a', 'b']);
    for (let times = 1; times <= LIMITS.integrationTries; times += 1) {
      playTrain(open, { answers: ({ kind }) => kind === 'build-candidate' || kind === 'run-gate' });
      const before = open.run.candidates.map(({ candidateId }) => candidateId);
      open.answer('swap-head', { kind: 'unproven', reason: 'another tree' });
      expect(open.run.candidates.some(({ candidateId }) => before.includes(candidateId))).toBe(false);
    }
    expect(statesOf(open)).toMatchObject({ a: 'quarantined', b: 'queued' });
  });
});

describe('the merge train', () => {
  /** Tasks come in one by one, each behind none, and the longest waiting has the lowest priority. */
  test('overtakes nobody more often than its limit, under load and with any priorities', () => {
    let most = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seededRandom(seed);
      const tasks = Array.from({ length: 60 }, (_, at) =>
        makeTask({
          taskId: `t${at}`,
          gates: ['unit'],
          priority: at < 3 ? 0 : 1 + Math.floor(random() * 9),
        }),
      );
      const open = openRun(makePlan({ tasks, gates: [makeGate('unit')] }), 16);
      const queued: string[] = [];
      const onStep = () => {
        for (const change of open.run.train) if (!queued.includes(changeIdOf(change))) queued.push(changeIdOf(change));
      };
      playTrain(open, { random, onStep });
      const landed = [...open.run.patches.values()]
        .toSorted((a, b) => (a.commit ?? '').length - (b.commit ?? '').length)
        .map(({ patchId }) => patchId);
      expect(landed).toHaveLength(60);
      for (const [at, patchId] of landed.entries()) {
        const overtaken = landed.slice(0, at).filter((other) => queued.indexOf(other) > queued.indexOf(patchId)).length;
        expect(overtaken, `seed ${seed}`).toBeLessThanOrEqual(LIMITS.trainOvertakes);
        most = Math.max(most, overtaken);
      }
    }
    expect(most, 'the load is such that the limit matters').toBe(LIMITS.trainOvertakes);
  });
});
