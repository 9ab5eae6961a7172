// Every task that waits has one reason and something that would free it.
import { expect, test } from 'vitest';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { makePlan, makeTask, makeWorkstream, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, MADE_PATCH, type OpenRun, openRun } from '../engine/open-run.ts';

function reasonOf(open: OpenRun, taskId: string) {
  const task = open.run.tasks.get(taskId);
  if (task === undefined) throw new Error(`no task ${taskId}`);
  return waitingFor(open.run, task);
}

test('an edge names what comes before', () => {
  const open = openRun(
    makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b', after: successOf('a') })] }),
  );
  expect(reasonOf(open, 'b')).toEqual({ reason: 'It comes after a.', freedBy: 'a' });
  expect(reasonOf(open, 'a')).toBeNull();
});

test('a workstream names the one before it', () => {
  const tasks = [makeTask({ taskId: 'a', workstreamId: 'A' }), makeTask({ taskId: 'b', workstreamId: 'B' })];
  const workstreams = [makeWorkstream({ workstreamId: 'A' }), makeWorkstream({ workstreamId: 'B', after: ['A'] })];
  expect(reasonOf(openRun(makePlan({ tasks, workstreams })), 'b')?.freedBy).toBe('A');
});

test('a full house names who holds the slots, a conflict group who holds it', () => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' })] }), 1);
  expect(reasonOf(open, 'b')?.freedBy).toBe('the end of a');
  const grouped = openRun(makePlan({ tasks: ['a', 'b'].map((taskId) => makeTask({ taskId, conflictGroup: 'db' })) }));
  expect(reasonOf(grouped, 'b')).toEqual({ reason: 'Conflict group db is taken by a.', freedBy: 'a' });
});

test('a patch in the train names the one ahead of it', () => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' })] }));
  open.answer('start-attempt', MADE_PATCH);
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('validate-patch', GOOD);
  expect(reasonOf(open, 'a')?.reason).toBe('Its commit is being built.');
  expect(reasonOf(open, 'b')?.freedBy).toBe('a');
  open.answer('build-candidate', BUILT);
  expect(reasonOf(open, 'a')?.reason).toBe('Its commit is put onto the head.');
  open.answer('swap-head', { kind: 'swapped' });
  expect(reasonOf(open, 'a')).toBeNull();
  expect(reasonOf(open, 'b')?.reason).toBe('Its commit is being built.');
});

test('a retry names its time, a halted task its root cause, a person a decision', () => {
  const tasks = [
    makeTask({ taskId: 'a', maxAttempts: 2 }),
    makeTask({ taskId: 'b', after: successOf('a') }),
    makeTask({ taskId: 'ok', launch: { kind: 'person' } }),
  ];
  const open = openRun(makePlan({ tasks }));
  const failed = {
    ...MADE_PATCH,
    result: 'failed',
    patch: null,
    failure: { code: 'E_TOOL_FAILURE', message: 'exit 1' },
  } as const;
  open.answer('start-attempt', failed);
  expect(reasonOf(open, 'a')?.freedBy).toContain('2026-01-01T00:00');
  expect(reasonOf(open, 'ok')?.freedBy).toBe('skipping it, when it is done');
  open.wait(60_000);
  open.say({ type: 'wake', runId: open.run.runId });
  open.answer('start-attempt', failed);
  expect(reasonOf(open, 'b')).toEqual({ reason: 'a did not succeed.', freedBy: 'retrying or skipping a' });
});

test('while a run is being stopped, what has not begun waits for nothing, also when all before it has ended', () => {
  const tasks = [makeTask({ taskId: 'a' }), makeTask({ taskId: 'c' })];
  const after = [{ task: 'a', edge: 'finish' as const }];
  const open = openRun(makePlan({ tasks: [...tasks, makeTask({ taskId: 'b', after })] }));
  open.command({ name: 'stop', mode: 'drain' });
  open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped', patch: null });
  expect(open.run.tasks.get('a')?.state).toBe('cancelled');
  expect(reasonOf(open, 'b')?.reason).toBe('The run is being stopped.');
});
