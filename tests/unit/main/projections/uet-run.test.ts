// A run's records by phase, and its attempts, at the moments that are easy to get wrong.
import { expect, test } from 'vitest';
import { uetRunRecords, uetStepAttempts } from '../../../../src/main/projections/uet-run.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import type { RunNode } from '../../../../src/main/state/run-state.ts';
import { makeCommand } from '../../../fakes/make-command.ts';
import { makePlan, makeTask, makeWorkstream } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, MADE_PATCH, openRun, RUN_ID } from '../engine/open-run.ts';

const phases = ['one', 'two', 'three'].map((phaseId) => ({
  phaseId,
  name: phaseId,
  category: '',
  after: [],
  acceptance: null,
}));

/** A task in each of three phases, one after the other. */
function threePhases() {
  return openRun(
    makePlan({
      phases,
      workstreams: phases.map(({ phaseId }, at) =>
        makeWorkstream({
          workstreamId: `WS-${phaseId}`,
          phaseId,
          after: at === 0 ? [] : [`WS-${phases[at - 1]?.phaseId}`],
        }),
      ),
      tasks: phases.map(({ phaseId }) =>
        makeTask({ taskId: phaseId, phaseId, workstreamId: `WS-${phaseId}`, maxAttempts: 1 }),
      ),
    }),
  );
}

function complete(open: ReturnType<typeof threePhases>): void {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
}

function statesOf(run: RunNode): readonly unknown[] {
  return uetRunRecords(run).map((record) => record['state']);
}

test('phases of a run succeed one after the other', () => {
  const open = threePhases();
  expect(statesOf(open.run)).toEqual(['running', 'pending', 'pending']);
  complete(open);
  expect(statesOf(open.run)).toEqual(['succeeded', 'running', 'pending']);
  complete(open);
  complete(open);
  expect(statesOf(open.run)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  for (const record of uetRunRecords(open.run)) {
    expect(record).toMatchObject({ run_id: RUN_ID, started_at: expect.any(String), ended_at: expect.any(String) });
  }
});

test('a phase after one that failed is canceled, names the cause, and never started', () => {
  const open = threePhases();
  complete(open);
  open.answer('start-attempt', {
    ...MADE_PATCH,
    result: 'failed',
    failure: { code: 'E_TOOL_FAILURE', message: 'exit 1' },
    patch: null,
  });
  expect(open.run.state).toBe('failed');
  expect(statesOf(open.run)).toEqual(['succeeded', 'failed', 'canceled']);
  expect(uetRunRecords(open.run)[1]).toMatchObject({ state_reason: 'two: exit 1', counters: { errors: 1 } });
  expect(uetRunRecords(open.run)[2]).toMatchObject({
    started_at: null,
    ended_at: open.run.endedAt,
    state_reason: 'Phase two did not succeed, so this one could not be finished.',
  });
});

test('a cancelled run leaves what was complete as it is and cancels the rest', () => {
  const open = threePhases();
  complete(open);
  open.say({ type: 'command', runId: RUN_ID, command: makeCommand({ name: 'cancel' }, { why: 'enough' }) });
  open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped', patch: null });
  expect(statesOf(open.run)).toEqual(['succeeded', 'canceled', 'canceled']);
  expect(uetRunRecords(open.run)[1]).toMatchObject({ state_reason: 'enough' });
});

test('a run whose ref could not be made fails as a whole: no phase is to blame', () => {
  const { run } = threePhases();
  const about = { runId: RUN_ID, at: run.createdAt, entity: 'run', id: RUN_ID } as const;
  const fresh = replay([
    { ...about, eventId: '1', kind: 'run-created', data: run.created },
    { ...about, eventId: '2', kind: 'run-started', data: { ref: 'r' } },
    { ...about, eventId: '3', kind: 'run-finished', data: { state: 'failed', reason: 'git is gone' } },
  ]);
  const records = uetRunRecords(fresh ?? expect.fail('no run'));
  expect(records.map((record) => [record['state'], record['state_reason']])).toEqual(
    phases.map(() => ['failed', 'git is gone']),
  );
});

test('an attempt that has not started yet has the time of its making, as v1 wants one', () => {
  const open = threePhases();
  expect(uetStepAttempts(open.run)).toMatchObject([
    { sequence: 1, state: 'pending', started_at: open.run.createdAt, ended_at: null, state_reason: null },
  ]);
});
