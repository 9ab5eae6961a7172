// What a shadowed run found out: how its tasks would have run as a dag, and which dependencies its plan does not declare.

/** Milliseconds count from the start of the run. */
export interface ShadowTask {
  readonly taskId: string;
  /** Its place in the order of first starts, from 1; null where it never started. */
  readonly place: number | null;
  readonly dagPlace: number | null;
  readonly startMs: number | null;
  readonly dagStartMs: number | null;
  /** From the moment when its dependencies were satisfied to its start, as a dag. */
  readonly dagWaitMs: number;
  /** What held it in that time; null where nothing did. */
  readonly dagWaitReason: string | null;
  /** It did not run here, so the time it takes is assumed. */
  readonly assumed: boolean;
}

/** Two tasks whose tools or patches would have been under way at the same time. */
export interface ShadowOverlap {
  readonly a: string;
  readonly b: string;
  readonly ms: number;
}

/** A pair of overlapping tasks that changed the same files. */
export interface ShadowConflict {
  readonly a: string;
  readonly b: string;
  readonly files: readonly string[];
  /** False where they changed different places of each of the files: the merge train would put them together. */
  readonly wouldConflict: boolean;
}

/**
 * Why one task seems to need another's work. The first two are certain, since its patch does not apply without it; the
 * others are likely.
 */
export type ShadowEvidence =
  | 'changes_its_file'
  | 'changes_its_lines'
  | 'reads_its_file'
  | 'names_its_file'
  | 'repeats_its_lines';

/** A dependency that the order of the file hid: as a dag, `task` could have started without the work of `needs`. */
export interface MissingDependency {
  readonly task: string;
  readonly needs: string;
  readonly evidence: ShadowEvidence;
  readonly certain: boolean;
  readonly files: readonly string[];
  /** The dag that was rehearsed would indeed have started it too early; else only luck kept the two apart. */
  readonly tooEarly: boolean;
}

export interface ShadowReport {
  readonly maxParallel: number;
  readonly sequentialMs: number;
  readonly dagMs: number;
  /** Most tools that the dag would have had at work at once. */
  readonly dagParallel: number;
  readonly dagSucceeded: boolean;
  /** In the order of the dag. Lists have at most as many entries as their limit; the counts are whole. */
  readonly tasks: readonly ShadowTask[];
  readonly moved: number;
  readonly overlaps: readonly ShadowOverlap[];
  readonly overlapCount: number;
  readonly conflicts: readonly ShadowConflict[];
  readonly conflictCount: number;
  /** Certain ones first. */
  readonly missing: readonly MissingDependency[];
  readonly missingCount: number;
  /** False where there were too many pairs to look for likely dependencies in all of them. */
  readonly complete: boolean;
}
