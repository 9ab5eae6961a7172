// Which worker gets an attempt.
import { describe, expect, test } from 'vitest';
import { makeCommand } from '../../../fakes/make-command.ts';
import { makePlan, makeTask, makeWorkstream } from '../../../fakes/make-plan.ts';
import { kindsOf, openRun } from './open-run.ts';

const done = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;
const task = (taskId: string, more: Partial<Parameters<typeof makeTask>[0]> = {}) =>
  makeTask({ taskId, allowNoChange: true, ...more });

/** Task → the number of the worker that had its newest attempt. */
function workersOf(open: ReturnType<typeof openRun>): Record<string, number | undefined> {
  const numbers = [...open.run.attempts.values()].map((attempt) => [
    attempt.task.plan.taskId,
    open.run.workers.get(attempt.workerId ?? '')?.number,
  ]);
  return Object.fromEntries(numbers);
}

describe('a pool', () => {
  test('has as many workers as tasks run at once, each busy with one attempt under a lease of its own', () => {
    const { run } = openRun(makePlan({ tasks: ['a', 'b', 'c'].map((taskId) => task(taskId)) }), 2);
    expect([...run.pool].map(({ state, lease, attempt }) => [state, lease, attempt?.task.plan.taskId])).toEqual([
      ['BUSY', 1, 'a'],
      ['BUSY', 2, 'b'],
    ]);
  });

  test('uses its workers again, under a newer lease, instead of making more', () => {
    const open = openRun(makePlan({ tasks: ['a', 'b', 'c', 'd'].map((taskId) => task(taskId)) }), 2);
    for (let left = 4; left > 0; left -= 1) open.answer('start-attempt', done);
    expect(open.run.workers.size).toBe(2);
    expect([...open.run.attempts.values()].map(({ lease }) => lease)).toEqual([1, 2, 3, 4]);
    expect([...open.run.workers.values()].map(({ completed }) => completed)).toEqual([2, 2]);
  });

  test('ends with its run, before the run does', () => {
    const open = openRun(makePlan({ tasks: [task('a')] }));
    const last = open.answer('start-attempt', done);
    expect(kindsOf(last).slice(-2)).toEqual(['worker-terminated', 'run-finished']);
    expect([...open.run.workers.values()].map(({ state }) => state)).toEqual(['TERMINATED']);
    expect(open.run.pool.size).toBe(0);
  });

  test('that a cancelled run leaves ends with it', () => {
    const open = openRun(makePlan({ tasks: [task('a'), task('b')] }), 1);
    open.say({ type: 'command', runId: open.run.runId, command: makeCommand({ name: 'cancel' }, { why: 'test' }) });
    open.answer('start-attempt', { ...done, result: 'stopped' });
    expect(open.run.state).toBe('canceled');
    expect(open.run.pool.size).toBe(0);
  });

  test('gets new workers after a crash for those that had something in hand', () => {
    const open = openRun(makePlan({ tasks: [task('a')] }));
    open.say({ type: 'recover-run', runId: open.run.runId });
    expect([...open.run.workers.values()].map(({ state, reason }) => [state, reason])).toEqual([
      ['TERMINATED', 'Patchbay was interrupted'],
    ]);
    open.answer('salvage-attempt', null);
    open.say({ type: 'wake', runId: open.run.runId });
    expect(workersOf(open)).toEqual({ a: 2 });
  });
});

describe('of two free workers', () => {
  const workstreams = ['x', 'y', 'z'].map((workstreamId) => makeWorkstream({ workstreamId }));
  const of = (taskId: string, workstreamId: string, tool: string, more = {}) =>
    task(taskId, { workstreamId, tool, ...more });
  const behind = (...taskIds: string[]) => ({ after: taskIds.map((id) => ({ task: id, edge: 'success' as const })) });

  test('the one that did the same workstream last goes before the other', () => {
    const tasks = [
      of('a', 'x', 'one'),
      of('b', 'y', 'two'),
      of('c', 'y', 'one', behind('a', 'b')),
      of('d', 'z', 'two', behind('c')),
    ];
    const open = openRun(makePlan({ workstreams, tasks }), 2);
    open.answer('start-attempt', done);
    open.answer('start-attempt', done);
    expect(workersOf(open)).toEqual({ a: 1, b: 2, c: 2 });
    // The second one had tool one last by now, so tool two is as strange to both: the first in the pool gets it.
    open.answer('start-attempt', done);
    expect(workersOf(open)).toEqual({ a: 1, b: 2, c: 2, d: 1 });
  });

  test('the one that had the same tool goes before the other', () => {
    const tasks = [of('a', 'x', 'one'), of('b', 'y', 'two'), of('c', 'z', 'two', behind('a', 'b'))];
    const open = openRun(makePlan({ workstreams, tasks }), 2);
    open.answer('start-attempt', done);
    open.answer('start-attempt', done);
    expect(workersOf(open)).toEqual({ a: 1, b: 2, c: 2 });
  });

  test('a cold one is used rather than left idle', () => {
    const open = openRun(makePlan({ workstreams, tasks: [of('a', 'x', 'one'), of('b', 'y', 'two', behind('a'))] }), 2);
    open.answer('start-attempt', done);
    expect(workersOf(open)).toEqual({ a: 1, b: 1 });
  });
});
