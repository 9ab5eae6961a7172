// What acceptance does to tasks, workstreams and phases, message by message.
import { describe, expect, test } from 'vitest';
import type { Acceptance, AcceptanceCheck, TaskPlan } from '../../../../src/shared/plan/plan.ts';
import { makeCommand } from '../../../fakes/make-command.ts';
import { makePlan, makeTask, makeWorkstream } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, gateOutcome, kindsOf, MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

const check = (checkId: string, more: Partial<AcceptanceCheck> = {}): AcceptanceCheck => ({
  checkId,
  type: 'run_state',
  description: '',
  required: true,
  severity: 'error',
  work: { kind: 'condition', condition: 'failed_tasks == 0' },
  ...more,
});
const all = (...checks: readonly AcceptanceCheck[]): Acceptance => ({ mode: 'all', rule: null, checks });

interface Asked {
  readonly phase?: Acceptance;
  readonly workstream?: Acceptance;
  readonly task?: Partial<TaskPlan>;
}

/** Phase PH with workstream WS and task `a`, then phase PH2 with workstream WS2 and task `b`. */
function twoPhases({ phase, workstream, task = {} }: Asked): OpenRun {
  const phases = [
    { phaseId: 'PH', name: 'PH', category: 'core', after: [], acceptance: phase ?? null },
    { phaseId: 'PH2', name: 'PH2', category: 'core', after: ['PH'], acceptance: null },
  ];
  const workstreams = [
    makeWorkstream({ workstreamId: 'WS', acceptance: workstream ?? null }),
    makeWorkstream({ workstreamId: 'WS2', phaseId: 'PH2', after: ['WS'] }),
  ];
  const tasks = [makeTask({ taskId: 'a', ...task }), makeTask({ taskId: 'b', workstreamId: 'WS2', phaseId: 'PH2' })];
  return openRun(makePlan({ phases, workstreams, tasks }));
}

/** Task `a` has a patch that is built as a candidate. */
function build(open: OpenRun) {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  return open.answer('build-candidate', BUILT);
}

const stateOf = (open: OpenRun, taskId: string) => open.run.tasks.get(taskId)?.state;

describe('a task', () => {
  test('is judged on its candidate, before the head moves', () => {
    const open = twoPhases({ task: { acceptance: all(check('c')) } });
    build(open);
    expect(open.pendingOf('swap-head')).toEqual([]);
    const [wanted] = open.pendingOf('run-check');
    expect(wanted?.body).toMatchObject({ checkId: 'c', commit: BUILT.commit, tree: BUILT.tree });
    expect(wanted?.body.facts).toMatchObject({ count_committed_patches: 1, completed_tasks: 1, state: 'succeeded' });
    open.answer('run-check', gateOutcome('passed'));
    open.answer('swap-head', { kind: 'swapped' });
    expect(stateOf(open, 'a')).toBe('completed');
  });

  test('that is not accepted is tried again, and fails with the reason when it has no attempt left', () => {
    const open = twoPhases({ task: { acceptance: all(check('c')), maxAttempts: 2 } });
    build(open);
    const refused = open.answer('run-check', gateOutcome('failed'));
    expect(kindsOf(refused)).toEqual(['check-finished', 'acceptance-finished', 'patch-dropped', 'task-retrying']);
    open.wait(60_000);
    open.say({ type: 'wake', runId: open.run.runId });
    build(open);
    open.answer('run-check', gateOutcome('error'));
    expect(stateOf(open, 'a')).toBe('failed');
    expect(open.run.tasks.get('a')?.code).toBe('E_ACCEPTANCE_FAILED');
    expect(open.run.reason).toContain('it was not accepted: check c could not run: it error');
    expect([...open.run.patches.values()].map((patch) => patch.state)).toEqual(['dropped', 'quarantined']);
  });

  test('that changed nothing is judged on the head', () => {
    const open = twoPhases({ task: { acceptance: all(check('c')), allowNoChange: true } });
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(stateOf(open, 'a')).toBe('validating');
    expect(open.pendingOf('run-check')[0]?.body.commit).toBe(open.run.head);
    open.answer('run-check', gateOutcome('passed'));
    expect(open.run.tasks.get('a')?.completion).toBe('no_change');
  });

  test('is judged anew on each candidate', () => {
    const open = twoPhases({ task: { acceptance: all(check('c')) } });
    build(open);
    open.answer('run-check', gateOutcome('passed'));
    open.answer('swap-head', { kind: 'moved', actual: 'e'.repeat(40) });
    open.answer('build-candidate', BUILT);
    expect(open.pendingOf('run-check')).toHaveLength(1);
  });
});

/** Brings task `a` onto the head. */
function commit(open: OpenRun) {
  build(open);
  return open.answer('swap-head', { kind: 'swapped' });
}

describe('a workstream', () => {
  test('is judged when its tasks are completed, and opens the next one only then', () => {
    const open = twoPhases({ workstream: all(check('c'), check('d')) });
    commit(open);
    expect(open.run.workstreams.get('WS')?.state).toBe('validating');
    open.answer('run-check', gateOutcome('passed'));
    expect(stateOf(open, 'b')).toBe('pending');
    open.answer('run-check', gateOutcome('passed'));
    expect(open.run.workstreams.get('WS')?.state).toBe('completed');
    expect(stateOf(open, 'b')).toBe('running');
  });

  test('that is not accepted fails, halts what comes after it, and the run says why', () => {
    const open = twoPhases({ workstream: all(check('c')) });
    commit(open);
    open.answer('run-check', gateOutcome('failed'));
    expect(open.run.workstreams.get('WS')?.state).toBe('failed');
    expect(open.run.tasks.get('b')).toMatchObject({ state: 'blocked', rootCause: 'WS' });
    expect(open.run).toMatchObject({
      state: 'failed',
      reason: 'Workstream WS: it was not accepted: check c failed: it failed. 1 after it could not start.',
    });
  });

  test('whose check only warns is accepted, and the run notes it', () => {
    const open = twoPhases({ workstream: all(check('c', { severity: 'warning' })) });
    commit(open);
    open.answer('run-check', gateOutcome('failed'));
    expect(open.run.workstreams.get('WS')?.state).toBe('completed');
    expect(open.run.notes).toEqual(['workstream WS: check c failed: it failed (warning)']);
  });
});

describe('a phase', () => {
  test('is judged after its workstreams, and the next phase waits for it', () => {
    const open = twoPhases({ phase: all(check('c')), workstream: all(check('w')) });
    commit(open);
    open.answer('run-check', gateOutcome('passed'));
    expect(open.run.workstreams.get('WS')?.state).toBe('completed');
    expect(open.run.workstreams.get('WS2')).toMatchObject({ state: 'planned', waitingFor: 1 });
    const passed = open.answer('run-check', gateOutcome('passed'));
    expect(passed.commit.events.find((event) => event.kind === 'phase-moved')?.data).toMatchObject({
      phaseId: 'PH',
      from: 'executing',
      to: 'completed',
    });
    expect(stateOf(open, 'b')).toBe('running');
  });

  test('that is not accepted fails and halts the later ones', () => {
    const open = twoPhases({ phase: all(check('c')) });
    commit(open);
    open.answer('run-check', gateOutcome('failed'));
    expect(open.run.workstreams.get('WS2')?.state).toBe('blocked');
    expect(open.run).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('Phase PH: it was not accepted'),
    });
  });

  test('at the end of a run decides whether it succeeded', () => {
    const plan = makePlan({
      tasks: [makeTask({ taskId: 'a' })],
      phases: [{ phaseId: 'PH', name: 'PH', category: 'core', after: [], acceptance: all(check('c')) }],
    });
    const open = openRun(plan);
    commit(open);
    expect(open.run.state).toBe('running');
    open.answer('run-check', gateOutcome('failed'));
    expect(open.run.state).toBe('failed');
  });
});

test('checks run one at a time, in their order; any stops at the first that passes', () => {
  const open = twoPhases({ phase: { mode: 'any', rule: null, checks: [check('c'), check('d'), check('e')] } });
  commit(open);
  expect(open.pendingOf('run-check').map((effect) => effect.body.checkId)).toEqual(['c']);
  open.answer('run-check', gateOutcome('failed'));
  expect(open.pendingOf('run-check').map((effect) => effect.body.checkId)).toEqual(['d']);
  open.answer('run-check', gateOutcome('passed'));
  const [judged] = open.run.acceptances.values();
  expect(judged?.checks.map((one) => one.state)).toEqual(['failed', 'passed', 'skipped']);
});

test('a cancelled run stops the check that runs and judges nothing more', () => {
  const open = twoPhases({ phase: all(check('c')) });
  commit(open);
  const [effect] = open.pendingOf('run-check');
  const turn = open.say({
    type: 'command',
    runId: open.run.runId,
    command: makeCommand({ name: 'cancel' }, { why: 'enough' }),
  });
  expect(turn.stops).toMatchObject([{ kind: 'stop-gate', id: effect?.body.checkRunId }]);
  expect(open.run.openAcceptances.size).toBe(0);
  expect(open.run.state).toBe('canceled');
  expect(kindsOf(open.answer('run-check', gateOutcome('passed')))).toEqual([]);
});

test('a required gate that cannot run is no pass, and a policy that requires tests does not settle for less', () => {
  const gate = (gateId: string, more: object) => {
    const fields = { kind: gateId, argv: ['true'], shell: false, timeoutMs: 1, expectedExit: 0, env: {} };
    return { gateId, ...fields, after: [], required: true, ...more };
  };
  const plan = makePlan({
    gates: [gate('lint', { required: false }), gate('unit', { after: ['lint'] })],
    tasks: [
      makeTask({
        taskId: 'a',
        maxAttempts: 1,
        gates: ['lint', 'unit'],
        constraints: { ...makeTask({ taskId: 'x' }).constraints, requireTestsFor: ['**'], testGates: ['unit'] },
      }),
    ],
  });
  const open = openRun(plan);
  const file = { path: 'a.txt', oldPath: null, change: 'added' } as const;
  const side = { oldMode: '000000', newMode: '100644', oldOid: '0'.repeat(40), newOid: '1'.repeat(40) };
  const files = [{ ...file, ...side, insertions: 1, deletions: 0, binary: false }];
  open.answer('start-attempt', { ...MADE_PATCH, patch: { ...MADE_PATCH.patch, files } });
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('run-gate', gateOutcome('failed'));
  expect(open.run.tasks.get('a')?.reason).toContain('gate unit did not run: it comes after lint, which did not pass');
});
