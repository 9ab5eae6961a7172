// Several runs, also of several engines, over one capacity: the cap holds, waiting runs say so and are woken.
import { expect, test } from 'vitest';
import type { Effect } from '../../../../src/main/engine/effect.ts';
import { createEngine, type Engine } from '../../../../src/main/engine/loop.ts';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { createCapacity } from '../../../../src/main/scheduling/create-capacity.ts';
import type { Capacity, CapacityLimits } from '../../../../src/shared/ports/capacity.ts';
import { createCountingIds } from '../../../fakes/counting-ids.ts';
import { makeCommand } from '../../../fakes/make-command.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { createMemoryStore } from '../../../fakes/memory-store.ts';
import { createVirtualClock, type VirtualClock } from '../../../fakes/virtual-clock.ts';

interface World {
  readonly engine: Engine;
  /** Starts of tools that have not ended, oldest first. */
  readonly running: Extract<Effect, { kind: 'start-attempt' }>[];
  settle(): void;
  start(runId: string, tasks: number, maxParallel?: number): void;
  /** Ends the oldest tool of a run without a change. */
  end(runId: string): void;
}

function world(project: string, capacity: Capacity, clock: VirtualClock): World {
  const turns: (() => void)[] = [];
  const running: World['running'][number][] = [];
  const engine = createEngine({
    store: createMemoryStore(),
    clock,
    ids: createCountingIds(),
    join: (wake) => capacity.join({ project, wake }),
    perform: (effect) => {
      if (effect.kind === 'create-run-ref')
        return Promise.resolve({ type: 'outcome', kind: effect.kind, effect, outcome: { kind: 'swapped' } });
      if (effect.kind === 'start-attempt') running.push(effect);
      return new Promise(() => {});
    },
    stop: () => {},
    onChange: () => {},
    onFault: (error) => expect.fail(error.message),
    defer: (turn) => turns.push(turn),
  });
  return {
    engine,
    running,
    settle: () => {
      for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) turn();
    },
    start: (runId, count, maxParallel = 64) => {
      const tasks = Array.from({ length: count }, (_, n) => makeTask({ taskId: `t${n}`, allowNoChange: true }));
      const facts = {
        planFile: null,
        repository: '/r',
        base: 'b'.repeat(40),
        baseRef: null,
        requestedBy: 't',
      };
      engine.post({ type: 'start-run', runId, facts: { ...facts, plan: makePlan({ tasks }), maxParallel } });
    },
    end: (runId) => {
      const place = running.findIndex((effect) => effect.runId === runId);
      const [effect] = running.splice(place, 1);
      if (place < 0 || effect === undefined) return;
      const outcome = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;
      engine.post({ type: 'outcome', kind: 'start-attempt', effect, outcome });
    },
  };
}

/** Lets both the turns and the answers of effects through until nothing moves. */
async function settle(...worlds: readonly World[]): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    for (const each of worlds) each.settle();
    await Promise.resolve();
  }
}

const FIRST = '01JZZZZZZZZZZZZZZZZZZZZZZ1';
const SECOND = '01JZZZZZZZZZZZZZZZZZZZZZZ2';

function setUp(limits: CapacityLimits = { seats: 4, tools: {} }) {
  const clock = createVirtualClock();
  const capacity = createCapacity(limits, clock);
  return { clock, capacity };
}

test('two runs of one engine share the seats, and the one that waits says what for', async () => {
  const { clock, capacity } = setUp();
  const one = world('p', capacity, clock);
  one.start(FIRST, 10);
  await settle(one);
  one.start(SECOND, 10);
  await settle(one);
  expect(capacity.load()).toEqual({ seats: 4, taken: 4, waiting: 2 });
  const second = one.engine.runs.get(SECOND);
  const task = second?.tasks.get('t0');
  if (second === undefined || task === undefined) expect.fail('the second run is not there');
  expect(waitingFor(second, task)).toEqual({
    reason: 'All 4 seats of this Patchbay are taken, by all its runs together.',
    freedBy: 'the end of a tool in any run',
  });
  one.end(FIRST);
  one.end(FIRST);
  await settle(one);
  const held = (runId: string) => one.running.filter((effect) => effect.runId === runId).length;
  expect([held(FIRST), held(SECOND)]).toEqual([2, 2]);
});

test('runs of two projects share the seats, and all their tasks come to their end', async () => {
  const { clock, capacity } = setUp({ seats: 3, tools: {} });
  const one = world('one', capacity, clock);
  const two = world('two', capacity, clock);
  one.start(FIRST, 20);
  two.start(SECOND, 20);
  await settle(one, two);
  for (let round = 0; round < 100; round += 1) {
    expect(one.running.length + two.running.length).toBeLessThanOrEqual(3);
    if (round > 4 && round < 30) expect(Math.abs(one.running.length - two.running.length)).toBe(1);
    if (round % 2 === 0) one.end(FIRST);
    else two.end(SECOND);
    await settle(one, two);
  }
  expect(one.engine.runs.get(FIRST)?.state).toBe('succeeded');
  expect(two.engine.runs.get(SECOND)?.state).toBe('succeeded');
  expect(capacity.load()).toEqual({ seats: 3, taken: 0, waiting: 0 });
});

test('a cancelled run gives its turn to the next', async () => {
  const { clock, capacity } = setUp({ seats: 1, tools: {} });
  const one = world('p', capacity, clock);
  one.start(FIRST, 2);
  await settle(one);
  one.start(SECOND, 2);
  const third = '01JZZZZZZZZZZZZZZZZZZZZZZ3';
  one.start(third, 1);
  await settle(one);
  one.engine.post({ type: 'command', runId: SECOND, command: makeCommand({ name: 'cancel' }, { why: 'a test' }) });
  await settle(one);
  one.end(FIRST);
  await settle(one);
  expect(one.running.map((effect) => effect.runId)).toEqual([third]);
});

test('a tool that may not start so often holds its tasks alone, and they go on when the minute is over', async () => {
  const { clock, capacity } = setUp({ seats: 9, tools: { script: { startsPerMinute: 2 } } });
  const one = world('p', capacity, clock);
  one.start(FIRST, 5);
  await settle(one);
  expect(one.running).toHaveLength(2);
  const run = one.engine.runs.get(FIRST);
  const waiting = [...(run?.tasks.values() ?? [])].filter((task) => task.state === 'queued');
  if (run === undefined) expect.fail('the run is not there');
  for (const task of waiting)
    expect(waitingFor(run, task)?.reason).toBe('script may start 2 times a minute over all runs, and has.');
  clock.step();
  await settle(one);
  expect(one.running).toHaveLength(4);
});

test('an engine that closes leaves its seats to the others', async () => {
  const { clock, capacity } = setUp({ seats: 2, tools: {} });
  const one = world('one', capacity, clock);
  const two = world('two', capacity, clock);
  one.start(FIRST, 5);
  await settle(one);
  two.start(SECOND, 5);
  await settle(two);
  expect(two.running).toHaveLength(0);
  one.engine.close();
  await settle(two);
  expect(two.running).toHaveLength(2);
});
