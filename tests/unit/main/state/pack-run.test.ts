// What was packed comes back as it was, whatever the plan and the moment.
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { evolve, replay } from '../../../../src/main/state/evolve.ts';
import { packRun, unpackRun } from '../../../../src/main/state/pack-run.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import type { RunNode } from '../../../../src/main/state/run-state.ts';
import { DEFAULT_HEALTH } from '../../../../src/shared/domain/worker-health.ts';
import { makePlan, makeTask, makeWorkstream, successOf } from '../../../fakes/make-plan.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

const there = (run: RunNode): RunNode => unpackRun(deserialize(serialize(packRun(run))));

const plan = makePlan({
  gates: [],
  workstreams: [makeWorkstream({ workstreamId: 'WS', maxParallel: 1 }), makeWorkstream({ workstreamId: 'B' })],
  tasks: [
    makeTask({ taskId: 'a', conflictGroup: 'g' }),
    makeTask({ taskId: 'b', conflictGroup: 'g', workstreamId: 'B' }),
    makeTask({ taskId: 'c', after: successOf('a') }),
    makeTask({ taskId: 'd', patchMode: { on: false, by: 'project', place: '' } }),
  ],
});

test('a run packed at any of its events goes on as the one that was never packed', async () => {
  const { store } = await simulate({ plan, seed: 3, troubleChance: 0.25, crashChance: 0.05 });
  const events = store.eventsOf(SIM_RUN);
  const wanted = allRows(replay(events) ?? expect.fail('no events'));
  for (let until = 1; until <= events.length; until += 1) {
    const run = there(replay(events.slice(0, until)) ?? expect.fail('no events'));
    expect(run).toEqual(replay(events.slice(0, until)));
    for (const event of events.slice(until)) evolve(run, event, () => {});
    expect(allRows(run)).toEqual(wanted);
  }
});

test('one node is one object afterwards, wherever it was held', async () => {
  const { store } = await simulate({ plan, seed: 4 });
  const run = there(replay(store.eventsOf(SIM_RUN)) ?? expect.fail('no events'));
  for (const patch of run.patches.values()) {
    expect(run.tasks.get(patch.task.plan.taskId)).toBe(patch.task);
    expect(run.attempts.get(patch.attempt.attemptId)).toBe(patch.attempt);
    expect(patch.task.patches).toContain(patch);
  }
  for (const task of run.tasks.values()) expect(run.created.plan.tasks).toContain(task.plan);
});

test('a chain of twenty thousand tasks, each held by the one before, is no deeper than one', async () => {
  const count = 20_000;
  const chain = makePlan({
    tasks: Array.from({ length: count }, (_, n) =>
      makeTask({ taskId: `t${n}`, after: n === 0 ? [] : successOf(`t${n - 1}`) }),
    ),
  });
  const ulids = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, id]));
  const created = {
    plan: chain,
    planFile: null,
    repository: '/repo',
    base: 'b',
    baseRef: null,
    maxParallel: 1,
    requestedBy: 'test',
    health: DEFAULT_HEALTH,
    toolRecords: [],
    expected: {},
    whenStuck: 'end' as const,
    taskUlids: ulids(chain.tasks.map(({ taskId }) => taskId)),
    workstreamUlids: ulids(chain.workstreams.map(({ workstreamId }) => workstreamId)),
  };
  const at = '2026-01-01T00:00:00.000Z';
  const event = { eventId: 'e', runId: SIM_RUN, kind: 'run-created', at, entity: 'run', id: SIM_RUN } as const;
  const run = there(replay([{ ...event, data: created }]) ?? expect.fail('no run'));
  let task = run.tasks.get('t0');
  let length = 0;
  for (; task !== undefined; task = task.dependentsOf[0]?.task) length += 1;
  expect(length).toBe(count);
});
