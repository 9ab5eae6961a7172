// How the gates of a candidate run: side by side within their slots, and never before what they come after has passed.
import { describe, expect, test } from 'vitest';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import type { GateDefinition, Plan } from '../../../../src/shared/plan/plan.ts';
import { makeGate, makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, gateOutcome, kindsOf, MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

/** One task whose candidate is built and asks for all of the gates. */
function gating(gates: readonly GateDefinition[], more: Partial<Plan> = {}): OpenRun {
  const task = makeTask({ taskId: 'a', gates: gates.map((gate) => gate.gateId), maxAttempts: 1 });
  const open = openRun(makePlan({ tasks: [task], gates, ...more }));
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  return open;
}

const running = (open: OpenRun) => open.pendingOf('run-gate').map((effect) => effect.body.gateId);
const states = (open: OpenRun) =>
  Object.fromEntries([...open.run.gateRuns.values()].map(({ gateId, state }) => [gateId, state]));

/** Answers the gate of this name. */
function finish(open: OpenRun, gateId: string, verdict: 'passed' | 'failed' | 'error') {
  const effect = present(
    open.pendingOf('run-gate').find((one) => one.body.gateId === gateId),
    gateId,
  );
  return open.say({ type: 'outcome', kind: 'run-gate', effect, outcome: gateOutcome(verdict) });
}

describe('gates of a candidate', () => {
  test('start together where none comes after another, as many as there are slots', () => {
    const open = gating([makeGate('one'), makeGate('two'), makeGate('three')]);
    expect(running(open)).toEqual(['one', 'two']);
    expect(states(open)).toEqual({ one: 'running', two: 'running', three: 'pending' });
    finish(open, 'two', 'passed');
    expect(running(open)).toEqual(['one', 'three']);
  });

  test('have as many slots as the plan says', () => {
    const open = gating([makeGate('one'), makeGate('two'), makeGate('three')], { gateSlots: 3 });
    expect(running(open)).toHaveLength(3);
    expect(running(gating([makeGate('one'), makeGate('two')], { gateSlots: 1 }))).toEqual(['one']);
  });

  test('are blocked until what they come after has passed: integration never starts before unit', () => {
    const open = gating([
      makeGate('lint'),
      makeGate('unit', { after: ['lint'] }),
      makeGate('integration', { after: ['unit'] }),
      makeGate('security'),
    ]);
    expect(states(open)).toEqual({ lint: 'running', unit: 'blocked', integration: 'blocked', security: 'running' });
    expect(kindsOf(finish(open, 'lint', 'passed'))).toEqual(['gate-finished', 'gate-unblocked', 'gate-started']);
    finish(open, 'security', 'passed');
    expect(states(open)).toMatchObject({ unit: 'running', integration: 'blocked' });
    finish(open, 'unit', 'passed');
    expect(running(open)).toEqual(['integration']);
    finish(open, 'integration', 'passed');
    expect(open.pendingOf('swap-head')).toHaveLength(1);
  });

  test('that come after one that failed never start, and those beside it are stopped', () => {
    const open = gating([makeGate('unit'), makeGate('security'), makeGate('integration', { after: ['unit'] })]);
    const turn = finish(open, 'unit', 'failed');
    expect(open.run.tasks.get('a')).toMatchObject({ state: 'failed', reason: 'gate unit failed: it failed' });
    expect(turn.stops).toMatchObject([{ kind: 'stop-gate' }]);
    expect(states(open)).toEqual({ unit: 'failed', security: 'running', integration: 'skipped' });
    expect(open.run.state).toBe('running');
    finish(open, 'security', 'error');
    expect(open.run.state).toBe('failed');
  });

  test('that are not blocking let the patch be committed, and are waited for at the end of the run', () => {
    const open = gating([makeGate('unit'), makeGate('slow', { blocking: false })]);
    finish(open, 'unit', 'passed');
    const landed = open.answer('swap-head', { kind: 'swapped' });
    const verified = landed.commit.events.find((event) => event.kind === 'patch-verified');
    expect(verified?.data).toMatchObject({ gates: ['unit'] });
    expect(open.run.tasks.get('a')?.state).toBe('completed');
    expect(open.run.state).toBe('running');
    finish(open, 'slow', 'passed');
    expect(open.run.state).toBe('succeeded');
  });

  test('that are not blocking still keep a patch out when they fail before it is committed', () => {
    const open = gating([makeGate('unit'), makeGate('slow', { blocking: false })]);
    finish(open, 'slow', 'failed');
    expect(open.run.tasks.get('a')?.reason).toBe('gate slow failed: it failed');
  });

  test('that need what the machine has not end the task at once: another attempt would not install it', () => {
    const task = makeTask({ taskId: 'a', gates: ['unit'], maxAttempts: 3 });
    const open = openRun(makePlan({ tasks: [task], gates: [makeGate('unit')] }));
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.answer('run-gate', { ...gateOutcome('error'), missing: 'pytest', message: 'it needs pytest' });
    const { state, code, attempts } = present(open.run.tasks.get('a'), 'a');
    expect({ state, code, attempts: attempts.length }).toEqual({
      state: 'failed',
      code: 'E_TOOL_UNAVAILABLE',
      attempts: 1,
    });
  });

  test('a task says which of them it waits for', () => {
    const open = gating([makeGate('one'), makeGate('two')]);
    const task = present(open.run.tasks.get('a'), 'a');
    expect(waitingFor(open.run, task)).toEqual({ reason: 'Gates one, two judge it.', freedBy: 'gates one, two' });
    finish(open, 'one', 'passed');
    expect(waitingFor(open.run, task)).toEqual({ reason: 'Gate two judges it.', freedBy: 'gate two' });
  });
});
