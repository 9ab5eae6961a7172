// What `plan` and `run --strategy validate-only` answer: the plan as it would run, with what the forecast rests on.
import { criticalPath } from '../../../shared/plan/critical-path.ts';
import { policyLines } from '../../../shared/plan/effective-policy.ts';
import type { DurationBasis } from '../../../shared/plan/expected-durations.ts';
import type { LoadedPlan } from '../../../shared/plan/load-plan.ts';
import type { Plan, TaskPlan } from '../../../shared/plan/plan.ts';
import { toolsOf } from '../../../shared/plan/tool-definition.ts';
import { waveCount, waves } from '../../../shared/plan/waves.ts';
import type { RunForecast, TaskForecast } from '../../engine/rehearsal/forecast-run.ts';
import { problemDocument } from './problem-lines.ts';

export interface PlanForecast {
  readonly plan: Plan;
  readonly forecast: RunForecast;
  readonly maxParallel: number;
  /** Earlier runs that were looked at. */
  readonly runs: number;
}

export type PlanDocument = ReturnType<typeof planDocument>;

/** `made` is null where the plan cannot run. */
export function planDocument(loaded: LoadedPlan, made: PlanForecast | null) {
  const overlaps = loaded.overlaps.map(({ a, b, globs }) => ({ a, b, globs }));
  const problems = loaded.problems.map(problemDocument);
  const shape = made === null ? NOTHING : shapeOf(made);
  const { tasks, policies, waves: count, critical_path, forecast } = shape;
  return { ok: made !== null, tasks, policies, waves: count, critical_path, overlaps, forecast, problems };
}

type Shape = ReturnType<typeof shapeOf> | typeof NOTHING;

const NOTHING = {
  tasks: [],
  policies: [],
  waves: 0,
  critical_path: [],
  forecast: { seconds: null, micro_usd: null, basis: 'unknown' },
} as const satisfies Partial<Record<keyof ReturnType<typeof shapeOf>, unknown>>;

function shapeOf(made: PlanForecast) {
  const { plan, forecast } = made;
  const wave = waves(plan);
  const expected = new Map(forecast.tasks.map((task) => [task.taskId, task]));
  return {
    tasks: plan.tasks.map((task) => taskDocument(task, wave.get(task.taskId) ?? 0, expected.get(task.taskId))),
    policies: plan.policies.map(policyLines),
    waves: waveCount(wave),
    critical_path: criticalPath(plan, (taskId) => expected.get(taskId)?.ms ?? 0),
    forecast: forecastDocument(made),
  };
}

function taskDocument(task: TaskPlan, wave: number, expected?: TaskForecast) {
  const { taskId, after, tool, route, patchMode, policy } = task;
  return {
    id: taskId,
    after: after.map((edge) => edge.task),
    wave,
    tool,
    // The rule that gives it: the plan itself, or one of the router.
    rule: route?.rule ?? 'plan',
    strategy: route?.strategy ?? 'fixed',
    tools: route === undefined ? [tool] : toolsOf(route),
    patch_mode: patchMode.on,
    patch_mode_by: patchMode.by,
    patch_mode_place: patchMode.place,
    policy,
    expected_seconds: seconds(expected?.ms ?? 0),
    basis: expected?.basis ?? 'default',
    samples: expected?.samples ?? 0,
    starts_at_seconds: expected?.startMs == null ? null : seconds(expected.startMs),
  };
}

function forecastDocument({ plan, forecast, maxParallel, runs }: PlanForecast) {
  const { totalMs, sequentialMs, parallelUsed, bases, method } = forecast;
  const isFree = plan.tools === undefined && plan.tasks.every(({ launch }) => launch.kind !== 'other');
  return {
    seconds: seconds(totalMs),
    // Scripts, commands of the plan and people cost nothing by themselves; of other tools no price is known.
    micro_usd: isFree ? 0 : null,
    basis: weakest(bases),
    cost_basis: isFree ? 'estimated' : 'unknown',
    method,
    sequential_seconds: seconds(sequentialMs),
    speedup: totalMs === 0 ? 1 : Math.round((sequentialMs / totalMs) * 100) / 100,
    max_parallel: maxParallel,
    max_parallel_used: parallelUsed,
    history_runs: runs,
    time_basis: bases,
    what_if: forecast.whatIf.map(({ workers, totalMs: ms }) => ({ workers, seconds: seconds(ms) })),
  };
}

/** `history` only where every task was timed before; a forecast is no better than its weakest part. */
function weakest(bases: RunForecast['bases']): 'history' | 'tool_history' | 'estimated' {
  const has = (basis: DurationBasis) => (bases[basis] ?? 0) > 0;
  if (has('default') || has('declared')) return 'estimated';
  return has('tool_history') ? 'tool_history' : 'history';
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

export type ForecastDocument = Shape['forecast'];
