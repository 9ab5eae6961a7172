// Which tool a task gets: the strategies of the router over tools as they stand at this moment. Pure and total.
import type { RoutingStrategy, ToolRecord } from '../../shared/domain/routing.ts';
import type { RouteCandidate } from '../../shared/events/tool-events.ts';
import type { TaskRoute } from '../../shared/plan/tool-definition.ts';

/** Why a tool cannot start now: `shut` for a while that nobody knows, `busy` until its next start is due. */
export interface ToolHold {
  readonly kind: 'shut' | 'busy';
  readonly reason: string;
}

/** A tool as it stands for one task. */
export interface ToolStanding {
  readonly toolId: string;
  /** Of earlier runs and this one. */
  readonly record: ToolRecord;
  /** Attempts of this task that it has left; 0 also where it refused the task for good. */
  readonly left: number;
  readonly hold: ToolHold | null;
}

export interface RouteFacts {
  readonly route: TaskRoute;
  readonly standings: ReadonlyMap<string, ToolStanding>;
  /** The tool that the task has now; null before the first choice. */
  readonly current: string | null;
  /** How many choices by this rule came before. */
  readonly turn: number;
}

export type ToolChoice =
  | { readonly toolId: string; readonly reason: string; readonly candidates: readonly RouteCandidate[] }
  /** No tool is free; the task starts when one of these is. */
  | { readonly waitsFor: readonly string[] };

/** Weights of `auto`; a tool without a record counts as middling (decision 0024). */
const SUCCESS_WEIGHT = 0.7;
const SPEED_WEIGHT = 0.3;
const UNKNOWN = 0.5;

/** The same facts give the same choice. */
export function chooseTool(facts: RouteFacts): ToolChoice {
  const { route, current } = facts;
  const usable = (names: readonly string[]) => names.flatMap((name) => standingWithAttempts(facts, name));
  const [candidates, fallbacks] = [usable(route.candidates), usable(route.fallbacks)];
  const all = [...candidates, ...fallbacks];
  const own = all.find((one) => one.toolId === current);
  // A task stays with its tool while that can do it: what is merely busy is waited for.
  if (own !== undefined && own.hold?.kind !== 'shut') {
    if (own.hold !== null) return { waitsFor: [own.toolId] };
    return choice(facts, own, 'it has it already');
  }
  const open = (standings: readonly ToolStanding[]) => standings.filter((one) => one.hold?.kind !== 'shut');
  if (open(candidates).length > 0) return byStrategy(facts, route.strategy, open(candidates));
  if (open(fallbacks).length > 0) return byStrategy(facts, 'fixed', open(fallbacks));
  return { waitsFor: (all.length > 0 ? all : usableOrAny(facts)).map((one) => one.toolId) };
}

function standingWithAttempts({ standings }: RouteFacts, name: string): readonly ToolStanding[] {
  const standing = standings.get(name);
  return standing === undefined || standing.left <= 0 ? [] : [standing];
}

/** A task without a tool left has failed before it comes here; should one come, it waits rather than being lost. */
function usableOrAny({ standings }: RouteFacts): readonly ToolStanding[] {
  return [...standings.values()];
}

/** `fixed` waits for its tool; the others take whichever is free. */
function byStrategy(facts: RouteFacts, strategy: RoutingStrategy, group: readonly ToolStanding[]): ToolChoice {
  const free = group.filter((one) => one.hold === null);
  switch (strategy) {
    case 'fixed': {
      const [first] = group;
      if (first === undefined || first.hold !== null) return { waitsFor: group.slice(0, 1).map((one) => one.toolId) };
      return choice(facts, first, 'it comes first');
    }
    case 'round_robin': {
      const next = nextInTurn(facts, free);
      return next === undefined ? waitsFor(group) : choice(facts, next, 'it is its turn');
    }
    case 'auto': {
      const scores = scoresOf(facts);
      const best = bestOf(free, scores);
      if (best === undefined) return waitsFor(group);
      return choice(
        facts,
        best,
        `it scores ${(scores.get(best.toolId) ?? UNKNOWN).toFixed(2)}, the best of ${free.length}`,
      );
    }
  }
}

function waitsFor(group: readonly ToolStanding[]): ToolChoice {
  return { waitsFor: group.map((one) => one.toolId) };
}

/** The turn goes over all candidates of the rule, so that a tool that is back again finds its place. */
function nextInTurn({ route, turn }: RouteFacts, free: readonly ToolStanding[]): ToolStanding | undefined {
  const size = route.candidates.length;
  for (let step = 0; step < size; step += 1) {
    const name = route.candidates[(turn + step) % size];
    const found = free.find((one) => one.toolId === name);
    if (found !== undefined) return found;
  }
  return free[0];
}

/** The earliest of the best. */
function bestOf(free: readonly ToolStanding[], scores: ReadonlyMap<string, number>): ToolStanding | undefined {
  let best: ToolStanding | undefined;
  const scoreOf = (one: ToolStanding) => scores.get(one.toolId) ?? UNKNOWN;
  for (const one of free) if (best === undefined || scoreOf(one) > scoreOf(best)) best = one;
  return best;
}

/** Each tool's score among all that the rule names: 0.7 · success rate + 0.3 · speed, relative to the fastest. */
export function scoresOf({ standings }: Pick<RouteFacts, 'standings'>): ReadonlyMap<string, number> {
  const means = [...standings.values()].map((one) => meanOf(one.record)).filter((ms) => ms !== null);
  const fastest = Math.min(...means);
  return new Map([...standings].map(([name, { record }]) => [name, scoreOf(record, fastest)]));
}

function scoreOf(record: ToolRecord, fastestMs: number): number {
  const attempts = record.successes + record.failures;
  const mean = meanOf(record);
  if (attempts === 0 || mean === null) return UNKNOWN;
  const speed = mean <= 0 ? 1 : fastestMs / mean;
  return SUCCESS_WEIGHT * (record.successes / attempts) + SPEED_WEIGHT * speed;
}

function meanOf({ successes, failures, totalMs }: ToolRecord): number | null {
  const attempts = successes + failures;
  return attempts === 0 ? null : totalMs / attempts;
}

function choice(facts: RouteFacts, chosen: ToolStanding, reason: string): ToolChoice {
  const scores = facts.route.strategy === 'auto' ? scoresOf(facts) : null;
  const candidates = [...facts.standings.values()].map(({ toolId, record, left, hold }) => {
    const mean = meanOf(record);
    return {
      toolId,
      score: scores?.get(toolId) ?? null,
      successes: record.successes,
      attempts: record.successes + record.failures,
      meanMs: mean === null ? null : Math.round(mean),
      passedOver: left <= 0 ? 'it has had its attempts at this task' : (hold?.reason ?? null),
    };
  });
  return { toolId: chosen.toolId, reason, candidates };
}
