// What would come of it if changes were integrated now, one after the other, as `patch preview --json` says it too.
import type { ConflictKind } from '../domain/conflict.ts';

/** `clean` and `merged` would be built, the second with lines of both sides in one file; a `conflict` would not. */
export type PreviewVerdict = 'clean' | 'merged' | 'conflict';

export interface PreviewEntry {
  /** Null for a direct change, which has `change_id`. */
  readonly patch_id: string | null;
  readonly change_id: string | null;
  readonly task_id: string;
  readonly task_name: string;
  readonly verdict: PreviewVerdict;
  /** Of a conflict; of what was merged, the files in which both sides are. */
  readonly files: readonly { readonly path: string; readonly kind: ConflictKind }[];
  readonly more_files: number;
  readonly message: string;
}

/** Gates are not run: a change that merges cleanly may still fail them. */
export interface MergePreview {
  readonly run_id: string;
  /** What everything is merged onto, in this order; one that conflicts is left out for those after it. */
  readonly head: string;
  readonly entries: readonly PreviewEntry[];
}
