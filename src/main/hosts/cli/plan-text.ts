// A plan as it would run, as text: its tasks with their waves, the longest chain, and how long it would take.
import { table } from './output.ts';
import type { PlanDocument } from './plan-document.ts';

/** Of a plan that can run. `problems` are lines to stand above it. */
export function planText({ tasks, waves, critical_path: path, forecast }: PlanDocument): string {
  const rows = tasks.map((task) => [
    String(task.wave + 1),
    task.id,
    toolText(task),
    task.rule,
    modeText(task.patch_mode, task.patch_mode_place),
    `${task.expected_seconds} s`,
    BASES[task.basis],
    task.after.join(' '),
  ]);
  return [
    table(['WAVE', 'TASK', 'TOOL', 'RULE', 'WORK LANDS AS', 'TAKES', 'AS', 'AFTER'], rows),
    `${tasks.length} tasks in ${waves} waves; longest chain: ${chainText(path)}`,
    ...(forecast.seconds === null || !('method' in forecast) ? [] : forecastLines(forecast)),
  ].join('\n');
}

const BASES = {
  task_history: 'before',
  tool_history: 'its tool before',
  declared: 'the plan says',
  default: 'assumed',
  person: 'not counted',
} as const;

/** The tools that a rule leaves, in its order; which one it will be is decided when the task starts. */
function toolText({ tools, strategy }: { readonly tools: readonly string[]; readonly strategy: string }): string {
  return tools.length === 1 || strategy === 'fixed' ? tools.join(', then ') : `${tools.join(', ')} (${strategy})`;
}

/** A chain of thousands says nothing to a person. */
function chainText(path: readonly string[]): string {
  if (path.length <= 24) return path.join(' → ');
  return `${path.slice(0, 12).join(' → ')} → … (${path.length - 24} more) → ${path.slice(-12).join(' → ')}`;
}

type Made = Extract<PlanDocument['forecast'], { readonly method: string }>;

function forecastLines(made: Made): readonly string[] {
  const { seconds, sequential_seconds, speedup, max_parallel, max_parallel_used, micro_usd, what_if } = made;
  const cost = micro_usd === 0 ? 'no cost' : 'cost unknown';
  const others = what_if.map((one) => `${one.workers}: ${one.seconds} s`).join(', ');
  const used = max_parallel_used === null ? 'at best' : `${max_parallel_used} of ${max_parallel} workers used`;
  return [
    `About ${seconds} s, ${cost} (${basisText(made)}); one after the other ${sequential_seconds} s, ${speedup} times as long; ${used}`,
    ...(others === '' ? [] : [`With other numbers of workers: ${others}`]),
  ];
}

function basisText({ basis, history_runs: runs }: Made): string {
  const earlier = `${runs} earlier ${runs === 1 ? 'run' : 'runs'}`;
  switch (basis) {
    case 'history':
      return `as in ${earlier}`;
    case 'tool_history':
      return `as its tools took in ${earlier}`;
    case 'estimated':
      return runs === 0 ? 'estimated, without earlier runs' : `estimated in part, the rest as in ${earlier}`;
  }
}

function modeText(patchMode: boolean, place: string): string {
  return `${patchMode ? 'patch' : 'direct edit'}${place === '' ? '' : ` (${place})`}`;
}
