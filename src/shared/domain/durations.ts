// How long work took in earlier runs of a project: what forecasts and the order of ready tasks are made from.

/** Medians of what went well in the newest runs; whole milliseconds. */
export interface Durations {
  /** Runs that were looked at. */
  readonly runs: number;
  /** One entry for each plan, task and tool. */
  readonly tasks: readonly TaskDuration[];
  readonly tools: readonly ToolDuration[];
  /** Gates that really ran; answers from the cache take no time and are left out. */
  readonly gates: readonly GateDuration[];
}

export interface TaskDuration extends ToolDuration {
  readonly planId: string;
  readonly taskId: string;
}

/** Of one attempt, from the start of the tool to its end. */
export interface ToolDuration {
  readonly toolId: string;
  readonly medianMs: number;
  readonly samples: number;
}

export interface GateDuration {
  readonly gateId: string;
  readonly medianMs: number;
  readonly samples: number;
}

/** What a project without runs knows. */
export const NO_DURATIONS: Durations = { runs: 0, tasks: [], tools: [], gates: [] };
