// What can happen to the tools of a project in a run: one is chosen for a task, one is shut off, one has to rest.
import type { FailureClass } from '../domain/failure-class.ts';
import type { RoutingStrategy } from '../domain/routing.ts';

/** A tool that could have been chosen, as it stood then. */
export interface RouteCandidate {
  readonly toolId: string;
  /** Of the strategy `auto`, 0 to 1; null where nothing was scored. */
  readonly score: number | null;
  /** Attempts that ended well, and all that ended, in earlier runs and this one. */
  readonly successes: number;
  readonly attempts: number;
  readonly meanMs: number | null;
  /** Why it could not be chosen now; null where it could. */
  readonly passedOver: string | null;
}

export interface ToolEvents {
  /** Only where a rule chose: a task whose plan names its tool has no such event. */
  'task-routed': {
    readonly taskId: string;
    readonly toolId: string;
    readonly rule: string;
    readonly strategy: RoutingStrategy;
    /** The tool that it had before; null for the first choice. */
    readonly from: string | null;
    readonly reason: string;
    /** How many choices by this rule came before it in the run. */
    readonly turn: number;
    readonly candidates: readonly RouteCandidate[];
  };
  'breaker-opened': {
    readonly toolId: string;
    readonly class: FailureClass;
    readonly reason: string;
    /** Failures in a row. */
    readonly failures: number;
    /** From then on one attempt may try whether it works again. */
    readonly until: string;
    /** The run in which it happened, where that is another one. */
    readonly fromRun: string | null;
  };
  'breaker-half-opened': { readonly toolId: string };
  'breaker-closed': { readonly toolId: string; readonly reason: string; readonly fromRun: string | null };
  /** Its provider asked for a pause; null: that is over before its time. */
  'tool-limited': {
    readonly toolId: string;
    readonly until: string | null;
    readonly reason: string;
    readonly fromRun: string | null;
  };
}
