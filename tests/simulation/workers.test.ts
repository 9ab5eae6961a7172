// Workers whose tools stall, in many seeded runs: they are given up in time, and what they still report counts for nothing.
import { expect, test } from 'vitest';
import { replay } from '../../src/main/state/evolve.ts';
import { allRows } from '../../src/main/state/rows.ts';
import type { RunNode } from '../../src/main/state/run-state.ts';
import { LIMITS } from '../../src/shared/domain/limits.ts';
import { present } from '../../src/shared/lib/assert.ts';
import { makePlan, makeTask } from '../fakes/make-plan.ts';
import { randomPlan } from './random-plan.ts';
import { SIM_RUN, type SimulationResult, simulate } from './simulate.ts';

const SEEDS = Number(process.env['PATCHBAY_SEEDS'] ?? 60);
const TIMEOUT_MS = 30_000 + SEEDS * 100;

/** What must hold at every commit. */
function checkPool(run: RunNode): void {
  const usable = [...run.pool].filter(({ quarantined, state }) => quarantined === null && state !== 'DRAINING');
  expect(usable.length).toBeLessThanOrEqual(run.maxParallel);
  for (const worker of run.workers.values()) {
    const inHand = worker.attempt;
    expect(inHand !== null && worker.state !== 'BUSY' && worker.state !== 'DRAINING', 'only who is busy has work').toBe(
      false,
    );
    if (worker.state === 'BUSY') expect(inHand?.endedAt).toBe(null);
    if (worker.quarantined !== null) expect(worker.lease).toBe(null);
  }
}

function checkEnd({ run, store, integrated, stalls }: SimulationResult): void {
  expect(run.pool.size, 'no worker outlives its run').toBe(0);
  const events = store.eventsOf(SIM_RUN);
  const leases = events.flatMap((event) =>
    event.kind === 'attempt-created' ? [present(event.data.lease, 'lease')] : [],
  );
  expect(leases, 'leases grow').toEqual(leases.map((_, index) => index + 1));
  const lost = [...run.attempts.values()].filter((attempt) => attempt.lost !== null);
  for (const attempt of lost) {
    expect(attempt.failure?.code).toBe('E_WORKER_LOST');
    const changes = [...attempt.task.patches, ...attempt.task.directChanges].filter((one) => one.attempt === attempt);
    expect(
      changes.every(({ created }) => created.recovered),
      'what it wrote is kept aside',
    ).toBe(true);
  }
  expect(events.filter(({ kind }) => kind === 'report-ignored').length).toBeLessThanOrEqual(stalls.late);
  const committed = [...run.patches.values(), ...run.directChanges.values()].filter(
    ({ state }) => state === 'committed',
  );
  expect(integrated.length, 'nothing is integrated for a late report').toBe(committed.length);
  checkQuarantines(run, events);
  expect(allRows(present(replay(events), 'a run'))).toEqual(allRows(run));
}

/** Nobody is given an attempt while in quarantine, and nobody waits longer for it than two heartbeats and the look after them. */
function checkQuarantines(run: RunNode, events: ReturnType<SimulationResult['store']['eventsOf']>): void {
  const held = new Set<string>();
  const started = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'worker-quarantined') {
      held.add(event.id);
      const since = started.get(event.data.attemptId ?? '') ?? 0;
      const allowed = (LIMITS.heartbeatsMissed + 1) * run.created.health.heartbeatMs + 1000;
      expect(Date.parse(event.at) - since).toBeLessThanOrEqual(allowed);
    }
    if (event.kind === 'attempt-started') started.set(event.id, Date.parse(event.at));
    if (event.kind === 'attempt-created') expect(held.has(event.data.workerId ?? '')).toBe(false);
  }
}

test('tools that stall cost a worker and an attempt, never the run', { timeout: TIMEOUT_MS }, async () => {
  const counts: Record<string, number> = {};
  let ignored = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const plan = randomPlan(seed);
    const result = await simulate({ plan, seed, stallChance: 0.3, troubleChance: 0.1, onCommit: checkPool });
    checkEnd(result);
    for (const [kind, count] of Object.entries(result.stalls)) counts[kind] = (counts[kind] ?? 0) + count;
    ignored += result.store.eventsOf(SIM_RUN).filter(({ kind }) => kind === 'report-ignored').length;
  }
  // Every kind of stall was met, and late reports were heard and written down.
  for (const kind of ['silent', 'stopped', 'hungry', 'gone', 'late']) expect(counts[kind]).toBeGreaterThan(0);
  expect(ignored).toBeGreaterThan(0);
});

test('crashes between any two commits and stalls together still end in order', { timeout: TIMEOUT_MS }, async () => {
  let crashes = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const options = { stallChance: 0.2, crashChance: 0.02, troubleChance: 0.1 };
    const result = await simulate({ plan: randomPlan(seed), seed, ...options, onCommit: checkPool });
    checkEnd(result);
    crashes += result.crashes;
  }
  expect(crashes).toBeGreaterThan(0);
});

test('a run that is cancelled while its tools stall ends all the same', async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const plan = makePlan({ tasks: ['a', 'b', 'c'].map((taskId) => makeTask({ taskId })) });
    const result = await simulate({ plan, seed, stallChance: 0.9, cancelAt: 6, onCommit: checkPool });
    expect(result.run.endedAt).not.toBe(null);
    checkEnd(result);
  }
});

test('a task that costs a worker each time fails, and names what cost them', async () => {
  const plan = makePlan({ tasks: [makeTask({ taskId: 'a', maxAttempts: 2 })] });
  const { run } = await simulate({ plan, seed: 1, stallChance: 1 });
  const task = present(run.tasks.get('a'), 'task a');
  expect([task.state, task.code, task.attempts.length]).toEqual(['failed', 'E_WORKER_LOST', 2]);
  expect(task.reason).toContain('it cost 2 workers');
});
