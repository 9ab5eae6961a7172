// A review as its table holds it.

/** A question about a patch that only a person can decide, with what was said about it. */
export interface ReviewRow {
  readonly review_id: string;
  readonly run_id: string;
  readonly patch_id: string;
  /** As the plan names it. */
  readonly task_id: string;
  readonly trigger_kind: string;
  readonly severity: string;
  readonly reason: string;
  /** JSON array of Finding. */
  readonly findings: string;
  readonly approvals_needed: number;
  /** Head of the run when it was opened. */
  readonly head_commit: string;
  readonly state: string;
  readonly state_reason: string | null;
  /** JSON array of votes, oldest first. */
  readonly votes: string;
  /** JSON array of hashes of findings. */
  readonly waived: string;
  readonly opened_at: string;
  readonly ended_at: string | null;
}
