// The JSON shapes of the public contract, as an outside checker reads them.

export interface RunShape {
  readonly run_id: string;
  readonly state: string;
  readonly control: string;
  readonly reason: string;
  readonly base: string;
  readonly head: string;
  readonly notes: readonly string[];
  readonly tasks: readonly {
    readonly task_id: string;
    readonly state: string;
    readonly reason: string;
    readonly completion: string | null;
    readonly origin: { readonly kind: string; readonly task: string | null; readonly patch: string | null } | null;
    readonly retries: number;
    readonly attempts: number;
    readonly notes: readonly string[];
    readonly patch_ids: readonly string[];
    readonly patch_mode: boolean;
    readonly direct_change_ids: readonly string[];
  }[];
  readonly patches: readonly PatchShape[];
  readonly direct_changes: readonly DirectChangeShape[];
  readonly acceptance: readonly AcceptanceShape[];
  readonly waiting: readonly { readonly id: string; readonly reason: string; readonly freed_by: string }[];
  readonly cost: { readonly micro_usd: number; readonly basis: string };
}

export interface AcceptanceShape {
  readonly level: string;
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  readonly checks: readonly { readonly id: string; readonly state: string; readonly message: string }[];
}

export interface PatchShape {
  readonly patch_id: string;
  readonly task_id: string;
  readonly state: string;
  readonly commit: string | null;
  readonly files: readonly string[];
}

export interface DirectChangeShape {
  readonly change_id: string;
  readonly task_id: string;
  readonly state: string;
  readonly reason: string;
  readonly commit: string | null;
  readonly files: readonly string[];
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
  readonly unprotected: boolean;
}

export interface EventShape {
  readonly seq: number;
  readonly event_id: string;
  readonly run_id: string;
  readonly kind: string;
  readonly at: string;
  readonly entity: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface LedgerShape extends PatchShape {
  readonly reason: string;
  readonly recovered: boolean;
  readonly base: string;
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly message: string }[];
}

export interface RefusalShape {
  readonly ok: false;
  readonly error: { readonly code: string; readonly message: string; readonly advice: string };
  readonly problems: readonly { readonly code: string; readonly line: number; readonly message: string }[];
}

export interface WorkerShape {
  readonly worker_id: string;
  readonly run_id: string;
  readonly number: number;
  readonly state: string;
  readonly reason: string;
  readonly quarantine: { readonly at: string; readonly reason: string } | null;
  readonly task_id: string | null;
  readonly tool: string | null;
  readonly lease: number | null;
  readonly attempts_completed: number;
}

/** Task id → its entry. */
export function taskOf(run: RunShape, taskId: string): RunShape['tasks'][number] {
  const task = run.tasks.find((one) => one.task_id === taskId);
  if (task === undefined) throw new Error(`run ${run.run_id} has no task ${taskId}`);
  return task;
}
