// Tools of a project for tests, and tasks that the router gives them.

import type { TaskPlan } from '../../src/shared/plan/plan.ts';
import { taskForTool } from '../../src/shared/plan/task-for-tool.ts';
import type { TaskRoute, ToolDefinition } from '../../src/shared/plan/tool-definition.ts';
import { makeTask, type TaskSketch } from './make-plan.ts';

export function makeTool(toolId: string, more: Partial<ToolDefinition> = {}): ToolDefinition {
  return {
    toolId,
    argv: [toolId],
    stdin: '{prompt}',
    successExit: [0],
    litter: [],
    env: {},
    taskKinds: null,
    domains: null,
    givesPatch: true,
    maxParallel: null,
    startsPerMinute: null,
    timeoutMs: null,
    idleTimeoutMs: null,
    breaker: { failures: 5, cooldownMs: 60_000 },
    ...more,
  };
}

export function makeRoute(candidates: readonly string[], more: Partial<TaskRoute> = {}): TaskRoute {
  return { rule: 'rule', strategy: 'fixed', candidates, fallbacks: [], attemptsPerTool: 3, ...more };
}

/** A task that a rule gives a tool; it may ask each as often as one may be asked. */
export function makeRoutedTask(sketch: TaskSketch, route: TaskRoute): TaskPlan {
  const maxAttempts = route.attemptsPerTool * (route.candidates.length + route.fallbacks.length);
  const task = makeTask({ maxAttempts, prompt: 'Do it.', ...sketch, route });
  return taskForTool(task, makeTool(route.candidates[0] ?? ''));
}

/** A task whose plan names the tool. */
export function makeToolTask(sketch: TaskSketch, toolId: string): TaskPlan {
  return taskForTool(makeTask({ prompt: 'Do it.', ...sketch }), makeTool(toolId));
}
