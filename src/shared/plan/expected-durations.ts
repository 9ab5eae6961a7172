// How long each task of a plan is expected to take, and what that expectation rests on.
import type { Durations } from '../domain/durations.ts';
import type { Plan, TaskPlan } from './plan.ts';

/**
 * From the best to the weakest: earlier runs of this task, earlier runs of other tasks with its tool, what the plan
 * itself says (a script names its waits), a figure for tools of its sort. A task for a person is not counted.
 */
export type DurationBasis = 'task_history' | 'tool_history' | 'declared' | 'default' | 'person';

export interface ExpectedDuration {
  readonly ms: number;
  readonly basis: DurationBasis;
  /** Earlier attempts behind it; 0 without a history. */
  readonly samples: number;
}

/** What earlier runs say about a task, itself or its tool. */
export interface KnownDuration {
  readonly ms: number;
  readonly basis: 'task_history' | 'tool_history';
}

/** Only what rests on earlier runs, for the order of ready tasks: the rest is guessed the same way for all of them. */
export function knownDurations(plan: Plan, history: Durations): Readonly<Record<string, KnownDuration>> {
  const known: Record<string, KnownDuration> = {};
  for (const [taskId, { ms, basis }] of expectedDurations(plan, history)) {
    if (basis === 'task_history' || basis === 'tool_history') known[taskId] = { ms, basis };
  }
  return known;
}

/** Assumed of tools that never ran here. An AI tool works minutes on a task, a command seconds; no measurement stands behind either. */
export const DEFAULT_TOOL_MS = 300_000;
export const DEFAULT_COMMAND_MS = 10_000;
/** Capture, rules and commit of a patch in a repository of 10 000 files, as measured (performance.md §3e). */
export const LANDING_MS = 100;
/** A script's edits themselves, with its process and its workspace. */
export const SCRIPT_MS = 1_000;
/** Assumed of gates that never ran here. */
export const DEFAULT_GATE_MS = 10_000;

/** Task id → expectation. The same task of the same plan counts most; a task of that id in another plan comes next. */
export function expectedDurations(plan: Plan, history: Durations): ReadonlyMap<string, ExpectedDuration> {
  const ofPlan = new Map<string, ExpectedDuration>();
  const ofTask = new Map<string, ExpectedDuration>();
  for (const { planId, taskId, toolId, medianMs, samples } of history.tasks) {
    const expected = { ms: medianMs, basis: 'task_history', samples } as const;
    if (planId === plan.planId) ofPlan.set(`${taskId}\n${toolId}`, expected);
    ofTask.set(`${taskId}\n${toolId}`, expected);
  }
  const ofTool = new Map(history.tools.map((tool) => [tool.toolId, tool]));
  const expect = (task: TaskPlan): ExpectedDuration => {
    if (task.launch.kind === 'person') return { ms: 0, basis: 'person', samples: 0 };
    const key = `${task.taskId}\n${task.tool}`;
    return ofPlan.get(key) ?? ofTask.get(key) ?? withoutHistory(task, ofTool.get(task.tool));
  };
  return new Map(plan.tasks.map((task) => [task.taskId, expect(task)]));
}

/** A script's own waits say more about it than other scripts do. */
export function withoutHistory({ launch }: TaskPlan, tool?: Durations['tools'][number]): ExpectedDuration {
  if (launch.kind === 'script') {
    const seconds = launch.script.attempts[0]?.waitSeconds ?? 0;
    return { ms: SCRIPT_MS + seconds * 1000, basis: 'declared', samples: 0 };
  }
  if (launch.kind === 'patch') return { ms: SCRIPT_MS, basis: 'declared', samples: 0 };
  if (tool !== undefined) return { ms: tool.medianMs, basis: 'tool_history', samples: tool.samples };
  return { ms: launch.kind === 'command' ? DEFAULT_COMMAND_MS : DEFAULT_TOOL_MS, basis: 'default', samples: 0 };
}

/** Gate id → milliseconds; a gate that is not in it takes {@link DEFAULT_GATE_MS}. */
export function expectedGates(history: Durations): ReadonlyMap<string, number> {
  return new Map(history.gates.map((gate) => [gate.gateId, gate.medianMs]));
}
