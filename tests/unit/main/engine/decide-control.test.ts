// What pause, resume and the three ways to stop do to the work under way.
import { describe, expect, test } from 'vitest';
import { runWaiting } from '../../../../src/main/projections/run-waiting.ts';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makeGate, makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, gateOutcome, kindsOf, MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

const FAILED = {
  ...MADE_PATCH,
  result: 'failed',
  patch: null,
  failure: { code: 'E_TOOL_FAILURE', message: 'exit 1' },
} as const;
const stateOf = (open: OpenRun, taskId: string) => open.run.tasks.get(taskId)?.state;

/** One tool at work, its patch has two gates; `b` waits for a slot, `c` for `a`. */
function busy(): OpenRun {
  return openRun(
    makePlan({
      tasks: [
        makeTask({ taskId: 'a', gates: ['one', 'two'] }),
        makeTask({ taskId: 'b' }),
        makeTask({ taskId: 'c', after: successOf('a') }),
      ],
      gates: [makeGate('one'), makeGate('two', { after: ['one'] })],
    }),
    1,
  );
}

/** `a` has its first gate running. */
function gating(): OpenRun {
  const open = busy();
  open.command({ name: 'parallel', maxParallel: 1 });
  open.answer('start-attempt', MADE_PATCH);
  open.answer('release-workspace', null);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  return open;
}

function settleAll(open: OpenRun): void {
  while (open.pendingOf('release-workspace').length > 0) open.answer('release-workspace', null);
}

describe('pause', () => {
  test('lets the tool end its attempt, starts nothing, and is paused when all of it is recorded', () => {
    const open = busy();
    open.command({ name: 'pause' }, { why: 'lunch' });
    expect(open.run.control).toBe('pausing');
    expect(runWaiting(open.run)).toMatchObject({ freedBy: 'the end of the tool of a' });
    open.answer('start-attempt', MADE_PATCH);
    expect(open.run.control).toBe('pausing');
    settleAll(open);
    expect(kindsOf(open.answer('validate-patch', GOOD))).toEqual([
      'patch-validated',
      'patch-queued',
      'run-control-changed',
    ]);
    expect(open.run).toMatchObject({ control: 'paused', controlReason: 'lunch', running: 0 });
    expect(open.pending.size).toBe(0);
    const waiting = { reason: 'The run is paused.', freedBy: 'resuming the run' };
    for (const taskId of ['a', 'b'])
      expect(waitingFor(open.run, present(open.run.tasks.get(taskId), taskId))).toEqual(waiting);
    expect(waitingFor(open.run, present(open.run.tasks.get('c'), 'c'))?.freedBy).toBe('a');
  });

  test('lets a running gate end, but the next one and the commit wait for resume', () => {
    const open = gating();
    while (open.run.running > 0) open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    settleAll(open);
    open.command({ name: 'pause' });
    expect(runWaiting(open.run)?.freedBy).toContain('gate one of a');
    open.answer('run-gate', gateOutcome('passed'));
    expect(open.run.control).toBe('paused');
    expect(open.pending.size).toBe(0);
    const { turn } = open.command({ name: 'resume' });
    expect(kindsOf(turn)).toContain('gate-started');
    expect(open.run.control).toBe('active');
  });

  test('of a run that is being set up holds from its first task on', () => {
    const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }), 1, {
      meanwhile: (starting) => starting.command({ name: 'pause' }),
    });
    expect(open.run).toMatchObject({ state: 'running', control: 'paused' });
    expect(open.pending.size).toBe(0);
    open.command({ name: 'resume' });
    expect(stateOf(open, 'a')).toBe('running');
  });

  test('does not hold up the end of a run that has nothing left to do', () => {
    const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', allowNoChange: true })] }));
    open.command({ name: 'pause' });
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(open.run).toMatchObject({ state: 'succeeded', control: 'active' });
  });

  test('keeps a run that failed open until it is resumed', () => {
    const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', maxAttempts: 1 })] }));
    open.command({ name: 'pause' });
    open.answer('start-attempt', FAILED);
    settleAll(open);
    expect(open.run).toMatchObject({ state: 'running', control: 'paused' });
    open.command({ name: 'resume' });
    expect(open.run.state).toBe('failed');
  });
});

describe('stop --drain', () => {
  test('commits what was in hand, starts nothing else, and ends canceled where something is left', () => {
    const open = gating();
    const [effect] = open.pendingOf('start-attempt');
    expect(effect?.body.taskId).toBe('b');
    const { turn } = open.command({ name: 'stop', mode: 'drain' }, { why: 'night' });
    expect(turn.stops).toEqual([]);
    open.answer('run-gate', gateOutcome('passed'));
    open.answer('run-gate', gateOutcome('passed'));
    open.answer('swap-head', { kind: 'swapped' });
    expect(stateOf(open, 'a')).toBe('completed');
    expect(stateOf(open, 'c')).toBe('pending');
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run).toMatchObject({ state: 'canceled', reason: 'night', completed: 2 });
    expect(stateOf(open, 'c')).toBe('cancelled');
  });

  test('of the last task ends succeeded', () => {
    const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', allowNoChange: true })] }));
    open.command({ name: 'stop', mode: 'drain' });
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(open.run.state).toBe('succeeded');
  });

  test('does not try again what failed, and ends failed only for what failed for good', () => {
    const left = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
    left.command({ name: 'stop', mode: 'drain' });
    left.answer('start-attempt', FAILED);
    expect(stateOf(left, 'a')).toBe('cancelled');
    expect(left.run.state).toBe('canceled');
    const last = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', maxAttempts: 1 })] }));
    last.command({ name: 'stop', mode: 'drain' });
    last.answer('start-attempt', FAILED);
    expect(last.run.state).toBe('failed');
  });

  test('takes up the train again in a paused run, and in plan order does not wait for what never starts', () => {
    const tasks = ['a', 'b'].map((taskId) => makeTask({ taskId, conflictGroup: taskId }));
    const open = openRun(makePlan({ tasks: [...tasks.slice(1), ...tasks.slice(0, 1)], mergeOrder: 'plan' }), 2);
    const second = present(open.pendingOf('start-attempt')[1], 'the second attempt');
    open.say({ type: 'outcome', kind: 'start-attempt', effect: second, outcome: MADE_PATCH });
    open.answer('validate-patch', GOOD);
    expect(open.run.candidates, 'it waits for the first of the plan').toEqual([]);
    open.command({ name: 'stop', mode: 'drain' });
    open.answer('start-attempt', FAILED);
    expect(open.run.candidates[0]?.change.task.plan.taskId).toBe(second.body.taskId);
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run).toMatchObject({ state: 'canceled', completed: 1 });
  });
});

describe('stop --kill', () => {
  test('stops the tools, keeps what they wrote, and still commits what was finished', () => {
    const open = gating();
    const { turn } = open.command({ name: 'stop', mode: 'kill' });
    expect(turn.stops.map(({ kind }) => kind)).toEqual(['stop-attempt']);
    const stopped = open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped' });
    expect(kindsOf(stopped)).toContain('patch-quarantined');
    expect(stateOf(open, 'b')).toBe('cancelled');
    open.answer('run-gate', gateOutcome('passed'));
    open.answer('run-gate', gateOutcome('passed'));
    open.answer('swap-head', { kind: 'swapped' });
    expect(stateOf(open, 'a')).toBe('completed');
    expect(open.run.state).toBe('canceled');
    const kept = [...open.run.patches.values()].filter((patch) => patch.created.recovered);
    expect(kept.map(({ state, task }) => [state, task.plan.taskId])).toEqual([['quarantined', 'b']]);
  });

  test('makes a drain that takes too long end now, and cancel makes either end without another commit', () => {
    const open = gating();
    open.command({ name: 'stop', mode: 'drain' });
    expect(open.command({ name: 'stop', mode: 'kill' }).turn.stops).toHaveLength(1);
    const { turn } = open.command({ name: 'cancel' });
    expect(turn.stops.map(({ kind }) => kind)).toEqual(['stop-attempt', 'stop-gate']);
    open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped' });
    expect(open.run).toMatchObject({ state: 'canceled', completed: 0 });
  });
});

describe('parallel', () => {
  test('starts more at once when it grows, and stops none when it shrinks', () => {
    const tasks = ['a', 'b', 'c', 'd'].map((taskId) => makeTask({ taskId, allowNoChange: true }));
    const open = openRun(makePlan({ tasks }), 1);
    expect(open.run.running).toBe(1);
    expect(kindsOf(open.command({ name: 'parallel', maxParallel: 3 }).turn).slice(0, 2)).toEqual([
      'command-accepted',
      'run-parallel-changed',
    ]);
    expect(open.run.running).toBe(3);
    const { turn } = open.command({ name: 'parallel', maxParallel: 1 });
    expect(turn.stops).toEqual([]);
    const nothing = { ...MADE_PATCH, result: 'no_change', patch: null } as const;
    for (const left of [2, 1]) {
      open.answer('start-attempt', nothing);
      expect(open.run.running).toBe(left);
    }
    open.answer('start-attempt', nothing);
    expect(open.run.running, 'the place of the last one is taken').toBe(1);
  });
});
