// A day in the life of a service: one run of over a thousand tasks, eight at a time, each some minutes long.
import type { Edge, Plan, TaskPlan } from '../../../src/shared/plan/plan.ts';
import { makePlan, makeTask, makeWorkstream } from '../../fakes/make-plan.ts';
import { createDice, type Dice } from '../seeded-random.ts';
import type { WorldOrder } from './world-order.ts';

export const DAY_MS = 24 * 3_600_000;
const WORKERS = 8;
const STREAMS = 12;
const TOOL_MS = [2 * 60_000, 18 * 60_000] as const;
/** Fills the day: the mean of the tool's time on each worker. */
const TASKS = Math.ceil((DAY_MS * WORKERS) / ((TOOL_MS[0] + TOOL_MS[1]) / 2));
/** A crash costs a replay of the whole run, and a process that dies every hour is trouble enough. */
const RARE = {
  'crash-before-commit': 0.02,
  'crash-after-commit': 0.02,
  'crash-between-effects': 0.02,
  'crash-in-effect': 0.01,
  'report-lost': 0.02,
  'disk-full': 0.2,
  // What ends a run or its chance to go on would end the day, what slows it down would make it longer.
  'git-ref-moved': 0,
  'person-stops': 0,
  'person-cancels': 0,
  'person-pauses': 0,
  'person-skips': 0.1,
  'person-retries': 0.1,
  'person-resizes': 0,
  'person-drains': 0.2,
};

export function dayWorld(seed: number): WorldOrder {
  const dice = createDice(seed).stream('day world');
  return {
    seed,
    runs: [{ plan: dayPlan(dice), maxParallel: WORKERS, whenStuck: 'end', atMs: 0 }],
    pace: { toolMs: TOOL_MS, gateMs: [1_000, 40_000], gitMs: [5, 200] },
    ...{ limits: null, store: 'memory', snapshots: false, trouble: 0.3 },
    factors: RARE,
  };
}

/** Each task comes after some of those shortly before it; most only wait for their end, so that the day does not halt. */
function dayPlan(dice: Dice): Plan {
  const tasks = Array.from({ length: TASKS }, (_, at): TaskPlan => {
    const before = Array.from({ length: dice.between(0, 2) }, () => at - dice.between(8, 60)).filter(
      (index) => index >= 0,
    );
    return makeTask({
      taskId: `t${at}`,
      workstreamId: `S${at % STREAMS}`,
      after: [...new Set(before)].map(
        (index): Edge => ({ task: `t${index}`, edge: dice.chance(0.2) ? 'success' : 'finish' }),
      ),
      conflictGroup: dice.chance(0.05) ? `g${dice.between(1, 5)}` : null,
      critical: false,
      allowNoChange: dice.chance(0.5),
      priority: dice.between(-1, 1),
      gates: dice.chance(0.3) ? ['unit'] : [],
      maxAttempts: 5,
    });
  });
  const gate = {
    gateId: 'unit',
    kind: 'unit',
    argv: ['true'],
    shell: false,
    after: [],
    required: true,
    timeoutMs: 60_000,
  };
  return makePlan({
    tasks,
    gates: [{ ...gate, expectedExit: 0, env: {} }],
    workstreams: Array.from({ length: STREAMS }, (_, at) => makeWorkstream({ workstreamId: `S${at}` })),
  });
}
