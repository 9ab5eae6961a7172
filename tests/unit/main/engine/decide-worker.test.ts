// What heartbeats and people do to the workers of a run.
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../../src/main/engine/judge-probe.ts';
import type { WorkerNode } from '../../../../src/main/state/run-state.ts';
import type { CommandWork } from '../../../../src/shared/domain/command.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { CAPTURED, kindsOf, MADE_PATCH, openRun } from './open-run.ts';

const SILENT: Verdict = { kind: 'silent', check: 'heartbeat', message: 'it is silent' };
const FAILED: Verdict = { kind: 'failed', check: 'stopped', message: 'it was stopped' };
const ALIVE: Verdict = { kind: 'alive' };
const DONE = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;

function withTasks(taskIds: readonly string[], maxParallel: number) {
  const tasks = taskIds.map((taskId) => makeTask({ taskId, allowNoChange: true, maxAttempts: 2 }));
  const open = openRun(makePlan({ tasks }), maxParallel);
  const worker = (number: number): WorkerNode =>
    present(
      [...open.run.workers.values()].find((one) => one.number === number),
      `worker ${number}`,
    );
  const see = (one: WorkerNode, verdict: Verdict, runningMs = 1) => {
    const attemptId = present(one.attempt, 'an attempt').attemptId;
    const probe = { attemptId, at: 'tool', process: null, runningMs } as const;
    const seen = [{ workerId: one.workerId, attemptId, lease: one.lease ?? 0, verdict, probe }];
    return open.say({ type: 'workers-seen', runId: open.run.runId, seen });
  };
  const tell = (work: CommandWork) => open.command(work).turn;
  return { ...open, worker, see, tell };
}

describe('a worker', () => {
  test('that misses two heartbeats loses its lease: its tool is stopped and its work is saved', () => {
    const { see, worker, pendingOf } = withTasks(['a'], 1);
    expect(kindsOf(see(worker(1), SILENT))).toEqual(['worker-check-failed']);
    const second = see(worker(1), SILENT);
    expect(kindsOf(second)).toEqual(['worker-check-failed', 'worker-quarantined']);
    expect(worker(1)).toMatchObject({ state: 'BUSY', lease: null, quarantined: { reason: /2 heartbeats in a row/ } });
    expect(second.stops.map(({ kind }) => kind)).toEqual(['stop-attempt']);
    expect(pendingOf('start-attempt')).toEqual([]);
    expect(pendingOf('salvage-attempt')).toHaveLength(1);
  });

  test('whose sign of life comes between two missed ones is well again', () => {
    const { see, worker } = withTasks(['a'], 1);
    see(worker(1), SILENT);
    expect(kindsOf(see(worker(1), ALIVE))).toEqual(['worker-heartbeat']);
    expect(kindsOf(see(worker(1), SILENT))).toEqual(['worker-check-failed']);
    expect(worker(1).quarantined).toBe(null);
  });

  test('that is well gets into the log now and then only', () => {
    const { see, worker, wait } = withTasks(['a'], 1);
    expect(kindsOf(see(worker(1), ALIVE))).toEqual([]);
    wait(LIMITS.heartbeatLoggedMs);
    expect(kindsOf(see(worker(1), ALIVE))).toEqual(['worker-heartbeat']);
    expect(kindsOf(see(worker(1), ALIVE))).toEqual([]);
  });

  test('that fails a check is replaced, and its task does not count it as a failure', () => {
    const { see, worker, answer, say, run } = withTasks(['a'], 1);
    see(worker(1), FAILED);
    answer('salvage-attempt', CAPTURED);
    say({ type: 'wake', runId: run.runId });
    const [first, second] = [...run.attempts.values()];
    expect(first).toMatchObject({ state: 'canceled', failure: { code: 'E_WORKER_LOST' } });
    expect(second?.workerId).toBe(worker(2).workerId);
    expect(second?.tryNumber).toBe(1);
    expect(worker(1)).toMatchObject({ state: 'IDLE', attempt: null });
    expect([...run.patches.values()].map(({ state, created }) => [state, created.recovered])).toEqual([
      ['quarantined', true],
    ]);
  });

  test('that has lost its lease is not heard: its report is written down once', () => {
    const { see, worker, pendingOf, say } = withTasks(['a'], 1);
    const effect = present(pendingOf('start-attempt')[0], 'a start');
    see(worker(1), FAILED);
    const late = { type: 'outcome', kind: 'start-attempt', effect, outcome: MADE_PATCH } as const;
    const turn = say(late);
    expect(kindsOf(turn)).toEqual(['report-ignored']);
    expect(turn.commit.events[0]?.data).toMatchObject({ lease: 1, result: 'patch', reason: /it was stopped/ });
    expect(kindsOf(say(late))).toEqual([]);
  });

  test('is not blamed for what was seen of it under an older lease', () => {
    const { worker, say, run } = withTasks(['a'], 1);
    const { workerId, attempt } = worker(1);
    const { attemptId } = present(attempt, 'an attempt');
    const probe = { attemptId, at: 'gone', process: null, runningMs: 1 } as const;
    const seen = [{ workerId, attemptId, lease: 0, verdict: FAILED, probe }];
    expect(kindsOf(say({ type: 'workers-seen', runId: run.runId, seen }))).toEqual([]);
  });

  test('that takes twice as long as expected is said to be stuck, once, and goes on', () => {
    const { see, worker } = withTasks(['a'], 1);
    const expected = LIMITS.taskTimeoutMs;
    expect(kindsOf(see(worker(1), ALIVE, 2 * expected))).toEqual([]);
    expect(kindsOf(see(worker(1), ALIVE, 2 * expected + 1))).toEqual(['worker-stuck']);
    expect(kindsOf(see(worker(1), ALIVE, 3 * expected))).toEqual([]);
    expect(worker(1)).toMatchObject({ state: 'BUSY', quarantined: null });
  });
});

describe('a person', () => {
  test('lets a busy worker end after its task, and an idle one at once', () => {
    const { tell, worker, answer, run } = withTasks(['a', 'b', 'c'], 2);
    const { workerId } = worker(1);
    expect(kindsOf(tell({ name: 'drain-worker', workerId }))).toEqual(['command-accepted', 'worker-draining']);
    expect(kindsOf(tell({ name: 'drain-worker', workerId }))).toEqual(['command-accepted']);
    const end = kindsOf(answer('start-attempt', DONE));
    expect(end).toContain('worker-terminated');
    // Another takes its place for the task that waits.
    expect([...run.pool].map(({ number }) => number)).toEqual([2, 3]);
  });

  test('releases a quarantined worker, which then works again; the one in its place ends after its task', () => {
    const { see, tell, worker, answer, say, run } = withTasks(['a', 'b'], 1);
    see(worker(1), FAILED);
    answer('salvage-attempt', null);
    say({ type: 'wake', runId: run.runId });
    const released = tell({ name: 'release-worker', workerId: worker(1).workerId });
    expect(kindsOf(released)).toEqual(['command-accepted', 'worker-released', 'worker-draining']);
    answer('start-attempt', DONE);
    expect([...run.pool].map(({ number, state }) => [number, state])).toEqual([[1, 'BUSY']]);
  });

  test.each([
    ['an unknown one', 'drain-worker', '0'.repeat(26), 'E_NOT_FOUND'],
    ['one that is not in quarantine', 'release-worker', null, 'E_WRONG_STATE'],
  ] as const)('who names %s is refused, and nothing changes', (_, name, workerId, code) => {
    const { command, worker } = withTasks(['a'], 1);
    const { turn, refusal } = command({ name, workerId: workerId ?? worker(1).workerId });
    expect(kindsOf(turn)).toEqual([]);
    expect(refusal?.code).toBe(code);
  });

  test('makes the pool smaller: idle ones end first, then the newest after their tasks', () => {
    const { tell, answer, run } = withTasks(['a', 'b', 'c'], 3);
    answer('start-attempt', DONE);
    tell({ name: 'parallel', maxParallel: 1 });
    expect([...run.workers.values()].map(({ state }) => state)).toEqual(['TERMINATED', 'BUSY', 'DRAINING']);
  });

  test('makes the pool larger: workers come as tasks need them', () => {
    const { tell, run } = withTasks(['a', 'b', 'c'], 1);
    tell({ name: 'parallel', maxParallel: 8 });
    expect([...run.pool].map(({ state }) => state)).toEqual(['BUSY', 'BUSY', 'BUSY']);
  });
});
