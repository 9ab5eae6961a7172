// Checks a plan, forecasts its run and says so; starts nothing, writes nothing, needs no repository.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { MergeOrder } from '../../../shared/domain/run.ts';
import type { Problem } from '../../../shared/lib/errors.ts';
import { type LoadedPlan, type LoadOptions, loadPlan } from '../../../shared/plan/load-plan.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { forecastRun } from '../../engine/rehearsal/forecast-run.ts';
import { readDocument } from '../../projects/read-document.ts';
import type { Invocation } from './cli-options.ts';
import { findInput } from './find-input.ts';
import { nearbyPatches, nearbyPolicies, nearbyRouter, nearbySettings } from './nearby-settings.ts';
import { type PlanForecast, planDocument } from './plan-document.ts';
import { planText } from './plan-text.ts';
import { problemLines } from './problem-lines.ts';

export interface ShowPlan {
  readonly options: LoadOptions;
  readonly maxParallel?: number | undefined;
  readonly mergeOrder?: MergeOrder | undefined;
}

/** 0, or 2 for a plan that cannot run. */
export async function showPlan(call: Invocation, file: string, order: ShowPlan): Promise<0 | 2> {
  const loaded = read(call, file, order.options);
  const made = loaded.plan === null ? null : await forecast(call, loaded.plan, order);
  const document = planDocument(loaded, made);
  const problems = loaded.problems.length > 0 ? [problemLines(loaded.problems, file)] : [];
  const text = () => (made === null ? `${file}: this plan cannot run` : planText(document));
  call.out.result(document, () => [...problems, text()].join('\n'));
  return made === null ? 2 : 0;
}

/** The text of a large plan is let go of with this. */
function read(call: Invocation, file: string, options: LoadOptions): LoadedPlan {
  const input = readDocument(findInput(call, file));
  return 'problem' in input ? unread(input.problem) : load(call, options, { file, text: input.text });
}

async function forecast(
  { ports, projectDir, dataDir, out }: Invocation,
  checked: Plan,
  { maxParallel = LIMITS.workers, mergeOrder = checked.mergeOrder }: ShowPlan,
): Promise<PlanForecast> {
  const { durations, problem } = await ports.readHistory({ projectDir, dataDir });
  if (problem !== null) out.complain(`Earlier runs could not be read, so the forecast does without them: ${problem}`);
  const plan = { ...checked, mergeOrder };
  return { plan, maxParallel, runs: durations.runs, forecast: forecastRun(plan, maxParallel, durations) };
}

function load(
  { projectDir, ports }: Invocation,
  options: LoadOptions,
  source: { readonly file: string; readonly text: string },
): LoadedPlan {
  const { settings, problems } = nearbySettings(projectDir);
  const policies = nearbyPolicies(projectDir, ports.appRoot);
  const router = nearbyRouter(projectDir, ports.appRoot, settings);
  const loaded = loadPlan({
    ...source,
    policies,
    patches: nearbyPatches(projectDir),
    router,
    options,
    ...(settings ? { project: settings } : {}),
  });
  const broken = problems.some((problem) => problem.severity === 'error');
  return { ...loaded, plan: broken ? null : loaded.plan, problems: [...problems, ...loaded.problems] };
}

function unread(problem: Problem): LoadedPlan {
  return { plan: null, problems: [problem], blockers: [], overlaps: [], schema: null };
}
