// Each condition of admission holds what it should, says why, and lets go.
import { expect, test } from 'vitest';
import { ADMISSION, queuedReason } from '../../../../../src/main/state/admission/admission.ts';
import type { Naming } from '../../../../../src/main/state/admission/condition.ts';
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
  commit(open);
  expect(stateOf(open, 'a')).toBe('running');
  commit(open);
  expect([stateOf(open, 'b'), stateOf(open, 'c')]).toEqual(['running', 'queued']);
  commit(open);
  expect(stateOf(open, 'c')).toBe('running');
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
