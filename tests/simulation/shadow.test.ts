// Shadowed runs in virtual time: the comparison is made once, survives crashes, and says what the dag would have done.
import { expect, test } from 'vitest';
import { replay } from '../../src/main/state/evolve.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { randomPlan } from './random-plan.ts';
import { SIM_RUN, simulate } from './simulate.ts';

const SEEDS = Math.min(Number(process.env['PATCHBAY_SEEDS'] ?? 60), 200);

/** The plan one task after the other, with itself as the dag beside it. */
function shadowed(plan: Plan): Plan {
  const ids = plan.tasks.map((task) => task.taskId);
  return {
    ...plan,
    strategy: 'sequential',
    tasks: plan.tasks.map((task, at) => {
      const before = ids[at - 1];
      const isChained = before === undefined || task.after.some((edge) => edge.task === before);
      return isChained ? task : { ...task, after: [...task.after, { task: before, edge: 'finish' as const }] };
    }),
    workstreams: plan.workstreams.map((one) => ({ ...one, strategy: 'sequential' })),
    shadow: {
      taskAfter: Object.fromEntries(plan.tasks.map((task) => [task.taskId, task.after])),
      workstreams: Object.fromEntries(
        plan.workstreams.map((one) => [one.workstreamId, { after: one.after, strategy: 'dag' as const }]),
      ),
    },
  };
}

/** Workstreams of a phase that depend on each other's tasks crosswise cannot be chained as these plans are. */
function withOneWorkstream(plan: Plan): Plan {
  const tasks = plan.tasks.filter((task) => task.phaseId === 'PH').map((task) => ({ ...task, workstreamId: 'A' }));
  const workstreams = plan.workstreams
    .filter((one) => one.workstreamId === 'A')
    .map((one) => ({ ...one, acceptance: null }));
  return {
    ...plan,
    tasks,
    workstreams,
    phases: plan.phases.slice(0, 1).map((phase) => ({ ...phase, acceptance: null })),
  };
}

test('a shadowed run is compared once, at its end, whatever crashes on the way', async () => {
  let compared = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const plan = withOneWorkstream(randomPlan(seed, 0.2));
    if (plan.workstreams.length === 0) continue;
    const { run, store } = await simulate({ plan: shadowed(plan), seed, crashChance: 0.05, troubleChance: 0.1 });
    const kinds = store.eventsOf(SIM_RUN).map((event) => event.kind);
    expect(
      kinds.filter((kind) => kind === 'shadow-compared'),
      `seed ${seed}`,
    ).toHaveLength(1);
    expect(kinds.at(-1) === 'run-finished' || kinds.indexOf('shadow-compared') < kinds.indexOf('run-finished')).toBe(
      true,
    );
    const report = run.shadow?.report ?? null;
    expect(report, run.shadow?.reason ?? '').not.toBeNull();
    if (report === null) continue;
    compared += 1;

    expect(report.tasks).toHaveLength(plan.tasks.length);
    expect(report.dagParallel).toBeLessThanOrEqual(report.maxParallel);
    expect(replay(store.eventsOf(SIM_RUN))?.shadow).toEqual(run.shadow);
  }
  expect(compared).toBeGreaterThan(SEEDS / 2);
}, 120_000);
