// What the runs of all projects in one service share: seats for tools to run in, and how often a tool may start.

/** Limits of a tool over all runs of a service; what is not given is not limited. */
export interface ToolLimits {
  readonly maxParallel?: number;
  readonly startsPerMinute?: number;
}

export interface CapacityLimits {
  /** Tools that may run at once, whatever they are. */
  readonly seats: number;
  readonly tools: Readonly<Record<string, ToolLimits>>;
}

/** Why no seat is to be had now, and what frees one. */
export interface SeatRefusal {
  /** `all`: nothing may start; `tool`: other tools may. */
  readonly of: 'all' | 'tool';
  readonly reason: string;
  readonly freedBy: string;
}

export interface SeatOrder {
  readonly runId: string;
  readonly attemptId: string;
  readonly tool: string;
}

/** The share of one project's engine. */
export interface Seats {
  /** Null when the tool may start now. A refused run is woken when its turn comes. */
  refusal(runId: string, tool: string): SeatRefusal | null;
  take(order: SeatOrder): void;
  /** An attempt that holds no seat is nothing. */
  give(attemptId: string): void;
  /** The woken run has had its turn: what it left goes to the next. */
  answered(runId: string): void;
  /** Gives back everything; the engine is gone. */
  leave(): void;
}

export interface SeatMember {
  /** Runs of one project share that project's part. */
  readonly project: string;
  /** A run that was refused may ask again. */
  wake(runId: string): void;
}

export interface CapacityLoad {
  readonly seats: number;
  readonly taken: number;
  /** Runs that wait for a seat. */
  readonly waiting: number;
}

export interface Capacity {
  join(member: SeatMember): Seats;
  load(): CapacityLoad;
}
