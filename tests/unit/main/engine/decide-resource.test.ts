// What scarce resources do to a run: fewer starts, none, and what waits says so.
import { expect, test } from 'vitest';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import type { Resource, ResourceLevel } from '../../../../src/shared/domain/resources.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { kindsOf, openRun } from './open-run.ts';

const DONE = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;
const FULL = { ...DONE, result: 'failed', failure: { code: 'E_DISK', message: 'no space left' } } as const;

function withTasks(count: number, maxParallel: number) {
  const tasks = Array.from({ length: count }, (_, n) =>
    makeTask({ taskId: `t${n}`, allowNoChange: true, maxAttempts: 2 }),
  );
  const open = openRun(makePlan({ tasks }), maxParallel);
  const set = (resource: Resource, level: ResourceLevel) =>
    open.say({
      type: 'resource-changed',
      runId: open.run.runId,
      change: { resource, level, message: `There is little ${resource}.`, freedBy: `more ${resource}` },
    });
  const reasonOf = (taskId: string) => waitingFor(open.run, present(open.run.tasks.get(taskId), taskId));
  return { ...open, set, reasonOf };
}

test('at a hard limit nothing new starts, and what waits says why and what frees it', () => {
  const { set, answer, run, reasonOf } = withTasks(4, 2);
  expect(kindsOf(set('disk', 'hard'))).toEqual(['resource-changed']);
  expect(kindsOf(set('disk', 'hard'))).toEqual([]);
  answer('start-attempt', DONE);
  answer('start-attempt', DONE);
  expect(run.running).toBe(0);
  expect(run.state).toBe('running');
  expect(reasonOf('t3')).toEqual({
    reason: 'There is little disk. Nothing new is started.',
    freedBy: 'more disk',
  });
  set('disk', 'ok');
  expect(run.running).toBe(2);
});

test('at a soft limit half as many work at once, and one at least', () => {
  const { set, answer, run, reasonOf } = withTasks(8, 4);
  set('memory', 'soft');
  answer('start-attempt', DONE);
  answer('start-attempt', DONE);
  expect(run.running).toBe(2);
  answer('start-attempt', DONE);
  expect(run.running).toBe(2);
  expect(reasonOf('t7')?.reason).toBe('There is little memory. Half as many tools as usual work at once.');
  const alone = withTasks(2, 1);
  alone.set('memory', 'soft');
  alone.answer('start-attempt', DONE);
  expect(alone.run.running).toBe(1);
});

test('processors that others keep busy let one task go on at a time', () => {
  const { set, answer, run } = withTasks(5, 3);
  set('cpu', 'hard');
  for (let left = 3; left > 1; left -= 1) answer('start-attempt', DONE);
  expect(run.running).toBe(1);
  answer('start-attempt', DONE);
  expect(run.running).toBe(1);
});

test('an attempt that meets a full disk holds the run, and counts as no failure of its tool', () => {
  const { answer, run, say, set, wait } = withTasks(2, 1);
  expect(kindsOf(answer('start-attempt', FULL))).toEqual(
    ['attempt-started', 'attempt-finished', 'worker-ready', 'resource-changed', 'task-retrying'].filter(
      (kind) => kind !== 'worker-ready',
    ),
  );
  expect(run.running).toBe(0);
  wait(LIMITS.backoffFirstMs);
  say({ type: 'wake', runId: run.runId });
  expect(run.running).toBe(0);
  set('disk', 'ok');
  expect(run.running).toBe(1);
  expect(run.tasks.get('t0')).toMatchObject({ state: 'running', failures: 0 });
});

test('a disk that is full again and again fails the task in the end', () => {
  const { answer, run, say, set, wait } = withTasks(1, 1);
  for (let tries = 1; tries <= LIMITS.diskFullTries; tries += 1) {
    expect(run.state).toBe('running');
    answer('start-attempt', FULL);
    wait(LIMITS.backoffFirstMs);
    say({ type: 'wake', runId: run.runId });
    set('disk', 'ok');
  }
  expect(run.tasks.get('t0')).toMatchObject({ state: 'failed', code: 'E_DISK' });
});
