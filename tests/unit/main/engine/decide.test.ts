// What the engine decides, message by message.
import { describe, expect, test } from 'vitest';
import { conflictView } from '../../../../src/main/projections/conflict-view.ts';
import type { GateDefinition } from '../../../../src/shared/plan/plan.ts';
import { makeCommand } from '../../../fakes/make-command.ts';
import { makeConflict } from '../../../fakes/make-conflict.ts';
import { makeGate, makePlan, makeTask, makeWorkstream, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, CAPTURED, GOOD, gateOutcome, kindsOf, MADE_PATCH, openRun, RUN_ID } from './open-run.ts';

const single = (more: Parameters<typeof makeTask>[0] = { taskId: 'a' }, gates: readonly GateDefinition[] = []) =>
  openRun(makePlan({ tasks: [makeTask(more)], gates }));

describe('a patch on its way', () => {
  test('is recorded with its bytes, validated, built, gated, swapped in and committed, in that order', () => {
    const open = single({ taskId: 'a', gates: ['unit'] }, [makeGate('unit')]);
    const captured = open.answer('start-attempt', MADE_PATCH);
    expect(kindsOf(captured)).toEqual(['attempt-started', 'attempt-finished', 'patch-created']);
    expect(captured.commit.patchBytes.length).toBe(1);
    expect(captured.wanted.map(({ kind }) => kind)).toEqual(['release-workspace', 'validate-patch']);
    expect(kindsOf(open.answer('validate-patch', GOOD))).toEqual([
      'patch-validated',
      'patch-queued',
      'candidate-started',
    ]);
    expect(kindsOf(open.answer('build-candidate', BUILT))).toEqual(['candidate-built', 'gate-queued', 'gate-started']);
    expect(kindsOf(open.answer('run-gate', gateOutcome('passed')))).toEqual(['gate-finished', 'candidate-accepted']);
    expect(kindsOf(open.answer('swap-head', { kind: 'swapped' }))).toEqual([
      'patch-applied',
      'patch-verified',
      'patch-committed',
      'task-completed',
      'workstream-moved',
      'phase-moved',
      'worker-terminated',
      'run-finished',
    ]);
    expect(open.run.state).toBe('succeeded');
    expect(open.run.head).toBe(BUILT.commit);
  });

  test('that the validator refuses is quarantined with its findings, and its task fails without another try', () => {
    const open = single();
    open.answer('start-attempt', MADE_PATCH);
    const finding = { rule: 'scope', severity: 'error', path: 'x', line: 0, message: 'outside', advice: '' } as const;
    const turn = open.answer('validate-patch', { ...GOOD, scopeOk: false, findings: [finding] });
    expect(kindsOf(turn).slice(0, 2)).toEqual(['patch-quarantined', 'task-failed']);
    expect(open.run.state).toBe('failed');
    expect(open.run.reason).toContain('outside');
  });

  test('whose gate fails gives way to another attempt, and is quarantined after the last', () => {
    const open = single({ taskId: 'a', gates: ['unit'], maxAttempts: 2 }, [makeGate('unit')]);
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    expect(kindsOf(open.answer('run-gate', gateOutcome('failed')))).toEqual([
      'gate-finished',
      'patch-dropped',
      'task-retrying',
    ]);
    open.wait(60_000);
    open.say({ type: 'wake', runId: RUN_ID });
    expect(open.pendingOf('start-attempt')[0]?.body.tryNumber).toBe(2);
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    const last = kindsOf(open.answer('run-gate', gateOutcome('failed')));
    expect(last).toEqual([
      'gate-finished',
      'patch-quarantined',
      'task-failed',
      'workstream-moved',
      'phase-moved',
      'worker-terminated',
      'run-finished',
    ]);
    expect([...open.run.patches.values()].at(-1)?.created.replaces).toBe([...open.run.patches.keys()][0]);
  });

  test('passes although a gate that is not required fails, and gates after that one are skipped', () => {
    const gates = [makeGate('lint', { required: false }), makeGate('slow', { after: ['lint'], required: false })];
    const open = single({ taskId: 'a', gates: ['lint', 'slow'] }, gates);
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    const turn = kindsOf(open.answer('run-gate', gateOutcome('failed')));
    expect(turn).toEqual(['gate-finished', 'gate-unblocked', 'gate-skipped', 'candidate-accepted']);
  });

  test('that conflicts is tried again from the new head', () => {
    const open = single();
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    const turn = open.answer('build-candidate', { kind: 'conflict', message: 'both changed a', files: ['a'] });
    expect(kindsOf(turn)).toEqual(['patch-apply-failed', 'patch-dropped', 'task-retrying']);
  });

  test('that conflicts keeps what git said of it, with what both sides were for', () => {
    const open = single();
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    const [patch] = open.run.patches.values();
    if (patch === undefined) throw new Error('no patch was made');
    const told = makeConflict(open.run.created.base, 'b'.repeat(40));
    const files = told.files.map((file) => ({
      ...file,
      otherSide: { commit: told.onto, changeId: patch.patchId },
    }));
    const conflict = { ...told, files };
    const turn = open.answer('build-candidate', { kind: 'conflict', message: 'both', files: ['a'], conflict });
    expect(kindsOf(turn)).toEqual(['conflict-found', 'patch-apply-failed', 'patch-dropped', 'task-retrying']);
    const intent = {
      taskId: 'a',
      taskName: patch.task.plan.name,
      patchId: patch.patchId,
      summary: patch.created.summary,
    };
    expect(conflictView(open.run, patch)).toEqual({
      ...conflict,
      files: files.map((file) => ({ ...file, other: intent })),
      intent,
    });
  });

  test('is built again when something else moved the ref, but not for ever', () => {
    const open = single();
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    for (let count = 0; count < 3; count += 1) {
      open.answer('build-candidate', BUILT);
      open.answer('swap-head', { kind: 'moved', actual: 'e'.repeat(40) });
    }
    expect(open.run.state).toBe('failed');
    expect([...open.run.patches.values()][0]?.state).toBe('quarantined');
  });

  test('is not decided upon while git does not answer the swap', () => {
    const open = single();
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    const effect = open.pendingOf('swap-head')[0];
    if (effect === undefined) throw new Error('no swap is pending');
    open.say({ type: 'effect-failed', effect, error: Object.assign(new Error('locked'), { code: 'E_GIT' }) as never });
    expect(open.run.control).toBe('waiting');
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run.state).toBe('succeeded');
  });
});

describe('attempts', () => {
  test('what a failed attempt wrote is kept for a person', () => {
    const open = single();
    const failure = { code: 'E_TIMEOUT', message: 'took too long' } as const;
    const turn = open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure });
    expect(kindsOf(turn)).toEqual([
      'attempt-started',
      'attempt-finished',
      'patch-created',
      'patch-quarantined',
      'task-retrying',
    ]);
    expect([...open.run.patches.values()][0]?.created.recovered).toBe(true);
  });

  test('changing nothing is a failure unless the task allows it', () => {
    const nothing = { ...MADE_PATCH, result: 'no_change', patch: null } as const;
    const strict = single();
    strict.answer('start-attempt', nothing);
    expect(strict.run.tasks.get('a')?.state).toBe('retrying');
    const lenient = single({ taskId: 'a', allowNoChange: true });
    lenient.answer('start-attempt', nothing);
    expect(lenient.run.state).toBe('succeeded');
  });

  test('a late or repeated outcome is nothing', () => {
    const open = single();
    const effect = open.pendingOf('start-attempt')[0];
    if (effect === undefined) throw new Error('no attempt is pending');
    open.answer('start-attempt', MADE_PATCH);
    const again = open.say({ type: 'outcome', kind: 'start-attempt', effect, outcome: MADE_PATCH });
    expect(again.commit.events).toEqual([]);
  });

  test('a crash keeps the work, does not count as a failure and asks the tool for the same again', () => {
    const open = single();
    open.say({ type: 'recover-run', runId: RUN_ID });
    expect(open.pendingOf('start-attempt')).toEqual([]);
    open.answer('salvage-attempt', CAPTURED);
    expect(open.run.tasks.get('a')).toMatchObject({ state: 'retrying', failures: 0 });
    open.say({ type: 'wake', runId: RUN_ID });
    expect(open.pendingOf('start-attempt')[0]?.body.tryNumber).toBe(1);
    expect(open.run.tasks.get('a')?.attempts.length).toBe(2);
  });
});

describe('order', () => {
  test('a failed task halts its chain and names the root cause, and nothing else', () => {
    const tasks = [
      makeTask({ taskId: 'a', maxAttempts: 1 }),
      makeTask({ taskId: 'b', after: successOf('a') }),
      makeTask({ taskId: 'c', after: successOf('b') }),
      makeTask({ taskId: 'other' }),
      makeTask({ taskId: 'anyway', after: [{ task: 'a', edge: 'finish' }] }),
    ];
    const open = openRun(makePlan({ tasks }));
    const failure = { code: 'E_TOOL_FAILURE', message: 'exit 1' } as const;
    open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure, patch: null });
    const stateOf = (taskId: string) => open.run.tasks.get(taskId)?.state;
    expect(['b', 'c'].map(stateOf)).toEqual(['blocked', 'blocked']);
    expect(open.run.tasks.get('c')?.rootCause).toBe('a');
    expect(stateOf('other')).toBe('running');
    expect(stateOf('anyway')).toBe('running');
  });

  test('a finish edge counts a task that can never run, once all before that one has ended', () => {
    const anyEnd = (task: string) => ({ task, edge: 'finish' }) as const;
    const tasks = [
      makeTask({ taskId: 'a', maxAttempts: 1 }),
      makeTask({ taskId: 'slow' }),
      makeTask({ taskId: 'b', after: successOf('a') }),
      makeTask({ taskId: 'cleanup', after: [anyEnd('b')] }),
      makeTask({ taskId: 'c', after: [...successOf('a'), anyEnd('slow')] }),
      makeTask({ taskId: 'd', after: [anyEnd('c')] }),
      makeTask({ taskId: 'both', after: [...successOf('b'), anyEnd('c')] }),
    ];
    const open = openRun(makePlan({ tasks }));
    const failure = { code: 'E_TOOL_FAILURE', message: 'exit 1' } as const;
    const failed = { ...MADE_PATCH, result: 'failed', failure, patch: null } as const;
    open.answer('start-attempt', failed);
    const stateOf = (taskId: string) => open.run.tasks.get(taskId)?.state;
    expect(['b', 'c', 'both'].map(stateOf)).toEqual(['blocked', 'blocked', 'blocked']);
    expect(stateOf('cleanup')).toBe('running');
    // `slow` may still run, and the order of slow, c, d is to be kept.
    expect(stateOf('d')).toBe('pending');
    open.say({ type: 'command', runId: RUN_ID, command: makeCommand({ name: 'cancel' }, { why: 'enough' }) });
    expect(stateOf('d')).toBe('cancelled');
  });

  test('what follows a blocked task starts when the last task before that one ends', () => {
    const tasks = [
      makeTask({ taskId: 'a', maxAttempts: 1 }),
      makeTask({ taskId: 'slow', allowNoChange: true }),
      makeTask({ taskId: 'c', after: [...successOf('a'), { task: 'slow', edge: 'finish' }] }),
      makeTask({ taskId: 'd', after: [{ task: 'c', edge: 'finish' }] }),
    ];
    const open = openRun(makePlan({ tasks }));
    const failure = { code: 'E_TOOL_FAILURE', message: 'exit 1' } as const;
    open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure, patch: null });
    expect(open.run.tasks.get('c')?.state).toBe('blocked');
    expect(open.run.tasks.get('d')?.state).toBe('pending');
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(open.run.tasks.get('d')?.state).toBe('running');
  });

  test('a workstream opens when the one before it is complete', () => {
    const tasks = [
      makeTask({ taskId: 'a', workstreamId: 'A', allowNoChange: true }),
      makeTask({ taskId: 'b', workstreamId: 'B' }),
    ];
    const workstreams = [makeWorkstream({ workstreamId: 'A' }), makeWorkstream({ workstreamId: 'B', after: ['A'] })];
    const open = openRun(makePlan({ tasks, workstreams }));
    expect(open.run.tasks.get('b')?.state).toBe('pending');
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(open.run.tasks.get('b')?.state).toBe('running');
  });

  test('a task for a person makes the run wait', () => {
    const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'ok', launch: { kind: 'person' } })] }));
    expect(open.run.tasks.get('ok')?.state).toBe('blocked');
    expect(open.run.control).toBe('waiting');
    open.say({ type: 'command', runId: RUN_ID, command: makeCommand({ name: 'cancel' }, { why: 'enough' }) });
    expect(open.run.state).toBe('canceled');
  });

  test('cancelling gives up what was to be committed when the ref turns out to have moved', () => {
    const open = single();
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.say({ type: 'command', runId: RUN_ID, command: makeCommand({ name: 'cancel' }, { why: 'enough' }) });
    open.answer('swap-head', { kind: 'moved', actual: 'e'.repeat(40) });
    expect(open.run.state).toBe('canceled');
    expect([...open.run.patches.values()].map(({ state }) => state)).toEqual(['dropped']);
  });

  test('cancelling stops what runs and keeps what was written', () => {
    const open = openRun(
      makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b', after: successOf('a') })] }),
    );
    const turn = open.say({
      type: 'command',
      runId: RUN_ID,
      command: makeCommand({ name: 'cancel' }, { why: 'enough' }),
    });
    expect(turn.stops.map(({ kind }) => kind)).toEqual(['stop-attempt']);
    expect(open.run.state).toBe('running');
    open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped' });
    expect(open.run.state).toBe('canceled');
    expect([...open.run.patches.values()][0]?.state).toBe('quarantined');
    expect(open.run.workstreams.get('WS')?.state).toBe('cancelled');
  });
});

test('a run whose ref exists already ends with all its tasks, and none seems to wait', () => {
  const { run } = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }), 4, {
    ref: { kind: 'moved', actual: 'f'.repeat(40) },
  });
  expect(run.state).toBe('failed');
  expect([...run.tasks.values()].map(({ state }) => state)).toEqual(['cancelled']);
  expect([...run.workstreams.values()].map(({ state }) => state)).toEqual(['cancelled']);
});
