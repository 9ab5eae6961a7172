// The one order of a plan.
import { expect, test } from 'vitest';
import { planOrder } from '../../../../src/main/scheduling/plan-order.ts';
import { makePlan, makeTask, makeWorkstream, successOf } from '../../../fakes/make-plan.ts';

test('file order wherever edges leave it free', () => {
  const tasks = [
    makeTask({ taskId: 'b', after: successOf('d') }),
    makeTask({ taskId: 'a' }),
    makeTask({ taskId: 'd' }),
    makeTask({ taskId: 'c' }),
  ];
  expect(planOrder(makePlan({ tasks }))).toEqual(['a', 'd', 'b', 'c']);
});

test('a workstream comes after every task of the workstreams before it, empty ones included', () => {
  const tasks = [makeTask({ taskId: 'late', workstreamId: 'Z' }), makeTask({ taskId: 'early', workstreamId: 'A' })];
  const workstreams = [
    makeWorkstream({ workstreamId: 'Z', after: ['EMPTY'] }),
    makeWorkstream({ workstreamId: 'EMPTY', after: ['A'] }),
    makeWorkstream({ workstreamId: 'A' }),
  ];
  expect(planOrder(makePlan({ tasks, workstreams }))).toEqual(['early', 'late']);
});
