// What retry and skip do to a task, to what comes after it, and to the levels it belongs to.
import { describe, expect, test } from 'vitest';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import type { Acceptance, Plan } from '../../../../src/shared/plan/plan.ts';
import { makeGate, makePlan, makeTask, makeWorkstream, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, gateOutcome, kindsOf, MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

const FAILED = {
  ...MADE_PATCH,
  result: 'failed',
  patch: null,
  failure: { code: 'E_TOOL_FAILURE', message: 'exit 1' },
} as const;
const NOTHING = { ...MADE_PATCH, result: 'no_change', patch: null } as const;

const waitingRun = (plan: Plan, maxParallel = 4) => openRun(plan, maxParallel, { whenStuck: 'wait' });
const task = (open: OpenRun, taskId: string) => present(open.run.tasks.get(taskId), taskId);
const states = (open: OpenRun) => Object.fromEntries([...open.run.tasks].map(([id, { state }]) => [id, state]));

/** `a` fails at once; `b` and `c` come after it, `free` after nothing. */
function failedChain(more: Partial<Plan> = {}): OpenRun {
  const tasks = [
    makeTask({ taskId: 'a', maxAttempts: 1, allowNoChange: true }),
    makeTask({ taskId: 'b', after: successOf('a'), allowNoChange: true }),
    makeTask({ taskId: 'c', after: successOf('b'), allowNoChange: true }),
    makeTask({ taskId: 'free', allowNoChange: true }),
  ];
  const open = waitingRun(makePlan({ tasks, ...more }));
  open.answer('start-attempt', FAILED);
  open.answer('start-attempt', NOTHING);
  return open;
}

function accept(): Acceptance {
  const check = { description: '', required: true, severity: 'error', type: 'command' } as const;
  const command = makeGate('run', { kind: 'acceptance' });
  return { mode: 'all', rule: null, checks: [{ ...check, checkId: 'run', work: { kind: 'command', command } }] };
}

describe('a run in which nothing can go on', () => {
  test('waits for a person and says for what, where it may', () => {
    const open = failedChain();
    expect(states(open)).toEqual({ a: 'failed', b: 'blocked', c: 'blocked', free: 'completed' });
    expect(open.run).toMatchObject({ state: 'running', control: 'waiting' });
    expect(open.run.controlReason).toBe('Task a: exit 1. 2 after it could not start.');
  });

  test('is ended as failed by a stop', () => {
    const open = failedChain();
    open.command({ name: 'stop', mode: 'drain' });
    expect(open.run).toMatchObject({ state: 'failed', reason: 'Task a: exit 1. 2 after it could not start.' });
    expect(states(open)).toMatchObject({ a: 'failed', b: 'cancelled' });
  });

  test('waits for the next reason when the first one is mended', () => {
    const tasks = ['a', 'z'].map((taskId) => makeTask({ taskId, maxAttempts: 1 }));
    const open = waitingRun(makePlan({ tasks }));
    open.answer('start-attempt', FAILED);
    open.answer('start-attempt', FAILED);
    expect(open.run.controlReason).toContain('1 more failed');
    open.command({ name: 'skip', taskId: 'a' });
    expect(open.run).toMatchObject({ control: 'waiting', controlReason: 'Task z: exit 1.' });
    open.command({ name: 'skip', taskId: 'z' });
    expect(open.run.state).toBe('succeeded');
  });
});

describe('retry', () => {
  test('gives the task another life under its own id, and lets go on what it blocked', () => {
    const open = failedChain();
    const former = task(open, 'a').ulid;
    const { turn, refusal } = open.command({ name: 'retry', taskId: 'a' });
    expect(refusal).toBeNull();
    expect(kindsOf(turn)).toEqual([
      'command-accepted',
      'run-control-changed',
      'task-retried',
      'workstream-moved',
      'phase-moved',
      'task-unblocked',
      'task-unblocked',
      'task-queued',
      'attempt-created',
    ]);
    expect(states(open)).toEqual({ a: 'running', b: 'pending', c: 'pending', free: 'completed' });
    expect(task(open, 'a')).toMatchObject({ retryOf: former, failures: 0, earlierFailures: 1 });
    expect(open.run.formerTasks.get(former)).toMatchObject({ state: 'failed', ulid: former, retryOf: null });
    expect([...open.run.attempts.values()].map(({ task: { ulid } }) => ulid)).toEqual([
      former,
      task(open, 'free').ulid,
      task(open, 'a').ulid,
    ]);
    const rows = present(allRows(open.run).tasks, 'rows').filter((row) => row.task_id === 'a');
    expect(rows.map(({ state, retry_of }) => [state, retry_of])).toEqual([
      ['running', former],
      ['failed', null],
    ]);
    for (let count = 0; count < 3; count += 1) open.answer('start-attempt', NOTHING);
    expect(open.run).toMatchObject({ state: 'succeeded', failed: 0, completed: 4 });
  });

  test('counts tries on, so that a tool is not asked for the same as before, and numbers attempts on', () => {
    const open = failedChain();
    open.command({ name: 'retry', taskId: 'a' });
    expect(open.pendingOf('start-attempt')[0]?.body.tryNumber).toBe(2);
    expect([...open.run.attempts.values()].at(-1)?.number).toBe(2);
  });

  test('that fails again blocks the same tasks again, and may be given again', () => {
    const open = failedChain();
    for (let count = 0; count < 3; count += 1) {
      open.command({ name: 'retry', taskId: 'a' });
      open.answer('start-attempt', FAILED);
      expect(states(open)).toEqual({ a: 'failed', b: 'blocked', c: 'blocked', free: 'completed' });
      expect(open.run).toMatchObject({ control: 'waiting', failed: 1 });
    }
    expect(open.run.formerTasks.size).toBe(3);
  });

  test('does not wait for the pause of a task that is to be tried again anyway', () => {
    const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
    open.answer('start-attempt', FAILED);
    expect(states(open)).toEqual({ a: 'retrying' });
    const { turn } = open.command({ name: 'retry', taskId: 'a' });
    expect(kindsOf(turn)).toEqual(['command-accepted', 'task-queued', 'attempt-created']);
    expect(open.run.formerTasks.size).toBe(0);
  });

  test('of one of two causes leaves what the other one blocks, and names that one', () => {
    const tasks = [
      ...['x', 'y'].map((taskId) => makeTask({ taskId, maxAttempts: 1, allowNoChange: true })),
      makeTask({ taskId: 'both', after: [...successOf('x'), ...successOf('y')] }),
      makeTask({ taskId: 'last', after: successOf('both') }),
    ];
    const open = waitingRun(makePlan({ tasks }));
    open.answer('start-attempt', FAILED);
    open.answer('start-attempt', FAILED);
    expect(task(open, 'last').rootCause).toBe('x');
    open.command({ name: 'retry', taskId: 'x' });
    expect(states(open)).toMatchObject({ both: 'blocked', last: 'blocked' });
    expect([task(open, 'both').rootCause, task(open, 'last').rootCause]).toEqual(['y', 'y']);
    open.answer('start-attempt', NOTHING);
    open.command({ name: 'retry', taskId: 'y' });
    expect(states(open)).toMatchObject({ both: 'pending', last: 'pending' });
    open.answer('start-attempt', NOTHING);
    expect(states(open)).toMatchObject({ both: 'running' });
  });

  test('opens the workstreams that were given up with it', () => {
    const tasks = ['A', 'B', 'C'].map((workstreamId) =>
      makeTask({ taskId: workstreamId.toLowerCase(), workstreamId, maxAttempts: 1, allowNoChange: true }),
    );
    const workstreams = [
      makeWorkstream({ workstreamId: 'A' }),
      makeWorkstream({ workstreamId: 'B', after: ['A'] }),
      makeWorkstream({ workstreamId: 'C', after: ['B'] }),
    ];
    const open = waitingRun(makePlan({ tasks, workstreams }));
    open.answer('start-attempt', FAILED);
    const levels = () => [...open.run.workstreams.values()].map(({ state }) => state);
    expect(levels()).toEqual(['failed', 'blocked', 'blocked']);
    open.command({ name: 'retry', taskId: 'a' });
    expect(levels()).toEqual(['executing', 'planned', 'planned']);
    open.answer('start-attempt', FAILED);
    expect(levels()).toEqual(['failed', 'blocked', 'blocked']);
    open.command({ name: 'retry', taskId: 'a' });
    for (let count = 0; count < 3; count += 1) open.answer('start-attempt', NOTHING);
    expect(open.run.state).toBe('succeeded');
  });

  test('after any end of a task, what may follow any end and has begun goes on, and what has not waits', () => {
    const anyEnd = { task: 'a', edge: 'finish' } as const;
    const tasks = [
      makeTask({ taskId: 'a', maxAttempts: 1, allowNoChange: true }),
      makeTask({ taskId: 'begun', after: [anyEnd], allowNoChange: true }),
      makeTask({ taskId: 'slow', allowNoChange: true }),
      makeTask({ taskId: 'not-yet', after: [anyEnd, { task: 'slow', edge: 'finish' }], allowNoChange: true }),
    ];
    const open = waitingRun(makePlan({ tasks }));
    open.answer('start-attempt', FAILED);
    open.command({ name: 'retry', taskId: 'a' });
    expect(states(open)).toMatchObject({ a: 'running', begun: 'running', 'not-yet': 'pending' });
    open.answer('start-attempt', NOTHING);
    expect(states(open)).toMatchObject({ slow: 'completed', 'not-yet': 'pending' });
    open.answer('start-attempt', NOTHING);
    open.answer('start-attempt', NOTHING);
    expect(states(open)).toMatchObject({ a: 'completed', 'not-yet': 'running' });
  });

  test('what failed while its predecessor was tried again waits for the end of that before its own next try', () => {
    const tasks = [
      makeTask({ taskId: 'a', maxAttempts: 1, allowNoChange: true }),
      makeTask({ taskId: 'b', after: [{ task: 'a', edge: 'finish' }], allowNoChange: true }),
    ];
    const open = waitingRun(makePlan({ tasks }));
    open.answer('start-attempt', FAILED);
    expect(states(open)).toEqual({ a: 'failed', b: 'running' });
    open.command({ name: 'retry', taskId: 'a' });
    open.answer('start-attempt', FAILED);
    open.wait(LIMITS.backoffMaxMs);
    open.say({ type: 'wake', runId: open.run.runId });
    expect(states(open)).toEqual({ a: 'running', b: 'retrying' });
    expect(waitingFor(open.run, task(open, 'b'))).toEqual({ reason: 'It comes after a.', freedBy: 'a' });
    open.answer('start-attempt', NOTHING);
    expect(states(open)).toEqual({ a: 'completed', b: 'running' });
  });

  test('of a workstream judges it again, and lets go on what waited for it', () => {
    const tasks = ['A', 'B'].map((workstreamId) =>
      makeTask({ taskId: workstreamId.toLowerCase(), workstreamId, allowNoChange: true }),
    );
    const workstreams = [
      makeWorkstream({ workstreamId: 'A', acceptance: accept() }),
      makeWorkstream({ workstreamId: 'B', after: ['A'] }),
    ];
    const open = waitingRun(makePlan({ tasks, workstreams }));
    open.answer('start-attempt', NOTHING);
    open.answer('run-check', gateOutcome('failed'));
    expect(open.run).toMatchObject({ control: 'waiting', controlReason: expect.stringContaining('Workstream A') });
    expect(task(open, 'b')).toMatchObject({ state: 'blocked', rootCause: 'A' });
    open.command({ name: 'retry', taskId: 'A' });
    expect(states(open)).toEqual({ a: 'completed', b: 'pending' });
    open.answer('run-check', gateOutcome('passed'));
    open.answer('start-attempt', NOTHING);
    expect(open.run.state).toBe('succeeded');
  });

  test('of a completed task in a workstream or phase that was not accepted judges that again afterwards', () => {
    const phase = { phaseId: 'PH', name: 'PH', category: 'core', after: [], acceptance: accept() };
    const plans = [
      makePlan({
        tasks: [makeTask({ taskId: 'a', allowNoChange: true })],
        workstreams: [makeWorkstream({ workstreamId: 'WS', acceptance: accept() })],
      }),
      makePlan({ tasks: [makeTask({ taskId: 'a', allowNoChange: true })], phases: [phase] }),
    ];
    for (const plan of plans) {
      const open = waitingRun(plan);
      open.answer('start-attempt', NOTHING);
      open.answer('run-check', gateOutcome('failed'));
      expect(open.run.control).toBe('waiting');
      expect(open.command({ name: 'retry', taskId: 'a' }).refusal).toBeNull();
      open.answer('start-attempt', NOTHING);
      open.answer('run-check', gateOutcome('passed'));
      expect(open.run).toMatchObject({ state: 'succeeded', completed: 1 });
    }
  });

  test('of a phase judges it again', () => {
    const phase = (phaseId: string, after: readonly string[]) => {
      return { phaseId, name: phaseId, category: 'core', after, acceptance: phaseId === 'P1' ? accept() : null };
    };
    const tasks = [
      makeTask({ taskId: 'a', phaseId: 'P1', workstreamId: 'A', allowNoChange: true }),
      makeTask({ taskId: 'b', phaseId: 'P2', workstreamId: 'B', allowNoChange: true }),
    ];
    const workstreams = [
      makeWorkstream({ workstreamId: 'A', phaseId: 'P1' }),
      makeWorkstream({ workstreamId: 'B', phaseId: 'P2', after: ['A'] }),
    ];
    const open = waitingRun(makePlan({ tasks, workstreams, phases: [phase('P1', []), phase('P2', ['P1'])] }));
    open.answer('start-attempt', NOTHING);
    for (const state of ['blocked', 'blocked']) {
      open.answer('run-check', gateOutcome('failed'));
      expect(states(open)).toMatchObject({ b: state });
      expect(open.run.control).toBe('waiting');
      open.command({ name: 'retry', taskId: 'P1' });
    }
    open.answer('run-check', gateOutcome('passed'));
    open.answer('start-attempt', NOTHING);
    expect(open.run.state).toBe('succeeded');
  });

  test('leaves an outcome of the former life that comes late without any effect on the new one', () => {
    const open = waitingRun(makePlan({ tasks: [makeTask({ taskId: 'a', maxAttempts: 1 })] }));
    const effect = present(open.pendingOf('start-attempt')[0], 'the first attempt');
    open.answer('start-attempt', FAILED);
    open.command({ name: 'retry', taskId: 'a' });
    const before = task(open, 'a').ulid;
    const late = open.say({ type: 'outcome', kind: 'start-attempt', effect, outcome: MADE_PATCH });
    expect(late.commit.events).toEqual([]);
    expect(task(open, 'a')).toMatchObject({ state: 'running', ulid: before, patches: [] });
    expect(open.run.patches.size).toBe(0);
  });

  test('of a task whose patch was refused makes a patch that replaces it', () => {
    const open = waitingRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
    open.answer('start-attempt', MADE_PATCH);
    const finding = { rule: 'scope', severity: 'error', path: 'x', line: 0, message: 'outside', advice: '' } as const;
    open.answer('validate-patch', { ...GOOD, scopeOk: false, findings: [finding] });
    open.command({ name: 'retry', taskId: 'a' });
    open.answer('start-attempt', MADE_PATCH);
    const [first, second] = [...open.run.patches.values()];
    expect(second?.created.replaces).toBe(first?.patchId);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run.state).toBe('succeeded');
    expect(first).toMatchObject({ state: 'quarantined', task: { state: 'failed' } });
  });
});

describe('skip', () => {
  test('completes a failed task by a person and says who and why', () => {
    const open = failedChain();
    const { turn } = open.command({ name: 'skip', taskId: 'a' }, { by: 'ada', why: 'done by hand' });
    const event = turn.commit.events.find(({ kind }) => kind === 'task-completed');
    expect(event?.data).toMatchObject({ completion: 'skipped', skipped: { by: 'ada', why: 'done by hand' } });
    expect(states(open)).toMatchObject({ a: 'completed', b: 'running', c: 'pending' });
    expect(task(open, 'a')).toMatchObject({ completion: 'skipped', reason: 'done by hand' });
    expect(task(open, 'a').retryOf).not.toBeNull();
  });

  test('of a blocked task lets go on what only that one held', () => {
    const open = failedChain();
    open.command({ name: 'skip', taskId: 'b' });
    expect(states(open)).toEqual({ a: 'failed', b: 'completed', c: 'running', free: 'completed' });
  });

  test('answers for a task of a person', () => {
    const tasks = [
      makeTask({ taskId: 'ok', launch: { kind: 'person' } }),
      makeTask({ taskId: 'next', after: successOf('ok'), allowNoChange: true }),
    ];
    const open = openRun(makePlan({ tasks }));
    expect(open.run.control).toBe('waiting');
    open.command({ name: 'skip', taskId: 'ok' });
    expect(states(open)).toEqual({ ok: 'completed', next: 'running' });
    expect(open.run).toMatchObject({ control: 'active', waitingForPerson: 0 });
  });

  test.each(['pending', 'queued', 'retrying'] as const)('takes a task that is %s out of the way', (state) => {
    const tasks = [
      makeTask({ taskId: 'a', allowNoChange: true }),
      makeTask({ taskId: 'queued', allowNoChange: true }),
      makeTask({ taskId: 'pending', after: successOf('a'), allowNoChange: true }),
    ];
    const open = openRun(makePlan({ tasks }), 1);
    if (state === 'retrying') open.answer('start-attempt', FAILED);
    const taskId = state === 'retrying' ? 'a' : state;
    expect(states(open)[taskId]).toBe(state);
    open.command({ name: 'skip', taskId });
    expect(states(open)[taskId]).toBe('completed');
    for (let left = open.pendingOf('start-attempt').length; left > 0; left = open.pendingOf('start-attempt').length)
      open.answer('start-attempt', NOTHING);
    expect(open.run).toMatchObject({ state: 'succeeded', completed: 3, running: 0, validating: 0 });
  });

  test('of everything that is left ends the run as succeeded', () => {
    const open = failedChain();
    for (const taskId of ['a', 'b', 'c']) {
      if (task(open, taskId).state === 'running') open.answer('start-attempt', NOTHING);
      else open.command({ name: 'skip', taskId });
    }
    expect(open.run.state).toBe('succeeded');
  });
});
