// The tools of a project as they stand in a run: whether one may start now, and which of a task's tools it would get.
import type { AttemptFailure } from '../../shared/domain/attempt.ts';
import { CLASS_POLICY, classOf } from '../../shared/domain/failure-class.ts';
import { addRecords } from '../../shared/domain/routing.ts';
import type { TaskPlan } from '../../shared/plan/plan.ts';
import { taskForTool } from '../../shared/plan/task-for-tool.ts';
import { type TaskRoute, toolsOf } from '../../shared/plan/tool-definition.ts';
import { chooseTool, type ToolChoice, type ToolHold, type ToolStanding } from '../scheduling/choose-tool.ts';
import type { AttemptNode, RunNode, TaskNode, ToolNode } from './run-state.ts';

export const MINUTE_MS = 60_000;

/** Why the tool may not start now; null where it may. Its breaker comes before what is merely full. */
export function toolHold(tool: ToolNode): ToolHold | null {
  const { toolId, definition, state, active, starts } = tool;
  if (state === 'open') return { kind: 'shut', reason: `${toolId} is shut off: ${tool.reason}` };
  if (state === 'half_open' && tool.probe !== null) {
    return { kind: 'shut', reason: `${toolId} was shut off, and one attempt tries whether it works again` };
  }
  if (tool.limitedUntil !== null) return { kind: 'shut', reason: `${toolId} rests: ${tool.limitReason}` };
  const { maxParallel, startsPerMinute } = definition;
  if (maxParallel !== null && active.size >= maxParallel) {
    return { kind: 'busy', reason: `${toolId} runs at most ${maxParallel} at once` };
  }
  if (startsPerMinute === null || starts.length < startsPerMinute) return null;
  return { kind: 'busy', reason: `${toolId} starts at most ${startsPerMinute} times a minute` };
}

/** The task's choice as it would be made now; null where its plan names the tool. */
export function routeNow(run: RunNode, task: TaskNode): ToolChoice | null {
  const { route } = task.plan;
  if (route === undefined) return null;
  const standings = new Map(toolsOf(route).flatMap((name) => standingOf(run, task, name)));
  return chooseTool({
    route,
    standings,
    current: task.routed ? task.tool : null,
    turn: run.turns.get(route.rule) ?? 0,
  });
}

function standingOf(run: RunNode, task: TaskNode, name: string): readonly (readonly [string, ToolStanding])[] {
  const tool = run.tools.get(name);
  if (tool === undefined || task.plan.route === undefined) return [];
  const { toolId } = tool;
  const record = addRecords(tool.history, tool.record);
  return [[name, { toolId, record, left: attemptsLeft(task, task.plan.route, name), hold: toolHold(tool) }]];
}

/** Whether another tool of the task's route, or the same, may still be asked. */
export function hasToolLeft(task: TaskNode): boolean {
  const { route } = task.plan;
  return route === undefined || toolsOf(route).some((name) => attemptsLeft(task, route, name) > 0);
}

function attemptsLeft(task: TaskNode, route: TaskRoute, name: string): number {
  let used = 0;
  for (const attempt of task.attempts) {
    if (attempt.tool !== name) continue;
    if (attempt.failure !== null && refusesForGood(attempt.failure)) return 0;
    if (attempt.failure === null || countsAgainstTool(attempt.failure)) used += 1;
  }
  return route.attemptsPerTool - used;
}

/** The same request to the same tool would end in the same way. */
export function refusesForGood(failure: AttemptFailure): boolean {
  const found = classOf(failure);
  return found !== null && !CLASS_POLICY[found].sameTool;
}

function countsAgainstTool(failure: AttemptFailure): boolean {
  const found = classOf(failure);
  if (found === null) return failure.code === 'E_NO_CHANGE' || failure.code === 'E_CANCELED';
  return CLASS_POLICY[found].counts;
}

/** The task as its attempt's tool gets it. */
export function plannedFor(run: RunNode, attempt: Pick<AttemptNode, 'task' | 'tool'>): TaskPlan {
  const tool = run.tools.get(attempt.tool);
  return tool === undefined ? attempt.task.plan : taskForTool(attempt.task.plan, tool.definition);
}
