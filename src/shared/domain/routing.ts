// How a rule of the router chooses among tools.

export const ROUTING_STRATEGIES = ['fixed', 'round_robin', 'auto'] as const;
export type RoutingStrategy = (typeof ROUTING_STRATEGIES)[number];

/** How a tool has done so far: attempts that ended well and badly, and the time of all of them. */
export interface ToolRecord {
  readonly toolId: string;
  readonly successes: number;
  readonly failures: number;
  readonly totalMs: number;
}

export function addRecords(a: ToolRecord, b: ToolRecord): ToolRecord {
  return {
    toolId: a.toolId,
    successes: a.successes + b.successes,
    failures: a.failures + b.failures,
    totalMs: a.totalMs + b.totalMs,
  };
}
