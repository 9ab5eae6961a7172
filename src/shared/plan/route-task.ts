// Which tools a task may get: rules in order, the first that matches fully and leaves a tool decides. Pure and total.
import { LIMITS } from '../domain/limits.ts';
import type { RoutingStrategy } from '../domain/routing.ts';
import { KNOWN_TOOLS } from './known-tools.ts';
import { complexityWord } from './read-classification.ts';
import type { RouterApp, RouterConfig, RouterRule } from './read-router.ts';
import { asksForPrompt } from './task-for-tool.ts';
import type { TaskRoute, ToolDefinition } from './tool-definition.ts';

/** What rules look at. */
export interface RouteRequest {
  readonly kind: string;
  readonly riskTier: string | null;
  readonly complexity: string | null;
  readonly domain: string | null;
  /** False only where a task may end without having changed anything. */
  readonly needsPatch: boolean;
}

export interface RoutedBy {
  readonly route: TaskRoute;
  /** Apps that check the result, as gates. */
  readonly validators: readonly RouterApp[];
  /** Whether they have to pass. */
  readonly mustPass: boolean;
  /** For tasks that say none. */
  readonly timeoutMs: number | null;
}

export type RouteAnswer = RoutedBy | { readonly refusal: string; readonly advice: string };

export interface Router {
  /** Tools that can be started by their name: the project's, and apps that say how they are called. */
  readonly tools: ReadonlyMap<string, ToolDefinition>;
  route(request: RouteRequest): RouteAnswer;
}

/** What a router is made of; a file of the project takes the place of the one that Patchbay brings along. */
export interface RouterParts {
  readonly own: RouterConfig | null;
  readonly shipped: RouterConfig | null;
  readonly declared: readonly ToolDefinition[];
}

/** The rule by which a project's tools are taken where no rule of its file gives one. */
export const PROJECT_TOOLS_RULE = 'project-tools';

export function createRouter(parts: RouterParts): Router {
  const tools = new Map<string, ToolDefinition>();
  for (const tool of parts.declared) tools.set(tool.toolId, tightened(tool, parts.own?.apps.get(tool.toolId)));
  for (const config of [parts.own, parts.shipped]) {
    for (const app of config?.apps.values() ?? []) {
      const isTaken = tools.has(app.name) || NEEDS_BLOCK.includes(app.name);
      if (!isTaken && app.kind === 'tool' && app.hasArguments) tools.set(app.name, toolOfApp(app));
    }
  }
  const known = new Map<string, RouteAnswer>();
  const route = (request: RouteRequest) => {
    const key = JSON.stringify(request);
    const answer = known.get(key) ?? routeBy(request, parts, tools);
    known.set(key, answer);
    return answer;
  };
  return { tools, route };
}

/** The built-in ones do what a block of the task says, so no rule can give them a task without one. */
const NEEDS_BLOCK: readonly string[] = ['script', 'command'];

function tightened(tool: ToolDefinition, app: RouterApp | undefined): ToolDefinition {
  if (app === undefined) return tool;
  return {
    ...tool,
    taskKinds: both(tool.taskKinds, app.taskKinds),
    domains: both(tool.domains, app.domains),
    givesPatch: tool.givesPatch && app.kind === 'tool',
    maxParallel: least(tool.maxParallel, app.maxParallel),
    timeoutMs: least(tool.timeoutMs, app.timeoutMs),
  };
}

function both(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  return a.filter((one) => b.includes(one));
}

function least(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function toolOfApp(app: RouterApp): ToolDefinition {
  const { name, argv, taskKinds, domains, maxParallel, timeoutMs } = app;
  return {
    toolId: name,
    argv,
    stdin: asksForPrompt(argv) ? '' : '{prompt}',
    successExit: [0],
    litter: [],
    env: {},
    taskKinds,
    domains,
    givesPatch: true,
    maxParallel,
    startsPerMinute: null,
    timeoutMs,
    idleTimeoutMs: null,
    breaker: { failures: LIMITS.breakerFailures, cooldownMs: LIMITS.breakerCooldownMs },
  };
}

type Tools = ReadonlyMap<string, ToolDefinition>;

function routeBy(request: RouteRequest, { own, shipped, declared }: RouterParts, tools: Tools): RouteAnswer {
  const refused: string[] = [];
  const tryRules = (config: RouterConfig | null): RouteAnswer | null => {
    for (const rule of config?.rules ?? []) {
      if (config === null || !matches(rule, request)) continue;
      const answer = answerOf({ rule, config, request, tools });
      if ('route' in answer) return answer;
      if (rule.required === true) return answer;
      refused.push(answer.refusal);
    }
    return null;
  };
  const ofProject = (): RouteAnswer | null => {
    const candidates = declared.map((tool) => tool.toolId).filter((id) => whyNot(id, request, tools) === null);
    if (candidates.length === 0) return null;
    const rule = { id: PROJECT_TOOLS_RULE, candidates, fallbacks: [], strategy: own?.strategy ?? 'fixed' } as const;
    return routed(rule, own ?? shipped);
  };
  const found = tryRules(own) ?? ofProject() ?? (own === null ? tryRules(shipped) : null);
  return found ?? { refusal: refused.join(' ') || 'No rule of the router gives it one.', advice: NO_TOOL_ADVICE };
}

const NO_TOOL_ADVICE =
  'Add `tool: script` or `tool: command` with its block, declare a tool under `tools` in patchbay.yaml, or run with `--tool NAME`.';

/** Everything that a rule asks for has to hold; what a task does not say matches no demand. */
function matches(rule: RouterRule, request: RouteRequest): boolean {
  const { taskKinds, riskTiers, complexity } = rule;
  if (taskKinds !== null && !taskKinds.includes(request.kind)) return false;
  if (riskTiers !== null && (request.riskTier === null || !riskTiers.includes(request.riskTier))) return false;
  if (complexity === null) return true;
  if (request.complexity === null) return false;
  return complexity === request.complexity || sameComplexity(complexity, request.complexity);
}

function sameComplexity(a: string, b: string): boolean {
  const word = complexityWord(a);
  return word !== null && word === complexityWord(b);
}

interface RuleCase {
  readonly rule: RouterRule;
  readonly config: RouterConfig;
  readonly request: RouteRequest;
  readonly tools: Tools;
}

function answerOf({ rule, config, request, tools }: RuleCase): RouteAnswer {
  const isTool = (name: string) => (config.apps.get(name)?.kind ?? 'tool') === 'tool';
  const all = [...config.apps.keys()];
  const from = unique(rule.selectFrom ?? all).filter(isTool);
  const fits = (name: string) => whyNot(name, request, tools) === null;
  const candidates = from.filter(fits);
  const fallbacks = unique(rule.fallbackTo).filter((name) => isTool(name) && fits(name) && !candidates.includes(name));
  if (candidates.length === 0 && fallbacks.length === 0) {
    const reasons = [...from, ...rule.fallbackTo].map((name) => `\`${name}\` ${whyNot(name, request, tools) ?? ''}`);
    const why = reasons.length === 0 ? 'it names no tool' : reasons.slice(0, 5).join('; ');
    return { refusal: `The rule \`${rule.id}\` leaves no tool for it: ${why}.`, advice: NO_TOOL_ADVICE };
  }
  const strategy = rule.strategy ?? config.strategy ?? 'fixed';
  const validators = unique(rule.validateWith).flatMap((name) => config.apps.get(name) ?? []);
  const shape = candidates.length > 0 ? { candidates, fallbacks } : { candidates: fallbacks, fallbacks: [] };
  const answer = routed({ id: rule.id, strategy, ...shape }, config);
  return {
    ...answer,
    validators: validators.filter((app) => app.kind !== 'tool'),
    mustPass: rule.required !== false,
  };
}

interface Shape {
  readonly id: string;
  readonly strategy: RoutingStrategy;
  readonly candidates: readonly string[];
  readonly fallbacks: readonly string[];
}

function routed({ id, strategy, candidates, fallbacks }: Shape, config: RouterConfig | null): RoutedBy {
  const attemptsPerTool = config?.maxAttempts ?? LIMITS.attempts;
  return {
    route: { rule: id, strategy, candidates, fallbacks, attemptsPerTool },
    validators: [],
    mustPass: true,
    timeoutMs: config?.timeoutMs ?? null,
  };
}

/** Why a task cannot be given to a tool; null where it can. */
function whyNot(name: string, request: RouteRequest, tools: Tools): string | null {
  const tool = tools.get(name);
  if (tool === undefined) return whyUnknown(name);
  if (request.needsPatch && !tool.givesPatch) return 'only looks and gives no patch';
  if (tool.taskKinds !== null && !tool.taskKinds.includes(request.kind)) return `takes no \`${request.kind}\``;
  if (tool.domains === null || request.domain === null || tool.domains.includes(request.domain)) return null;
  return `takes nothing of the domain \`${request.domain}\``;
}

function whyUnknown(name: string): string {
  if (NEEDS_BLOCK.includes(name)) return 'needs a block of its own in the task';
  if (KNOWN_TOOLS.some((one) => one === name)) return 'cannot be started by this version yet';
  return 'does not say how it is called: it needs `args`, or a place under `tools` in patchbay.yaml';
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
