// A task that the run adds itself takes the place of the one whose work it goes on with.
import { describe, expect, test } from 'vitest';
import { additionTo, addTask } from '../../../../src/main/engine/add-task.ts';
import { runReport } from '../../../../src/main/projections/run-report.ts';
import { taskView } from '../../../../src/main/projections/task-view.ts';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { planOrder } from '../../../../src/main/scheduling/plan-order.ts';
import { isAdmitting } from '../../../../src/main/state/admission/admission.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { orderNow } from '../../../../src/main/state/order-now.ts';
import { packRun, unpackRun } from '../../../../src/main/state/pack-run.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import type { NewEvent } from '../../../../src/shared/events/event.ts';
import type { PlanSketch, TaskSketch } from '../../../fakes/make-plan.ts';
import { makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, kindsOf, MADE_PATCH, type OpenRun, openRun, RUN_ID } from './open-run.ts';

const START = { from: 'f'.repeat(40), base: 'a'.repeat(40) };

interface Begun {
  readonly open: OpenRun;
  readonly events: readonly NewEvent[];
}

/** Task a has made a patch, which waits in the train; b comes after it, and c has nothing to do with either. */
function begin(plan: Partial<PlanSketch> = {}, a: Partial<TaskSketch> = {}): Begun {
  const events: NewEvent[] = [];
  const tasks = [
    makeTask({ taskId: 'a', ...a }),
    makeTask({ taskId: 'b', after: successOf('a') }),
    makeTask({ taskId: 'c', priority: -1 }),
  ];
  const onTurn = (turn: { commit: { events: readonly NewEvent[] } }) => void events.push(...turn.commit.events);
  const open = openRun(makePlan({ tasks, ...plan }), 1, { onTurn });
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  return { open, events };
}

/** The patch of a is set aside as one that failed, and another task goes on with it. */
function handOn({ open }: Begun, more = {}) {
  return open.act((turn, run) => {
    const original = taskIn(open, 'a');
    const patch = original.patches.at(-1)?.patchId ?? '';
    const aside = { reason: 'it failed', code: 'E_GATE_FAILED', findings: [] } as const;
    turn.emit(run.runId, 'patch-quarantined', { entity: 'patch', id: patch }, aside);
    for (const effect of open.pendingOf('build-candidate')) turn.settle(effect.effectId);
    addTask(turn, run, additionTo(run, original, { name: 'Mend a', kind: 'merge', patch, start: START }, more));
  });
}

function taskIn(open: OpenRun, taskId: string) {
  const task = open.run.tasks.get(taskId);
  if (task === undefined) throw new Error(`no task ${taskId}`);
  return task;
}

function land(open: OpenRun) {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  return open.answer('swap-head', { kind: 'swapped' });
}

/** c, which was started before, ends first: there is one worker. */
function endC(open: OpenRun) {
  const c = open.pendingOf('start-attempt').find(({ body }) => body.taskId === 'c');
  expect(c).toBeDefined();
  return open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped', patch: null });
}

describe('a task that was added', () => {
  test('goes before others of the plan, begins with what it goes on with, and its patch replaces that one', () => {
    const begun = begin({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b', after: successOf('a') })] });
    const { open } = begun;
    handOn(begun);
    const attempt = taskIn(open, 'merge-a-1').attempts[0];
    expect(attempt).toMatchObject({ base: START.base, startFrom: START.from });
    expect(taskIn(open, 'a').state).toBe('validating');
    land(open);
    const [failed, mended] = [...open.run.patches.values()];
    expect(mended?.created.replaces).toBe(failed?.patchId);
    expect(taskIn(open, 'a')).toMatchObject({ state: 'completed', completion: 'replaced' });
    expect(taskIn(open, 'b').state).toBe('running');
    const chain = allRows(open.run).patch_ledger_entries?.map((row) => row.relations_chain_id);
    expect(new Set(chain)).toEqual(new Set([[...open.run.patches.keys()][0]]));
  });

  test('is named where its original and what comes after that one say why they wait', () => {
    const begun = begin();
    handOn(begun);
    const { run } = begun.open;
    expect(waitingFor(run, taskIn(begun.open, 'a'))?.freedBy).toBe('merge-a-1');
    expect(waitingFor(run, taskIn(begun.open, 'b'))?.reason).toBe('It comes after a (merge-a-1 goes on with it).');
    const origin = { kind: 'merge', task: 'a', patch: taskIn(begun.open, 'a').patches[0]?.patchId };
    expect(runReport(run).tasks.find((one) => one.task_id === 'merge-a-1')?.origin).toEqual(origin);
    expect(taskView(run, taskIn(begun.open, 'merge-a-1'))).toMatchObject({ origin, wave: 0 });
    expect(taskView(run, taskIn(begun.open, 'a'))).toMatchObject({ origin: null, wave: 1 });
  });

  test('is there again after a replay and out of a snapshot, with equal rows', () => {
    const begun = begin();
    handOn(begun);
    const { run } = begun.open;
    const replayed = replay(begun.events);
    expect(replayed === null ? null : allRows(replayed)).toEqual(allRows(run));
    const unpacked = unpackRun(structuredClone(packRun(run)));
    expect(allRows(unpacked)).toEqual(allRows(run));
    expect([...unpacked.handedOn][0]).toBe(unpacked.tasks.get('a'));
    expect(unpacked.tasks.get('merge-a-1')?.addedFor).toBe(unpacked.tasks.get('a'));
    expect(planOrder(orderNow(run))).toEqual(run.inOrder.map(({ plan }) => plan.taskId));
  });

  test.each(['ready', 'plan'] as const)(
    'stands before its original in the order of a run that merges in %s order',
    (mergeOrder) => {
      const begun = begin({ mergeOrder });
      handOn(begun);
      expect(begun.open.run.inOrder.map(({ plan }) => plan.taskId)).toEqual(['merge-a-1', 'a', 'b', 'c']);
      expect(begun.open.run.inOrder.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    },
  );

  test('may start in a sequential run, whose one task in hand it goes on with', () => {
    const begun = begin({ strategy: 'sequential' });
    const { open } = begun;
    expect(taskIn(open, 'c').state).not.toBe('running');
    expect(isAdmitting(open.run)).toBe(false);
    handOn(begun);
    expect(taskIn(open, 'merge-a-1').state).toBe('running');
    expect(isAdmitting(open.run)).toBe(false);
  });

  test('keeps the files of its original: nobody else gets them in between', () => {
    const scope = { read: [], write: ['src/**'], create: [], forbidden: [] };
    const own = { scope, scopeBy: { write: 'task a', read: null } };
    const tasks = [
      makeTask({ taskId: 'a', ...own }),
      makeTask({ taskId: 'd', priority: 5, scope, scopeBy: { write: 'task d', read: null } }),
    ];
    const begun = begin({ tasks: tasks.toReversed() }, {});
    const { open } = begun;
    // d went first, by its priority; a is next.
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    handOn(begun);
    expect(taskIn(open, 'merge-a-1').state).toBe('running');
    expect([...open.run.claims.values()].flatMap(({ holders }) => [...holders].map(({ plan }) => plan.taskId))).toEqual(
      ['a'],
    );
    land(open);
    expect([...open.run.claims.values()].every(({ holders }) => holders.size === 0)).toBe(true);
    expect(open.run.state).toBe('succeeded');
  });

  test('that fails takes its original along, whose chain halts', () => {
    const begun = begin({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b', after: successOf('a') })] });
    handOn(begun, { maxAttempts: 1 });
    const { open } = begun;
    const failure = { code: 'E_TOOL_FAILURE', message: 'exit code 1' } as const;
    open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure, patch: null });
    expect(taskIn(open, 'a')).toMatchObject({ state: 'failed', code: 'E_TOOL_FAILURE' });
    expect(taskIn(open, 'b')).toMatchObject({ state: 'blocked', rootCause: 'a' });
    expect(open.run.state).toBe('failed');
    expect(open.run.reason).toContain('merge-a-1, which went on with it, failed: exit code 1');
  });

  test('belongs to one life of its original: tried again, that one begins from its beginning', () => {
    const begun = begin({
      tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b', after: successOf('a') }), makeTask({ taskId: 'e' })],
    });
    const { open } = begun;
    handOn(begun, { maxAttempts: 1 });
    const failure = { code: 'E_TOOL_FAILURE', message: 'exit code 1' } as const;
    const e = open.pendingOf('start-attempt')[0];
    expect(e?.body.taskId).toBe('e');
    open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped', patch: null });
    open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure, patch: null });
    expect(taskIn(open, 'a').state).toBe('failed');
    expect(open.command({ name: 'retry', taskId: 'merge-a-1' }).refusal?.advice).toContain(
      'retry 01J00000000000000000RUN000 a',
    );
    expect(open.command({ name: 'retry', taskId: 'a' }).refusal).toBeNull();
    expect(taskIn(open, 'a')).toMatchObject({ additions: [], state: 'running' });
    expect(taskIn(open, 'merge-a-1').addedFor).toBe([...open.run.formerTasks.values()][0]);
  });
});

describe('commands', () => {
  test('a task whose work was handed on is neither tried again nor skipped while that goes on', () => {
    const begun = begin({ tasks: [makeTask({ taskId: 'a' })] });
    handOn(begun);
    for (const name of ['retry', 'skip'] as const) {
      const { refusal } = begun.open.command({ name, taskId: 'a' });
      expect(refusal?.message).toBe('Task a is validating and merge-a-1 goes on with its work.');
    }
  });

  test.each(['a', 'merge-a-1'])(
    'skipping %s before the added task has begun completes both without a change',
    (taskId) => {
      const begun = begin();
      const { open } = begun;
      handOn(begun);
      expect(taskIn(open, 'merge-a-1').state).toBe('queued');
      expect(open.command({ name: 'skip', taskId }).refusal).toBeNull();
      expect(taskIn(open, 'a')).toMatchObject({ state: 'completed', completion: 'skipped' });
      expect(taskIn(open, 'merge-a-1').state).toBe(taskId === 'a' ? 'cancelled' : 'completed');
      expect(open.run.validating).toBe(0);
      expect(open.run.handedOn.size).toBe(0);
    },
  );

  test('preferring a task prefers what goes on with its work', () => {
    const begun = begin();
    handOn(begun);
    begun.open.command({ name: 'prioritise', taskId: 'a', priority: 7 });
    expect(taskIn(begun.open, 'merge-a-1').priority).toBe(7);
  });

  test('a run that stops gives up what was added and has not begun, and finishes what has', () => {
    const queued = begin();
    handOn(queued);
    queued.open.command({ name: 'stop', mode: 'drain' });
    endC(queued.open);
    expect(taskIn(queued.open, 'a').state).toBe('cancelled');
    expect(taskIn(queued.open, 'merge-a-1').state).toBe('cancelled');
    expect(queued.open.run.endedAt).not.toBeNull();
    const running = begin({ tasks: [makeTask({ taskId: 'a' })] });
    handOn(running);
    running.open.command({ name: 'stop', mode: 'drain' });
    land(running.open);
    expect(taskIn(running.open, 'a')).toMatchObject({ state: 'completed', completion: 'replaced' });
    expect(running.open.run.state).toBe('succeeded');
  });

  test('a run that is cancelled leaves nothing of both', () => {
    const begun = begin({ tasks: [makeTask({ taskId: 'a' })] });
    handOn(begun);
    begun.open.command({ name: 'cancel' });
    begun.open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped', patch: null });
    expect([...begun.open.run.tasks.values()].map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(begun.open.run.state).toBe('canceled');
    expect(begun.open.run.inHand.size).toBe(0);
  });

  test('no dependency is made with a task that another one may take the place of', () => {
    const begun = begin();
    handOn(begun);
    const { refusal } = begun.open.command({ name: 'depend', taskId: 'b', on: 'merge-a-1', edge: 'success' });
    expect(refusal?.message).toContain('was added by the run for a');
  });
});

test('a task that stands alone is placed by plan order and has its own claims', () => {
  const begun = begin({ mergeOrder: 'plan' });
  const scope = { read: [], write: ['docs/**'], create: [], forbidden: [] };
  const origin = { kind: 'import', task: null, patch: null, start: null } as const;
  const alone = makeTask({
    taskId: 'd',
    scope,
    scopeBy: { write: 'task d', read: null },
    after: successOf('b'),
    origin,
  });
  const turn = begun.open.act((made, run) => void addTask(made, run, alone));
  expect(kindsOf(turn)).toContain('task-added');
  const { run } = begun.open;
  expect(run.inOrder.map(({ plan }) => plan.taskId)).toEqual(['a', 'b', 'c', 'd']);
  expect(taskIn(begun.open, 'd')).toMatchObject({ state: 'pending', waitingFor: 1, addedFor: null });
  expect(taskIn(begun.open, 'd').claims.map(({ key }) => key)).toEqual(['write:docs/**']);
  expect(run.runId).toBe(RUN_ID);
});
