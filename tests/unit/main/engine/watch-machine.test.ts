// The machine is looked at while runs go on, and each run is told what is new to it.
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../../src/main/engine/loop.ts';
import type { Message } from '../../../../src/main/engine/message.ts';
import { watchMachine } from '../../../../src/main/engine/watch-machine.ts';
import type { MachineSample } from '../../../../src/shared/domain/resources.ts';
import { createCountingIds } from '../../../fakes/counting-ids.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { createMemoryStore } from '../../../fakes/memory-store.ts';
import { createVirtualClock } from '../../../fakes/virtual-clock.ts';
import { openRun, RUN_ID } from './open-run.ts';

const FULL: MachineSample = { cpuBusy: null, memoryFree: null, disk: { freeBytes: 0, folder: '/data' } };
const ROOM: MachineSample = { cpuBusy: 0.1, memoryFree: 0.9, disk: { freeBytes: 1e12, folder: '/data' } };
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('a run is told once what it does not know, and told when it is over', async () => {
  const { run, say } = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
  const clock = createVirtualClock();
  const posted: Message[] = [];
  const samples = [FULL, FULL, ROOM];
  const watch = watchMachine({
    runs: new Map([[run.runId, run]]),
    machine: { sample: async () => samples.shift() ?? ROOM },
    clock,
    post: (message) => {
      posted.push(message);
      say(message);
    },
  });
  await watch.look();
  watch.note(run);
  expect(posted).toMatchObject([{ change: { resource: 'disk', level: 'hard' } }]);
  for (let looks = 0; looks < 3; looks += 1) {
    clock.step();
    await settled();
  }
  expect(posted.slice(1)).toMatchObject([{ change: { resource: 'disk', level: 'ok' } }]);
  watch.close();
  expect(clock.step()).toBe(false);
});

test('a look that the system refuses changes nothing', async () => {
  const { run } = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
  const clock = createVirtualClock();
  const posted: Message[] = [];
  const machine = { sample: () => Promise.reject(new Error('no')) };
  const watch = watchMachine({ runs: new Map([[run.runId, run]]), machine, clock, post: (one) => posted.push(one) });
  watch.note(run);
  await settled();
  expect(clock.step()).toBe(true);
  await settled();
  expect(posted).toEqual([]);
  watch.close();
});

test('what a run met by itself is over at the next look and not before', async () => {
  const { run, say } = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
  const change = { resource: 'disk', level: 'hard', message: 'It is full.', freedBy: 'room' } as const;
  const clock = createVirtualClock();
  for (const machine of [null, { sample: async () => ROOM }]) {
    say({ type: 'resource-changed', runId: run.runId, change });
    const watch = watchMachine({ runs: new Map([[run.runId, run]]), machine, clock, post: (one) => say(one) });
    await watch.look();
    watch.note(run);
    await settled();
    expect(run.resources.disk.level).toBe('hard');
    clock.step();
    await settled();
    expect(run.resources.disk.level).toBe('ok');
    watch.close();
  }
});

describe('a disk that is full', () => {
  test('lets no task start, loses nothing, and the run goes on when there is room', async () => {
    const clock = createVirtualClock();
    const store = createMemoryStore();
    let sample = FULL;
    let ended = false;
    const started: string[] = [];
    const engine = createEngine({
      store,
      clock,
      ids: createCountingIds(),
      machine: { sample: async () => sample },
      perform: async (effect) => {
        const type = 'outcome';
        if (effect.kind === 'create-run-ref') return { type, kind: effect.kind, effect, outcome: { kind: 'swapped' } };
        if (effect.kind === 'release-workspace') return { type, kind: effect.kind, effect, outcome: null };
        if (effect.kind !== 'start-attempt') throw new Error(effect.kind);
        started.push(effect.body.taskId);
        const outcome = {
          result: 'no_change',
          failure: null,
          patch: null,
          usage: null,
          logs: null,
          notes: [],
        } as const;
        return { type, kind: effect.kind, effect, outcome };
      },
      stop: () => {},
      onChange: ({ touched }) => {
        for (const run of touched.keys()) ended = run.endedAt !== null;
      },
      onFault: (error) => {
        throw error;
      },
      defer: (turn) => setImmediate(turn),
    });
    const plan = makePlan({ tasks: ['a', 'b', 'c'].map((taskId) => makeTask({ taskId, allowNoChange: true })) });
    const facts = {
      plan,
      planFile: null,
      repository: '/r',
      base: 'b',
      baseRef: null,
      maxParallel: 4,
      requestedBy: 't',
    };
    await engine.lookAtMachine();
    await engine.ask({ type: 'start-run', runId: RUN_ID, facts });
    for (let looks = 0; looks < 20; looks += 1) {
      clock.step();
      await settled();
    }
    expect(started).toEqual([]);
    expect(engine.runs.get(RUN_ID)?.resources.disk.level).toBe('hard');
    sample = ROOM;
    for (let steps = 0; steps < 20 && !ended; steps += 1) {
      clock.step();
      await settled();
      await settled();
    }
    expect(started.sort()).toEqual(['a', 'b', 'c']);
    expect(engine.runs.get(RUN_ID)?.state).toBe('succeeded');
    engine.close();
  });
});
