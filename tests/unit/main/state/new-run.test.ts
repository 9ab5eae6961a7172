// How the tasks of a new run weigh against each other.
import { expect, test } from 'vitest';
import { newRun } from '../../../../src/main/state/new-run.ts';
import { DEFAULT_HEALTH } from '../../../../src/shared/domain/worker-health.ts';
import type { EventData } from '../../../../src/shared/events/event.ts';
import { makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';

const tasks = [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' }), makeTask({ taskId: 'c', after: successOf('b') })];

function weightsOf(expected: EventData['run-created']['expected']) {
  const plan = makePlan({ tasks });
  const created = {
    plan,
    planFile: null,
    repository: '/r',
    base: 'b'.repeat(40),
    baseRef: null,
    maxParallel: 1,
    requestedBy: 't',
    whenStuck: 'end' as const,
    expected,
    health: DEFAULT_HEALTH,
    toolRecords: [],
    taskUlids: Object.fromEntries(tasks.map(({ taskId }) => [taskId, taskId])),
    workstreamUlids: { WS: 'WS' },
  };
  const run = newRun({ runId: 'r', at: '2026-01-01T00:00:00.000Z', created });
  return Object.fromEntries([...run.tasks].map(([id, task]) => [id, task.weight]));
}

test('without earlier runs a chain weighs as many tasks as it has', () => {
  expect(weightsOf({})).toEqual({ a: 1, b: 2, c: 1 });
});

test('with them it weighs the time it takes, and what nothing is known of counts as it is forecast', () => {
  const weights = weightsOf({ a: { ms: 60_000, basis: 'task_history' }, c: { ms: 400, basis: 'tool_history' } });
  // A script without waits is expected to take a second; every task weighs 1 besides.
  expect(weights).toEqual({ a: 60_001, b: 1_402, c: 401 });
});
