// Gates at the end of a wave: once on what it left, and the next wave waits for them.
import { describe, expect, test } from 'vitest';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import type { NewEvent } from '../../../../src/shared/events/event.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makeGate, makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { GOOD, gateOutcome, kindsOf, MADE_PATCH, type More, type OpenRun, openRun } from './open-run.ts';

const BOUNDARY = makeGate('whole', { waveBoundary: true });
const waveGates = ['whole'];

/** `a` and `b` are the first wave, `c` after `a` and `d` alone after `b` are the second. */
function waves(more: More = {}, gates = [BOUNDARY]): OpenRun {
  const names = gates.map((gate) => gate.gateId);
  const tasks = [
    makeTask({ taskId: 'a', waveGates: names, maxAttempts: 1 }),
    makeTask({ taskId: 'b', waveGates: names, maxAttempts: 1 }),
    makeTask({ taskId: 'c', waveGates: names, after: successOf('a') }),
    makeTask({ taskId: 'd', waveGates: names, after: [{ task: 'b', edge: 'finish' }] }),
  ];
  return openRun(makePlan({ tasks, gates }), 4, more);
}

const FAILED = {
  ...MADE_PATCH,
  result: 'failed',
  patch: null,
  failure: { code: 'E_TOOL_FAILURE', message: 'no' },
} as const;

let commits = 0;
/** The oldest attempt makes a patch, which lands. */
function land(open: OpenRun): void {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  commits += 1;
  const commit = String(commits).padStart(40, 'c');
  open.answer('build-candidate', { kind: 'built', commit, tree: commit.replaceAll('c', 'd') });
  open.answer('swap-head', { kind: 'swapped' });
}

const states = (open: OpenRun) => [...open.run.tasks.values()].map(({ state }) => state).join(' ');

describe('a gate at the end of a wave', () => {
  test('runs once when the wave has landed, on the head, and the next wave begins when it passed', () => {
    const open = waves();
    land(open);
    expect(states(open)).toBe('completed running queued pending');
    const waiting = waitingFor(open.run, present(open.run.tasks.get('c'), 'c'));
    expect(waiting).toEqual({
      reason: 'The next wave begins when wave 1 has landed and its gates have passed.',
      freedBy: 'b',
    });
    expect(open.pendingOf('run-gate')).toHaveLength(0);
    land(open);
    expect(open.pendingOf('run-gate').map(({ body }) => [body.gateId, body.changeId, body.commit])).toEqual([
      ['whole', null, open.run.head],
    ]);
    expect(waitingFor(open.run, present(open.run.tasks.get('d'), 'd'))?.reason).toBe(
      'Gate whole judges what wave 1 left.',
    );
    const turn = open.answer('run-gate', gateOutcome('passed'));
    expect(kindsOf(turn).filter((kind) => kind === 'wave-opened' || kind === 'attempt-created')).toEqual([
      'wave-opened',
      'attempt-created',
      'attempt-created',
    ]);
    land(open);
    land(open);
    expect(open.run.state).toBe('running');
    open.answer('run-gate', gateOutcome('passed'));
    expect(open.run.state).toBe('succeeded');
  });

  test('that fails holds the next wave, and ends a run that does not wait for a person', () => {
    const open = waves();
    land(open);
    land(open);
    open.answer('run-gate', gateOutcome('failed'));
    expect(open.run).toMatchObject({
      state: 'failed',
      reason: 'Gate whole did not pass on what wave 1 left: it failed.',
    });
    expect(states(open)).toBe('completed completed cancelled cancelled');
  });

  test('that fails makes a run wait that may, says why, and runs again when it is resumed', () => {
    const open = waves({ whenStuck: 'wait' });
    land(open);
    land(open);
    open.answer('run-gate', gateOutcome('failed'));
    expect(open.run).toMatchObject({ state: 'running', control: 'waiting' });
    expect(waitingFor(open.run, present(open.run.tasks.get('c'), 'c'))).toEqual({
      reason: 'Gate whole did not pass on what wave 1 left: it failed.',
      freedBy: 'a change that mends it, or resuming the run, which runs whole again',
    });
    open.command({ name: 'resume' });
    expect(open.run.control).toBe('active');
    open.answer('run-gate', gateOutcome('passed'));
    expect(states(open)).toBe('completed completed running running');
  });

  test('does not run where the wave changed nothing', () => {
    const open = waves();
    open.answer('start-attempt', FAILED);
    open.answer('start-attempt', FAILED);
    expect(states(open)).toBe('failed failed blocked running');
    expect(open.run.gateRuns.size).toBe(0);
  });

  test('that comes after another one waits for it', () => {
    const open = waves({}, [BOUNDARY, makeGate('later', { waveBoundary: true, after: ['whole'] })]);
    land(open);
    land(open);
    expect(open.pendingOf('run-gate').map(({ body }) => body.gateId)).toEqual(['whole']);
    open.answer('run-gate', gateOutcome('passed'));
    expect(open.pendingOf('run-gate').map(({ body }) => body.gateId)).toEqual(['later']);
    open.answer('run-gate', gateOutcome('passed'));
    expect(states(open)).toBe('completed completed running running');
  });

  test('that is not required is told and holds nothing', () => {
    const open = waves({}, [makeGate('whole', { waveBoundary: true, required: false })]);
    land(open);
    land(open);
    open.answer('run-gate', gateOutcome('failed'));
    expect(states(open)).toBe('completed completed running running');
  });

  test('stands as replay gives it at any moment', () => {
    const events: NewEvent[] = [];
    const open = waves({ onTurn: (turn) => events.push(...turn.commit.events) });
    for (let step = 0; step < 2; step += 1) land(open);
    const check = () => {
      const replayed = present(replay(events), 'a run');
      expect(allRows(replayed)).toEqual(allRows(open.run));
      expect(replayed.wave).toEqual(open.run.wave);
    };
    check();
    open.answer('run-gate', gateOutcome('passed'));
    check();
  });
});

test('a dependency that is found moves a task to a later wave, so that no wave waits for what it holds', () => {
  const open = openRun(
    makePlan({
      tasks: [
        makeTask({ taskId: 'a', waveGates, priority: 1 }),
        makeTask({ taskId: 'c', waveGates, after: successOf('a') }),
        makeTask({ taskId: 'late', waveGates }),
      ],
      gates: [BOUNDARY],
    }),
    1,
  );
  expect(open.command({ name: 'depend', taskId: 'late', on: 'c', edge: 'success' }).refusal).toBeNull();
  expect(open.run.wave.of.get('late')).toBe(2);
  for (const expected of ['completed running pending', 'completed completed running']) {
    land(open);
    open.answer('run-gate', gateOutcome('passed'));
    expect(states(open)).toBe(expected);
  }
});

test('a required gate that nobody waited for keeps the run from succeeding', () => {
  const task = makeTask({ taskId: 'a', gates: ['slow'] });
  const open = openRun(makePlan({ tasks: [task], gates: [makeGate('slow', { blocking: false })] }));
  land(open);
  expect(states(open)).toBe('completed');
  open.answer('run-gate', gateOutcome('failed'));
  expect(open.run.state).toBe('failed');
  expect(open.run.reason).toMatch(/^Gate slow did not pass on c.*, which is committed: it failed\.$/);
});
