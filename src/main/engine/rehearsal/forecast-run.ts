// How a run of a plan would go: rehearsed with the engine's own decisions and with durations of earlier runs.
import type { Durations } from '../../../shared/domain/durations.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { criticalPath } from '../../../shared/plan/critical-path.ts';
import {
  DEFAULT_GATE_MS,
  type DurationBasis,
  type ExpectedDuration,
  expectedDurations,
  expectedGates,
  knownDurations,
  LANDING_MS,
} from '../../../shared/plan/expected-durations.ts';
import type { Plan, TaskPlan } from '../../../shared/plan/plan.ts';
import type { Assumptions } from './rehearsal-world.ts';
import { type Rehearsal, type RunFacts, rehearse } from './rehearse.ts';
import { withoutPersons } from './without-persons.ts';

export interface TaskForecast extends ExpectedDuration {
  readonly taskId: string;
  /** From the start of the run; null where the run was not rehearsed. */
  readonly startMs: number | null;
}

export interface RunForecast {
  readonly totalMs: number;
  /** The same work, one task after the other. */
  readonly sequentialMs: number;
  /** Most tasks that run at once; null where the run was not rehearsed. */
  readonly parallelUsed: number | null;
  /** In plan order. */
  readonly tasks: readonly TaskForecast[];
  /** How many tasks rest on what. */
  readonly bases: Readonly<Partial<Record<DurationBasis, number>>>;
  /** `rehearsed`, or for plans too large for that `bounded`: no run can be faster. */
  readonly method: 'rehearsed' | 'bounded';
  /** The same plan with other numbers of workers, up to what it can use. Empty for large plans. */
  readonly whatIf: readonly { readonly workers: number; readonly totalMs: number }[];
}

/** Assumes that every task goes well at its first attempt, and that persons answer at once. */
export function forecastRun(plan: Plan, maxParallel: number, history: Durations): RunForecast {
  const expected = expectedDurations(plan, history);
  const gates = expectedGates(history);
  const gateMs = (gateId: string) => gates.get(gateId) ?? DEFAULT_GATE_MS;
  const ofTask = (task: TaskPlan) => expected.get(task.taskId)?.ms ?? 0;
  const landing = (task: TaskPlan) =>
    task.launch.kind === 'person' ? 0 : task.gates.reduce((sum, gateId) => sum + gateMs(gateId), LANDING_MS);
  const whole = (task: TaskPlan) => ofTask(task) + landing(task);
  const sequentialMs = plan.tasks.reduce((sum, task) => sum + whole(task), 0);
  const bases = countBases(expected);
  const shared = { sequentialMs, bases };
  if (plan.tasks.length > LIMITS.rehearsedTasks) {
    const totalMs = Math.max(longestChain(plan, whole), Math.ceil(sequentialMs / maxParallel));
    const tasks = plan.tasks.map((task) => taskForecast(task, expected, null));
    return { ...shared, totalMs, parallelUsed: null, tasks, method: 'bounded', whatIf: [] };
  }
  const assumed = assumptions(expected, gateMs);
  const facts = factsOf(withoutPersons(plan), knownDurations(plan, history));
  const play = (workers: number) => rehearse({ ...facts, maxParallel: workers }, assumed);
  const rehearsed = play(maxParallel);
  const starts = new Map(rehearsed.tasks.map((task) => [task.taskId, task.startMs]));
  return {
    ...shared,
    totalMs: rehearsed.endMs,
    parallelUsed: rehearsed.parallel,
    tasks: plan.tasks.map((task) => taskForecast(task, expected, starts.get(task.taskId) ?? null)),
    method: 'rehearsed',
    whatIf: plan.tasks.length > LIMITS.whatIfTasks ? [] : whatIf(play),
  };
}

function taskForecast(
  { taskId }: TaskPlan,
  expected: ReadonlyMap<string, ExpectedDuration>,
  startMs: number | null,
): TaskForecast {
  return { taskId, startMs, ...(expected.get(taskId) ?? { ms: 0, basis: 'default', samples: 0 }) };
}

function countBases(expected: ReadonlyMap<string, ExpectedDuration>): RunForecast['bases'] {
  const bases: Partial<Record<DurationBasis, number>> = {};
  for (const { basis } of expected.values()) bases[basis] = (bases[basis] ?? 0) + 1;
  return bases;
}

function assumptions(expected: ReadonlyMap<string, ExpectedDuration>, gateMs: (gateId: string) => number): Assumptions {
  return {
    attempt: ({ taskId }) => ({
      ms: expected.get(taskId)?.ms ?? 0,
      result: expected.get(taskId)?.basis === 'person' ? 'no_change' : 'patch',
      failure: null,
      verdict: 'lands',
      landMs: LANDING_MS,
    }),
    gateMs,
  };
}

/** With what a run of the plan would know of earlier runs, which is what its order rests on. */
function factsOf(plan: Plan, expected: ReturnType<typeof knownDurations>): Omit<RunFacts, 'maxParallel'> {
  const nowhere = { planFile: null, repository: '', base: '', baseRef: null };
  return { plan, expected, requestedBy: 'forecast', ...nowhere };
}

/** Twice the workers each time, until more of them change nothing. */
function whatIf(play: (workers: number) => Rehearsal): RunForecast['whatIf'] {
  const answers: { workers: number; totalMs: number }[] = [];
  for (let workers = 1; workers <= LIMITS.maxParallelMax; workers *= 2) {
    const { endMs, parallel } = play(workers);
    answers.push({ workers, totalMs: endMs });
    if (parallel < workers) break;
  }
  return answers;
}

function longestChain(plan: Plan, whole: (task: TaskPlan) => number): number {
  const byId = new Map(plan.tasks.map((task) => [task.taskId, whole(task)]));
  const of = (taskId: string) => byId.get(taskId) ?? 0;
  return criticalPath(plan, of).reduce((sum, taskId) => sum + of(taskId), 0);
}
