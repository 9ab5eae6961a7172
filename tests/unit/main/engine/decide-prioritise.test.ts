// Prioritise: a person has a task go first, or later, among those that are ready and in the merge train.
import { describe, expect, test } from 'vitest';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, kindsOf, MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

const NOTHING = { ...MADE_PATCH, result: 'no_change', patch: null } as const;
const task = (open: OpenRun, taskId: string) => present(open.run.tasks.get(taskId), taskId);
const states = (open: OpenRun) => Object.fromEntries([...open.run.tasks].map(([id, { state }]) => [id, state]));

describe('prioritise', () => {
  test('puts a task before all that could go, those in front of the background too', () => {
    const tasks = ['a', 'b', 'c'].map((taskId) => makeTask({ taskId, priority: 5, allowNoChange: true }));
    const open = openRun(
      makePlan({ tasks: [...tasks, makeTask({ taskId: 'z', background: true, allowNoChange: true })] }),
      1,
    );
    const { turn } = open.command({ name: 'prioritise', taskId: 'z', priority: null });
    expect(kindsOf(turn)).toEqual(['command-accepted', 'task-prioritised']);
    expect(task(open, 'z')).toMatchObject({ priority: 6, background: false });
    open.answer('start-attempt', NOTHING);
    expect(states(open)).toEqual({ a: 'completed', b: 'queued', c: 'queued', z: 'running' });
  });

  test('takes the priority that is given, also a low one', () => {
    const tasks = ['a', 'b', 'c'].map((taskId) => makeTask({ taskId, allowNoChange: true }));
    const open = openRun(makePlan({ tasks }), 1);
    open.command({ name: 'prioritise', taskId: 'b', priority: -3 });
    open.answer('start-attempt', NOTHING);
    expect(states(open)).toEqual({ a: 'completed', b: 'queued', c: 'running' });
  });

  test('counts in the merge train, too', () => {
    const tasks = ['a', 'b', 'c'].map((taskId) => makeTask({ taskId }));
    const open = openRun(makePlan({ tasks }));
    for (const _ of tasks) open.answer('start-attempt', MADE_PATCH);
    for (const _ of tasks) open.answer('validate-patch', GOOD);
    open.command({ name: 'prioritise', taskId: 'c', priority: null });
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run.candidates[0]?.change.task.plan.taskId).toBe('c');
  });
});
