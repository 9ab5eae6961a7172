// Each condition of admission holds what it should, says why, and lets go.
import { expect, test } from 'vitest';
import { ADMISSION, queuedReason } from '../../../../../src/main/state/admission/admission.ts';
import type { Naming } from '../../../../../src/main/state/admission/condition.ts';
import type { TaskPlan } from '../../../../../src/shared/plan/plan.ts';
import { makePlan, makeTask, makeWorkstream } from '../../../../fakes/make-plan.ts';
import { BUILT, GOOD, MADE_PATCH, type OpenRun, openRun } from '../../engine/open-run.ts';

const IDS: Naming = { task: (id) => id, workstream: (id) => id };

function reasonOf(open: OpenRun, taskId: string) {
  const task = open.run.tasks.get(taskId);
  if (task === undefined) throw new Error(`no task ${taskId}`);
  return queuedReason(open.run, task, IDS);
}

function stateOf(open: OpenRun, taskId: string) {
  return open.run.tasks.get(taskId)?.state;
}

function commit(open: OpenRun): void {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
}

const tasks = (...names: readonly string[]) => names.map((taskId) => makeTask({ taskId }));

test('every condition has a name of its own', () => {
  const names = ADMISSION.map((condition) => condition.name);
  expect(new Set(names).size).toBe(names.length);
});

test('slots: the one that runs is named, and its end lets the next one start', () => {
  const open = openRun(makePlan({ tasks: tasks('a', 'b') }), 1);
  expect(reasonOf(open, 'b')).toEqual({ reason: 'The one worker is busy.', freedBy: 'the end of a' });
  open.answer('start-attempt', MADE_PATCH);
  expect(stateOf(open, 'b')).toBe('running');
});

test('one at a time: the next task waits until the work of the one before is committed', () => {
  const workstreams = [makeWorkstream({ workstreamId: 'WS', strategy: 'sequential' })];
  const open = openRun(makePlan({ tasks: tasks('a', 'b'), workstreams, strategy: 'sequential' }));
  open.answer('start-attempt', MADE_PATCH);
  expect(reasonOf(open, 'b')).toEqual({
    reason: 'The plan has one task in hand at a time: a is not done.',
    freedBy: 'a',
  });
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
  expect(stateOf(open, 'b')).toBe('running');
});

test('limit of a workstream: its own running tasks are named, and others pass by', () => {
  const workstreams = [makeWorkstream({ workstreamId: 'A', maxParallel: 1 }), makeWorkstream({ workstreamId: 'B' })];
  const of = (taskId: string, workstreamId: string) => makeTask({ taskId, workstreamId });
  const open = openRun(makePlan({ tasks: [of('a', 'A'), of('b', 'A'), of('c', 'B')], workstreams }));
  expect(reasonOf(open, 'b')).toEqual({
    reason: 'Workstream A runs at most 1 at once.',
    freedBy: 'the end of a',
  });
  expect(stateOf(open, 'c')).toBe('running');
  open.answer('start-attempt', MADE_PATCH);
  expect(stateOf(open, 'b')).toBe('running');
});

test('conflict group: it is taken until the work is committed', () => {
  const grouped = ['a', 'b', 'c'].map((taskId) => makeTask({ taskId, conflictGroup: 'db' }));
  const open = openRun(makePlan({ tasks: grouped }));
  open.answer('start-attempt', MADE_PATCH);
  expect(reasonOf(open, 'b')).toEqual({ reason: 'Conflict group db is taken by a.', freedBy: 'a' });
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
  expect([stateOf(open, 'b'), stateOf(open, 'c')]).toEqual(['running', 'queued']);
  expect(reasonOf(open, 'c')?.freedBy).toBe('b');
});

test('order of a group: where patches are committed in plan order, an earlier task goes first whatever its priority', () => {
  const grouped = [
    makeTask({ taskId: 'a', conflictGroup: 'db', after: [{ task: 'x', edge: 'success' }] }),
    makeTask({ taskId: 'b', conflictGroup: 'db', priority: 5 }),
    makeTask({ taskId: 'c', conflictGroup: 'db', priority: 9 }),
  ];
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'x' }), ...grouped], mergeOrder: 'plan' }));
  const freedBy = (taskId: string) => reasonOf(open, taskId)?.freedBy;
  expect([freedBy('b'), freedBy('c')]).toEqual(['a', 'b']);
  expect(reasonOf(open, 'b')?.reason).toBe('Conflict group db goes to a first, which is earlier in the plan.');
  commit(open);
  expect(stateOf(open, 'a')).toBe('running');
  commit(open);
  expect([stateOf(open, 'b'), stateOf(open, 'c')]).toEqual(['running', 'queued']);
  commit(open);
  expect(stateOf(open, 'c')).toBe('running');
});

const writer = (taskId: string, glob: string, more: Partial<TaskPlan> = {}) =>
  makeTask({
    taskId,
    scope: { read: [], write: [glob], create: [], forbidden: [] },
    scopeBy: { write: `task ${taskId}`, read: null },
    ...more,
  });

const reader = (taskId: string, glob: string) =>
  makeTask({
    taskId,
    scope: { read: [glob], write: [], create: [], forbidden: [] },
    scopeBy: { write: null, read: `task ${taskId}` },
  });

test('files: of two tasks that may write the same ones, one waits until the work of the other is committed', () => {
  const open = openRun(makePlan({ tasks: [writer('a', 'src/**'), writer('b', 'src/b.ts'), writer('c', 'docs/*')] }));
  expect([stateOf(open, 'b'), stateOf(open, 'c')]).toEqual(['queued', 'running']);
  open.answer('start-attempt', MADE_PATCH);
  expect(reasonOf(open, 'b')).toEqual({ reason: 'It may write src/b.ts, which a may write.', freedBy: 'a' });
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
  expect(stateOf(open, 'b')).toBe('running');
});

test('files: readers go together, and a writer neither with them nor before they have ended', () => {
  const open = openRun(makePlan({ tasks: [reader('a', 'src/*'), reader('b', 'src/*'), writer('c', 'src/c.ts')] }));
  expect([stateOf(open, 'a'), stateOf(open, 'b'), stateOf(open, 'c')]).toEqual(['running', 'running', 'queued']);
  expect(reasonOf(open, 'c')?.reason).toBe('It may write src/c.ts, which a reads.');
  const behind = openRun(makePlan({ tasks: [writer('c', 'src/c.ts'), reader('a', 'src/*')] }));
  expect(reasonOf(behind, 'a')).toEqual({ reason: 'It reads src/*, which c may write.', freedBy: 'c' });
});

test('files: tasks share what their workstream names, to write and to read', () => {
  const of = (taskId: string, read: readonly string[]) =>
    writer(taskId, 'src/**', {
      scope: { read, write: ['src/**'], create: [], forbidden: [] },
      scopeBy: { write: 'workstream WS', read: read.length > 0 ? `task ${taskId}` : null },
    });
  const open = openRun(makePlan({ tasks: [of('a', []), of('b', ['src/a.ts'])] }));
  expect([stateOf(open, 'a'), stateOf(open, 'b')]).toEqual(['running', 'running']);
});

test('files: what a failed attempt wrote is thrown away, so they are free while it waits for the next one', () => {
  const open = openRun(makePlan({ tasks: [writer('a', 'src/**'), writer('b', 'src/b.ts')] }));
  const failure = { code: 'E_TOOL_FAILURE', message: 'exit 1' } as const;
  open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', patch: null, failure });
  expect([stateOf(open, 'a'), stateOf(open, 'b')]).toEqual(['retrying', 'running']);
});

test('files: an empty scope claims nothing, and neither does a plan from before claims', () => {
  const before = ['c', 'd'].map((taskId) => {
    const { scopeBy: _, ...rest } = writer(taskId, 'src/**');
    return rest;
  });
  const { run } = openRun(makePlan({ tasks: [...tasks('a', 'b'), ...before] }));
  expect(run.claims.size).toBe(0);
  expect(run.running).toBe(4);
});

test('reasons from outside of the run hold everything, and are told last', () => {
  const open = openRun(makePlan({ tasks: tasks('a', 'b') }), 1);
  open.run.outside.set('capacity', { reason: 'Other runs have every worker.', freedBy: 'the end of one of theirs' });
  expect(reasonOf(open, 'b')?.reason).toContain('worker');
  open.answer('start-attempt', MADE_PATCH);
  expect(reasonOf(open, 'b')?.reason).toBe('Other runs have every worker.');
  open.run.outside.clear();
  open.say({ type: 'wake', runId: open.run.runId });
  expect(stateOf(open, 'b')).toBe('running');
});

test.each(['pausing', 'paused', 'stopping'] as const)('control %s holds every queued task', (control) => {
  const open = openRun(makePlan({ tasks: tasks('a', 'b') }), 1);
  open.run.control = control;
  open.answer('start-attempt', MADE_PATCH);
  expect(stateOf(open, 'b')).not.toBe('running');
  if (control !== 'stopping') expect(reasonOf(open, 'b')?.reason).toBe('The run is paused.');
});

test('background: it takes what the foreground leaves, and never the last worker', () => {
  const back = (taskId: string) => makeTask({ taskId, background: true, priority: 9 });
  const open = openRun(makePlan({ tasks: [back('b1'), back('b2'), back('b3'), ...tasks('f')] }), 3);
  expect([stateOf(open, 'f'), stateOf(open, 'b1'), stateOf(open, 'b2')]).toEqual(['running', 'running', 'running']);
  open.answer('start-attempt', MADE_PATCH);
  expect(stateOf(open, 'f')).toBe('validating');
  expect(reasonOf(open, 'b3')).toEqual({
    reason: 'Tasks of the background take at most 2 of the 3 workers.',
    freedBy: 'the end of b1, b2',
  });
  open.answer('start-attempt', MADE_PATCH);
  expect(stateOf(open, 'b3')).toBe('running');
});
