// The engine's invariants over many seeded runs: order, exclusion, exactly-once integration, convergence after crashes.
import { describe, expect, test } from 'vitest';
import { replay } from '../../src/main/state/evolve.ts';
import { acceptancePlan, newestAcceptance } from '../../src/main/state/evolve-acceptance.ts';
import { changeIdOf } from '../../src/main/state/find-change.ts';
import { allRows } from '../../src/main/state/rows.ts';
import type { RunNode } from '../../src/main/state/run-state.ts';
import { STATE_KEYS, type StateTable } from '../../src/shared/ports/store.ts';
import { makePlan, makeTask, makeWorkstream, successOf } from '../fakes/make-plan.ts';
import { randomPlan } from './random-plan.ts';
import { SIM_RUN, type SimulationResult, simulate } from './simulate.ts';

const SEEDS = Number(process.env['PATCHBAY_SEEDS'] ?? 60);
const TIMEOUT_MS = 30_000 + SEEDS * 100;

/** What must hold at every commit. */
function checkLive(run: RunNode): void {
  const running = [...run.tasks.values()].filter((task) => task.state === 'running');
  expect(running.length).toBe(run.running);
  expect(running.length).toBeLessThanOrEqual(run.created.maxParallel);
  const groups = [...run.tasks.values()]
    .filter((task) => (task.state === 'running' || task.state === 'validating') && !run.handedOn.has(task))
    .flatMap((task) => task.plan.conflictGroup ?? []);
  expect(new Set(groups).size).toBe(groups.length);
  for (const task of running) {
    for (const { task: before, edge } of task.plan.after) {
      const allowed = edge !== 'finish' ? run.tasks.get(before)?.state === 'completed' : isPast(run, before);
      expect(allowed, `${task.plan.taskId} runs after ${before}`).toBe(true);
    }
    if (task.plan.phaseId === 'PH2') checkDone(run, 'phase', 'PH');
  }
}

/** It has ended, or it can never run and the same is true of all before it: from then on nothing before the edge runs. */
function isPast(run: RunNode, taskId: string): boolean {
  const task = run.tasks.get(taskId);
  if (task === undefined) throw new Error(`no task ${taskId}`);
  if (task.state !== 'blocked') return ['completed', 'failed', 'cancelled'].includes(task.state);
  return task.rootCause !== null && task.plan.after.every((before) => isPast(run, before.task));
}

/** Only for what has to succeed: a task that may follow any end is never held back by one. */
function checkBlocked(run: RunNode): void {
  for (const task of run.tasks.values()) {
    if (task.state !== 'blocked' || task.workstream.waitingFor > 0) continue;
    const held = task.plan.after.some(
      ({ task: before, edge }) => edge !== 'finish' && run.tasks.get(before)?.state !== 'completed',
    );
    expect(held, `${task.plan.taskId} is blocked by what it needs`).toBe(true);
  }
}

/** Where the level has to be accepted, its newest judgement passed. */
function checkDone(run: RunNode, level: 'phase' | 'workstream' | 'task', levelId: string): void {
  if (acceptancePlan(run, level, levelId) === null) return;
  expect(newestAcceptance(run, level, levelId)?.state, `${level} ${levelId} is accepted`).toBe('passed');
}

/** What must hold at the end. */
function checkEnd(result: SimulationResult): void {
  const { run, store, integrated, ref } = result;
  const committed = [...run.patches.values(), ...run.directChanges.values()].filter(
    ({ state }) => state === 'committed',
  );
  expect(new Set(integrated).size, 'no change is integrated twice').toBe(integrated.length);
  expect(committed.map(changeIdOf).sort(), 'ledger equals git').toEqual([...integrated].sort());
  expect(ref).toBe(run.head);
  for (const task of run.tasks.values()) {
    const own = committed.filter((change) => change.task === task);
    const direct = !task.plan.patchMode.on;
    expect(direct ? task.patches : task.directChanges, 'a task makes one kind of change').toEqual([]);
    if (task.state === 'completed') {
      const isOwn = task.completion !== 'no_change' && task.completion !== 'replaced';
      expect(own.length).toBe(isOwn ? 1 : 0);
      if (task.completion === 'replaced') expect(task.additions.at(-1)?.state).toBe('completed');
      else checkDone(run, 'task', task.plan.taskId);
    }
    if (own.length > 0) expect(task.completion).toBe(direct ? 'committed_directly' : 'committed');
    else expect(own.length).toBe(0);
    expect(['completed', 'failed', 'blocked', 'cancelled']).toContain(task.state);
  }
  for (const patch of run.patches.values()) {
    expect(['committed', 'quarantined', 'dropped'], 'no patch is left half way').toContain(patch.state);
  }
  for (const workstream of run.workstreams.values()) {
    if (workstream.state === 'completed') checkDone(run, 'workstream', workstream.plan.workstreamId);
    expect(workstream.state, 'no workstream is left half way').not.toBe('validating');
  }
  if (run.state === 'succeeded') for (const phase of run.created.plan.phases) checkDone(run, 'phase', phase.phaseId);
  expect(run.openAcceptances.size, 'every judgement has ended').toBe(0);
  checkBlocked(run);
  checkHeld(result);
  expect(store.outbox.size).toBe(0);
  const rebuilt = replay(store.eventsOf(SIM_RUN));
  if (rebuilt === null) throw new Error('no events');
  const rows = allRows(rebuilt);
  for (const table of Object.keys(STATE_KEYS) as StateTable[]) {
    const sort = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort();
    expect(sort(rows[table] ?? []), `table ${table} is what its events give`).toEqual(
      sort(store.rowsOf(table, SIM_RUN)),
    );
  }
}

/** Only git has a direct change, so a ref holds it before its workspace goes and until it is committed. */
function checkHeld({ run, held, released }: SimulationResult): void {
  for (const change of run.directChanges.values()) {
    expect(['committed', 'kept', 'dropped'], 'no direct change is left half way').toContain(change.state);
    expect(held.has(change.changeId)).toBe(change.state !== 'committed');
    const release = released.find(({ attemptId }) => attemptId === change.attempt.attemptId);
    expect(release?.held.has(change.changeId), 'held before its workspace went').toBe(true);
  }
}

describe('simulated runs', { timeout: TIMEOUT_MS }, () => {
  test('a chain completes in order and one at a time', async () => {
    const tasks = ['a', 'b', 'c'].map((taskId, i, all) =>
      makeTask({ taskId, after: i === 0 ? [] : successOf(all[i - 1] ?? '') }),
    );
    const result = await simulate({ plan: makePlan({ tasks }), seed: 1, onCommit: checkLive });
    expect(result.run.state).toBe('succeeded');
    checkEnd(result);
  });

  test('sequential never has two tasks in hand', async () => {
    const tasks = Array.from({ length: 8 }, (_, index) => makeTask({ taskId: `t${index}` }));
    let most = 0;
    const plan = makePlan({ tasks, strategy: 'sequential' });
    const onCommit = (run: RunNode) => {
      most = Math.max(most, run.running + run.validating);
    };
    const result = await simulate({ plan, seed: 2, onCommit });
    expect(result.run.state).toBe('succeeded');
    expect(most).toBe(1);
  });

  test('in a sequential plan a dag workstream runs its own tasks side by side, and the others wait', async () => {
    const of = (workstreamId: string, count: number) =>
      Array.from({ length: count }, (_, at) => makeTask({ taskId: `${workstreamId}${at}`, workstreamId }));
    const workstreams = [
      makeWorkstream({ workstreamId: 'A', strategy: 'dag' }),
      makeWorkstream({ workstreamId: 'B', strategy: 'sequential', after: ['A'] }),
    ];
    const chained = of('B', 3).map((task, at) => (at === 0 ? task : { ...task, after: successOf(`B${at - 1}`) }));
    const plan = makePlan({ tasks: [...of('A', 3), ...chained], workstreams, strategy: 'sequential' });
    const most = { A: 0, B: 0 };
    const onCommit = (run: RunNode) => {
      const inHand = (id: string) =>
        [...run.tasks.values()].filter(
          ({ plan: { workstreamId }, state }) => workstreamId === id && (state === 'running' || state === 'validating'),
        ).length;
      const [a, b] = [inHand('A'), inHand('B')];
      expect(Math.min(a, b), 'never both').toBe(0);
      most.A = Math.max(most.A, a);
      most.B = Math.max(most.B, b);
    };
    const result = await simulate({ plan, seed: 4, onCommit });
    expect(result.run.state).toBe('succeeded');
    expect(most).toEqual({ A: 3, B: 1 });
  });

  test('independent tasks fill every slot', async () => {
    const tasks = Array.from({ length: 8 }, (_, index) => makeTask({ taskId: `t${index}` }));
    let most = 0;
    const onCommit = (run: RunNode) => {
      most = Math.max(most, run.running);
    };
    await simulate({ plan: makePlan({ tasks }), seed: 3, maxParallel: 4, onCommit });
    expect(most).toBe(4);
  });

  test('random plans without trouble succeed', async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const result = await simulate({ plan: randomPlan(seed), seed, onCommit: checkLive });
      expect(result.run.state, `seed ${seed}`).toBe('succeeded');
      checkEnd(result);
    }
  });

  test('random plans with trouble end, and what failed halts only what comes after it', async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      checkEnd(await simulate({ plan: randomPlan(seed), seed, troubleChance: 0.15, onCommit: checkLive }));
    }
  });

  test('crashes between any two commits lose nothing and double nothing', async () => {
    let crashes = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const result = await simulate({ plan: randomPlan(seed), seed, crashChance: 0.2, onCommit: checkLive });
      expect(result.run.state, `seed ${seed}`).toBe('succeeded');
      checkEnd(result);
      crashes += result.crashes;
    }
    expect(crashes).toBeGreaterThan(SEEDS);
  });

  test('direct edits among patches keep every promise through crashes and trouble', async () => {
    let direct = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const plan = randomPlan(seed, 0.5);
      const calm = await simulate({ plan, seed, crashChance: 0.2, onCommit: checkLive });
      expect(calm.run.state, `seed ${seed}`).toBe('succeeded');
      checkEnd(calm);
      direct += calm.run.directChanges.size;
      checkEnd(await simulate({ plan, seed, crashChance: 0.15, troubleChance: 0.15, onCommit: checkLive }));
      checkEnd(await simulate({ plan, seed, crashChance: 0.1, cancelAt: 5 + (seed % 40), onCommit: checkLive }));
    }
    expect(direct).toBeGreaterThan(SEEDS);
  });

  test('crashes and trouble together still end in order', async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const options = { plan: randomPlan(seed), seed, crashChance: 0.15, troubleChance: 0.1, onCommit: checkLive };
      checkEnd(await simulate(options));
    }
  });

  test('a cancelled run ends canceled and keeps every patch', async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const result = await simulate({ plan: randomPlan(seed), seed, cancelAt: 3 + (seed % 9), onCommit: checkLive });
      expect(['canceled', 'succeeded']).toContain(result.run.state);
      checkEnd(result);
    }
  });
});
