// A tool that a project declares: how it is started, what it can do, and how much of it may be used at once.
import type { RoutingStrategy } from '../domain/routing.ts';

export interface ToolDefinition {
  readonly toolId: string;
  /** Program and arguments, with the places of task-for-tool.ts. */
  readonly argv: readonly string[];
  readonly stdin: string;
  readonly successExit: readonly number[];
  readonly litter: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The kinds of tasks and domains that it takes; null: all. */
  readonly taskKinds: readonly string[] | null;
  readonly domains: readonly string[] | null;
  /** False for a tool that only looks: it never gets a task whose work has to become a change. */
  readonly givesPatch: boolean;
  readonly maxParallel: number | null;
  readonly startsPerMinute: number | null;
  /** They tighten what a task allows. */
  readonly timeoutMs: number | null;
  readonly idleTimeoutMs: number | null;
  readonly breaker: { readonly failures: number; readonly cooldownMs: number };
}

/** Which tools a task may get, by which rule. Worked out when the plan is read; which of them it gets is decided at its start. */
export interface TaskRoute {
  readonly rule: string;
  readonly strategy: RoutingStrategy;
  /** The strategy chooses among these. Never empty. */
  readonly candidates: readonly string[];
  /** Asked in order when no candidate is left. */
  readonly fallbacks: readonly string[];
  /** After so many of its attempts a tool gives way to the next. */
  readonly attemptsPerTool: number;
}

/** Every tool of a route, those it begins with first. */
export function toolsOf({ candidates, fallbacks }: TaskRoute): readonly string[] {
  return [...candidates, ...fallbacks];
}
