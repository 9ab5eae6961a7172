// Every attempt in hand is looked at, also one whose start nobody heard of.
import { expect, test } from 'vitest';
import type { Message } from '../../../../src/main/engine/message.ts';
import { watchWorkers } from '../../../../src/main/engine/watch-workers.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { createVirtualClock } from '../../../fakes/virtual-clock.ts';
import { openRun } from './open-run.ts';

test('an attempt that vanished before its start was reported is missed at the next heartbeat', async () => {
  const { run } = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
  const [attempt] = run.attempts.values();
  expect(attempt?.state).toBe('pending');
  const clock = createVirtualClock();
  const posted: Message[] = [];
  const watch = watchWorkers({
    runs: new Map([[run.runId, run]]),
    probe: async (ids) => ids.map((attemptId) => ({ attemptId, at: 'gone', process: null, runningMs: 0 })),
    clock,
    post: (message) => posted.push(message),
  });
  watch.note(run);
  clock.step();
  await new Promise((resolve) => setImmediate(resolve));
  watch.close();
  expect(posted).toMatchObject([
    { type: 'workers-seen', seen: [{ attemptId: attempt?.attemptId, verdict: { kind: 'silent' } }] },
  ]);
});
