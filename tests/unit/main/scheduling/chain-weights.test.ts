// How long the chain behind each task is.
import { expect, test } from 'vitest';
import { chainWeights, countDependents } from '../../../../src/main/scheduling/chain-weights.ts';
import { makeTask, successOf } from '../../../fakes/make-plan.ts';

const diamond = [
  makeTask({ taskId: 'top' }),
  makeTask({ taskId: 'left', after: successOf('top') }),
  makeTask({ taskId: 'right', after: successOf('top') }),
  makeTask({ taskId: 'end', after: successOf('left', 'right') }),
  makeTask({ taskId: 'alone' }),
];

test('a task weighs one more than the heaviest that comes after it', () => {
  expect(Object.fromEntries(chainWeights(diamond))).toEqual({ top: 3, left: 2, right: 2, end: 1, alone: 1 });
});

test('dependents are counted by edge', () => {
  expect(Object.fromEntries(countDependents(diamond))).toEqual({ top: 2, left: 1, right: 1, end: 0, alone: 0 });
});

test('a chain is as long as its tasks, however many they are', () => {
  const lengths: Readonly<Record<string, number>> = { top: 1, left: 100, right: 5, end: 2, alone: 90 };
  const weights = chainWeights(diamond, ({ taskId }) => lengths[taskId] ?? 0);
  expect(Object.fromEntries(weights)).toEqual({ top: 103, left: 102, right: 7, end: 2, alone: 90 });
});
