// `patchbay plan`: checks a plan and says how it would run; runs nothing, needs no repository.

import type { Problem } from '../../../../shared/lib/errors.ts';
import { criticalPath } from '../../../../shared/plan/critical-path.ts';
import { policyLines } from '../../../../shared/plan/effective-policy.ts';
import { type LoadedPlan, loadPlan } from '../../../../shared/plan/load-plan.ts';
import type { TaskPlan } from '../../../../shared/plan/plan.ts';
import { toolsOf } from '../../../../shared/plan/tool-definition.ts';
import { waveCount, waves } from '../../../../shared/plan/waves.ts';
import { readDocument } from '../../../projects/read-document.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import { findInput } from '../find-input.ts';
import { nearbyPolicies, nearbyRouter, nearbySettings } from '../nearby-settings.ts';
import { table } from '../output.ts';
import { problemDocument, problemLines } from '../problem-lines.ts';

export const addPlan: AddCommand = (program, act) => {
  program
    .command('plan')
    .description('check a plan and forecast how it would run')
    .argument('<file>', 'a plan or a workstream')
    .action(act((call, file: string) => plan(call, file)));
};

async function plan(call: Invocation, file: string): Promise<number> {
  const input = readDocument(findInput(call, file));
  const loaded = 'problem' in input ? unread(input.problem) : load(call, file, input.text);
  const document = { ok: loaded.plan !== null, ...forecast(loaded), problems: loaded.problems.map(problemDocument) };
  call.out.result(document, () => planText(loaded, document, file));
  return loaded.plan === null ? 2 : 0;
}

function load({ projectDir, ports }: Invocation, file: string, text: string): LoadedPlan {
  const { settings, problems } = nearbySettings(projectDir);
  const policies = nearbyPolicies(projectDir, ports.appRoot);
  const router = nearbyRouter(projectDir, ports.appRoot, settings);
  const loaded = loadPlan({ text, file, policies, router, ...(settings ? { project: settings } : {}) });
  const broken = problems.some((problem) => problem.severity === 'error');
  return { ...loaded, plan: broken ? null : loaded.plan, problems: [...problems, ...loaded.problems] };
}

function unread(problem: Problem): LoadedPlan {
  return { plan: null, problems: [problem], blockers: [], overlaps: [], schema: null };
}

function forecast({ plan: checked, overlaps }: LoadedPlan) {
  const pairs = overlaps.map(({ a, b, globs }) => ({ a, b, globs }));
  const unknown = { seconds: null, micro_usd: null, basis: 'unknown' };
  if (checked === null)
    return { tasks: [], policies: [], waves: 0, critical_path: [], overlaps: pairs, forecast: unknown };
  const wave = waves(checked);
  const seconds = new Map(checked.tasks.map((task) => [task.taskId, taskSeconds(task)]));
  const secondsOf = (taskId: string) => seconds.get(taskId) ?? 0;
  const path = criticalPath(checked, secondsOf);
  const sum = path.reduce((total, taskId) => total + secondsOf(taskId), 0);
  return {
    tasks: checked.tasks.map(({ taskId, after, tool, route, patchMode, policy }) => ({
      id: taskId,
      after: after.map((edge) => edge.task),
      wave: wave.get(taskId) ?? 0,
      tool,
      // The rule that gives it: the plan itself, or one of the router.
      rule: route?.rule ?? 'plan',
      strategy: route?.strategy ?? 'fixed',
      tools: route === undefined ? [tool] : toolsOf(route),
      patch_mode: patchMode.on,
      patch_mode_by: patchMode.by,
      patch_mode_place: patchMode.place,
      policy,
    })),
    policies: checked.policies.map(policyLines),
    waves: waveCount(wave),
    critical_path: path,
    overlaps: pairs,
    // Only the built-in tool's time and money are known without a history: its waits, and nothing.
    forecast: checked.tasks.every(isScript) ? { seconds: sum, micro_usd: 0, basis: 'estimated' } : unknown,
  };
}

function isScript({ launch }: TaskPlan): boolean {
  return launch.kind === 'script';
}

/** A task of unknown length counts one second, so that the longest chain is the one of most tasks. */
function taskSeconds({ launch }: TaskPlan): number {
  return 1 + (launch.kind === 'script' ? (launch.script.attempts[0]?.waitSeconds ?? 0) : 0);
}

function planText(loaded: LoadedPlan, document: ReturnType<typeof forecast>, file: string): string {
  const problems = loaded.problems.length > 0 ? [problemLines(loaded.problems, file)] : [];
  if (loaded.plan === null) return [...problems, `${file}: this plan cannot run`].join('\n');
  const rows = document.tasks.map((task) => [
    String(task.wave + 1),
    task.id,
    toolText(task),
    task.rule,
    modeText(task.patch_mode, task.patch_mode_place),
    task.after.join(' '),
  ]);
  const { seconds, basis } = document.forecast;
  return [
    ...problems,
    table(['WAVE', 'TASK', 'TOOL', 'RULE', 'WORK LANDS AS', 'AFTER'], rows),
    `${document.tasks.length} tasks in ${document.waves} waves; longest chain: ${document.critical_path.join(' → ')}`,
    seconds === null ? 'Time and cost: unknown before the first run' : `About ${seconds} s, no cost (${basis})`,
  ].join('\n');
}

/** The tools that a rule leaves, in its order; which one it will be is decided when the task starts. */
function toolText({ tools, strategy }: { readonly tools: readonly string[]; readonly strategy: string }): string {
  return tools.length === 1 || strategy === 'fixed' ? tools.join(', then ') : `${tools.join(', ')} (${strategy})`;
}

function modeText(patchMode: boolean, place: string): string {
  return `${patchMode ? 'patch' : 'direct edit'}${place === '' ? '' : ` (${place})`}`;
}
