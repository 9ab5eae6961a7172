// Gives the tasks of a random plan to tools of a project: some by name, some by a rule of the router.
import type { RoutingStrategy } from '../../src/shared/domain/routing.ts';
import type { Plan, TaskPlan } from '../../src/shared/plan/plan.ts';
import { taskForTool } from '../../src/shared/plan/task-for-tool.ts';
import type { ToolDefinition } from '../../src/shared/plan/tool-definition.ts';
import { makeRoute, makeTool } from '../fakes/make-tool.ts';
import { createDice, type Dice } from './seeded-random.ts';

/** Three tools with limits that bite, and breakers that open soon. */
export function withTools(plan: Plan, seed: number): Plan {
  const dice = createDice(seed).stream('tools');
  const limited = (toolId: string) =>
    makeTool(toolId, {
      maxParallel: dice.pick([null, 1, 2]),
      startsPerMinute: dice.pick([null, 1, 3]),
      breaker: { failures: dice.between(1, 4), cooldownMs: dice.pick([1_000, 60_000, 600_000]) },
    });
  const tools = [limited('x'), limited('y'), limited('z')] as const;
  const ruled = (strategy: RoutingStrategy) => {
    const [candidates, fallbacks] = dice.pick([
      [['x', 'y', 'z'], []],
      [['y', 'x'], ['z']],
      [['z'], ['y', 'x']],
    ]);
    return makeRoute(candidates, { rule: strategy, strategy, fallbacks, attemptsPerTool: dice.between(1, 3) });
  };
  const rules = [ruled('fixed'), ruled('round_robin'), ruled('auto')] as const;
  const given = (task: TaskPlan): TaskPlan => {
    if (dice.chance(0.3)) return task;
    const asked = { ...task, prompt: 'Do it.' };
    if (dice.chance(0.4)) return taskForTool(asked, dice.pick(tools));
    return routed(asked, dice.pick(rules), { tools, dice });
  };
  return { ...plan, tools, tasks: plan.tasks.map(given) };
}

function routed(
  task: TaskPlan,
  route: ReturnType<typeof makeRoute>,
  { tools, dice }: { readonly tools: readonly ToolDefinition[]; readonly dice: Dice },
): TaskPlan {
  const first = tools.find((tool) => tool.toolId === route.candidates[0]);
  const most = route.attemptsPerTool * (route.candidates.length + route.fallbacks.length);
  const whole = { ...task, route, maxAttempts: dice.chance(0.7) ? most : task.maxAttempts };
  return first === undefined ? whole : taskForTool(whole, first);
}
