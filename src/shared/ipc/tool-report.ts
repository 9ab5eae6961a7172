// How a tool of the project stands in a run, as the command line answers it.

/** A tool that the project declares, as it stands in a run. */
export interface ToolReport {
  readonly tool: string;
  readonly run_id: string;
  readonly breaker: 'closed' | 'open' | 'half_open';
  /** Why it is shut off or rests; empty else. */
  readonly reason: string;
  readonly failures_in_a_row: number;
  /** While it is shut off: when one attempt may try. */
  readonly retry_at: string | null;
  /** Its provider asked for a pause until then. */
  readonly limited_until: string | null;
  readonly running: number;
  readonly max_parallel: number | null;
  readonly starts_per_minute: number | null;
  readonly attempts_completed: number;
  readonly attempts_failed: number;
}
