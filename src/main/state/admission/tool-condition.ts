// The condition about tools of the project: shut off, at rest, or as many starts as it may have.
import type { RunNode, TaskNode, ToolNode } from '../run-state.ts';
import { MINUTE_MS, routeNow, toolHold } from '../tools.ts';
import type { Hold, TaskCondition, Waiting } from './condition.ts';
import { freeKey } from './holds.ts';

const PREFIX = 'tool:';
const SEPARATOR = '|';
const NAMES_SHOWN = 4;

export const TOOL: TaskCondition = {
  name: 'tool',
  of: 'task',
  hold: (run, task) => {
    if (run.tools.size === 0) return null;
    const choice = routeNow(run, task);
    if (choice === null) return isHeld(run, task.tool) ? holdFor(run, [task.tool]) : null;
    return 'waitsFor' in choice ? holdFor(run, choice.waitsFor) : null;
  },
};

function isHeld(run: RunNode, toolId: string): boolean {
  const tool = run.tools.get(toolId);
  return tool !== undefined && toolHold(tool) !== null;
}

/** Tasks under one key wait for just the same tools, so that room for one of them is room for each. */
function holdFor(run: RunNode, names: readonly string[]): Hold {
  return { key: `${PREFIX}${names.join(SEPARATOR)}`, explain: () => explain(run, names) };
}

/** The first tool speaks for all: it is the one that the rule prefers. */
function explain(run: RunNode, names: readonly string[]): Waiting {
  const found = names.flatMap((name) => run.tools.get(name) ?? []);
  const reasons = found.map((tool) => toolHold(tool)?.reason).filter((reason) => reason !== undefined);
  const frees = found.map((tool) => freesTool(tool));
  return { reason: `${reasons.join('; ')}.`, freedBy: [...new Set(frees)].join(', or ') };
}

/** What ends the hold, in words. */
function freesTool({ toolId, state, until, limitedUntil, active, definition, starts }: ToolNode): string {
  if (state === 'open' && until !== null) return `the time ${until} or \`patchbay tools reset ${toolId}\``;
  if (state === 'half_open') return `the end of ${namesOf(active)}`;
  if (limitedUntil !== null) return `the time ${limitedUntil}`;
  if (definition.maxParallel !== null && active.size >= definition.maxParallel) return `the end of ${namesOf(active)}`;
  return `the time ${new Date((starts[0] ?? 0) + MINUTE_MS).toISOString()}`;
}

function namesOf(active: ToolNode['active']): string {
  const names = [...active].map((attempt) => attempt.task.plan.taskId);
  return names.slice(0, NAMES_SHOWN).join(', ');
}

/** A start of the tool is possible again: the first task under each key that names it is offered. */
export function freeTool(run: RunNode, toolId: string): void {
  for (const key of [...run.holds.keys()]) if (namesTool(key, toolId)) freeKey(run, key);
}

/** Whether a task stands aside for the tool. */
export function isAwaited(run: RunNode, toolId: string): boolean {
  for (const key of run.holds.keys()) if (namesTool(key, toolId)) return true;
  return false;
}

function namesTool(key: string, toolId: string): boolean {
  return key.startsWith(PREFIX) && key.slice(PREFIX.length).split(SEPARATOR).includes(toolId);
}

/** The tool that the task would get now. */
export function toolNow(run: RunNode, task: TaskNode): string {
  const choice = routeNow(run, task);
  return choice !== null && 'toolId' in choice ? choice.toolId : task.tool;
}
