// What is tried, and in which order, where a patch does not fit the run's head.
import { LIMITS } from './limits.ts';

/**
 * `auto`: what git joins in files that the head has renamed becomes a new patch. `tool`: a tool gets a merge task.
 * `retry`: the task is tried again from the new head, while it has attempts. `person`: the patch is kept for a review.
 */
export const CONFLICT_STEPS = ['auto', 'tool', 'retry', 'person'] as const;
export type ConflictStep = (typeof CONFLICT_STEPS)[number];

export interface MergePolicy {
  /** The first that can be done is done; when none can, the patch is kept as with `person`. */
  readonly onConflict: readonly ConflictStep[];
  /** Gets the merge tasks; null: the tool that made the patch, if it is one that is asked in words. */
  readonly tool: string | null;
  /** Merge tasks for the work of one task. */
  readonly maxTasks: number;
}

export const DEFAULT_MERGE_POLICY: MergePolicy = {
  onConflict: CONFLICT_STEPS,
  tool: null,
  maxTasks: LIMITS.mergeTasks,
};
