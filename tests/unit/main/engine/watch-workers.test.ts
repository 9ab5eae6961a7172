// When workers are looked at, and what is posted of it.
import { expect, test } from 'vitest';
import type { Message } from '../../../../src/main/engine/message.ts';
import { watchWorkers } from '../../../../src/main/engine/watch-workers.ts';
import type { AttemptProbe, Execution } from '../../../../src/shared/ports/execution.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { createVirtualClock } from '../../../fakes/virtual-clock.ts';
import { openRun } from './open-run.ts';

const NO_CHANGE = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;
const alive = (attemptId: string): AttemptProbe => ({ attemptId, at: 'ours', process: null, runningMs: 1 });
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function watched(probe: Execution['probe']) {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', allowNoChange: true })] }));
  const clock = createVirtualClock();
  const posted: Message[] = [];
  const runs = new Map([[open.run.runId, open.run]]);
  const watch = watchWorkers({ runs, clock, probe, post: (message) => posted.push(message) });
  watch.note(open.run);
  return { open, clock, posted, watch };
}

test('a busy worker is looked at every heartbeat, until none is busy', async () => {
  const { open, clock, posted, watch } = watched(async (ids) => ids.map(alive));
  for (let beat = 1; beat <= 3; beat += 1) {
    expect(clock.step()).toBe(true);
    await settled();
    expect(posted.length).toBe(beat);
  }
  expect(clock.monotonic()).toBe(3 * open.run.created.health.heartbeatMs);
  const [worker] = open.run.pool;
  expect(watch.lastSeen(worker?.workerId ?? '')).toBe(clock.now());
  open.answer('start-attempt', NO_CHANGE);
  clock.step();
  await settled();
  expect(posted.length).toBe(3);
  expect(clock.step()).toBe(false);
});

test('a look that fails or never comes back says nothing, and the next one is made', async () => {
  const answers: Execution['probe'][] = [
    async () => {
      throw new Error('the helper is gone');
    },
    () => new Promise(() => {}),
    async (ids) => ids.map(alive),
  ];
  const { clock, posted } = watched((ids) => (answers.shift() ?? (async () => []))(ids));
  for (let step = 0; step < 4; step += 1) {
    clock.step();
    await settled();
  }
  expect(answers.length).toBe(0);
  expect(posted.map(({ type }) => type)).toEqual(['workers-seen']);
});

test('nothing is looked at any more once it is closed', () => {
  const { clock, watch } = watched(async (ids) => ids.map(alive));
  watch.close();
  expect(clock.step()).toBe(false);
});

test('an attempt that vanished before its start was reported is missed at the next heartbeat', async () => {
  const gone: Execution['probe'] = async (ids) => ids.map((id) => ({ ...alive(id), at: 'gone' }));
  const { open, clock, posted } = watched(gone);
  const [attempt] = open.run.attempts.values();
  expect(attempt?.state).toBe('pending');
  clock.step();
  await settled();
  expect(posted).toMatchObject([
    { type: 'workers-seen', seen: [{ attemptId: attempt?.attemptId, verdict: { kind: 'silent' } }] },
  ]);
});
