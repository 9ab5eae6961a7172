// The comparison of a run in sequence with its dag, as the command line answers it.

export interface ShadowAnswer {
  /** False where there is no comparison; `reason` says why. */
  readonly compared: boolean;
  readonly reason: string;
  readonly max_parallel: number;
  readonly sequential_seconds: number;
  readonly dag_seconds: number;
  readonly speedup: number;
  /** Most tools that the dag would have had at work at once. */
  readonly dag_parallel: number;
  readonly dag_succeeded: boolean;
  /** Tasks that would have had another place in the order of starts, from 1. */
  readonly order: readonly {
    readonly task_id: string;
    readonly sequential: number | null;
    readonly dag: number | null;
    readonly sequential_start_seconds: number | null;
    readonly dag_start_seconds: number | null;
    /** It did not run here: how long it takes is assumed. */
    readonly assumed: boolean;
  }[];
  readonly moved: number;
  /** Tasks that would have waited although everything before them was done, with the one reason. */
  readonly waiting: readonly { readonly task_id: string; readonly seconds: number; readonly reason: string }[];
  /** Pairs that would have been under way at once. */
  readonly overlaps: readonly { readonly a: string; readonly b: string; readonly seconds: number }[];
  readonly overlap_count: number;
  /** Of these, those that changed the same files. */
  readonly conflicts: readonly {
    readonly a: string;
    readonly b: string;
    readonly files: readonly string[];
    readonly would_conflict: boolean;
  }[];
  readonly conflict_count: number;
  /** Dependencies that only the sequence kept, the certain ones first. */
  readonly missing_dependencies: readonly MissingAnswer[];
  readonly missing_count: number;
  /** False where there were too many pairs of tasks to look at all of them. */
  readonly complete: boolean;
}

export interface MissingAnswer {
  readonly task: string;
  readonly needs: string;
  readonly evidence: string;
  readonly certain: boolean;
  /** The rehearsed dag would indeed have started it too early. */
  readonly too_early: boolean;
  readonly files: readonly string[];
  readonly message: string;
  readonly advice: string;
  readonly edge: { readonly from: string; readonly to: string; readonly kind: 'success' };
}
