// The ledger as a port: one transaction per engine tick; the only room behind it knows SQL.
import type { Durations } from '../domain/durations.ts';
import type { ToolRecord } from '../domain/routing.ts';
import type { HotEvent, LoggedEvent, NewEvent, NumberedEvent } from '../events/event.ts';
import type { EventRow } from '../events/read-event.ts';
import type { ArchivedRange, ArchiveRecord, ChainLink, LinkPage } from './archives.ts';
import type { FoundPatches, PatchQuery } from './find-patches.ts';
import type { ChainCheck, OpenedLedger, TailCheck } from './ledger-checks.ts';
import type { PatchBytes, PatchCopy } from './patch-bytes.ts';
import type { ReviewRow } from './review-row.ts';

/** Rows as the tables hold them: snake_case columns, text, integers and nulls only. JSON columns hold text. */
export interface RunRow {
  readonly run_id: string;
  readonly project_id: string;
  readonly plan_id: string;
  readonly plan_name: string;
  readonly plan_file: string | null;
  readonly repository: string;
  readonly state: string;
  readonly state_reason: string | null;
  readonly control: string;
  readonly control_reason: string | null;
  readonly strategy: string;
  readonly max_parallel: number;
  readonly base_commit: string;
  readonly base_ref: string | null;
  readonly head_commit: string;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

export interface WorkstreamRow {
  readonly workstream_ulid: string;
  readonly run_id: string;
  readonly workstream_id: string;
  readonly phase_id: string;
  readonly name: string;
  readonly state: string;
}

export interface TaskRow {
  readonly task_ulid: string;
  /** The row of its life before, when a person had it tried again. */
  readonly retry_of: string | null;
  readonly run_id: string;
  readonly task_id: string;
  readonly workstream_id: string;
  readonly phase_id: string;
  readonly kind: string;
  readonly tool_id: string;
  readonly state: string;
  readonly state_reason: string | null;
  readonly attempts: number;
  readonly not_before: string | null;
  /** Of a task that the run added itself: what for, for which task and with which patch. */
  readonly origin_kind: string | null;
  readonly origin_task: string | null;
  readonly origin_patch: string | null;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

export interface AttemptRow {
  readonly attempt_ulid: string;
  readonly run_id: string;
  readonly task_ulid: string;
  readonly execution_request_id: string;
  readonly number: number;
  readonly tool_id: string;
  readonly base_commit: string;
  /** The commit whose content its workspace held at first, where that is another one. */
  readonly start_from: string | null;
  readonly state: string;
  readonly state_reason: string | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly pid: number | null;
  readonly process_start: string | null;
  readonly workspace_path: string | null;
  readonly exit_code: number | null;
  readonly output_bytes: number;
  readonly logs_path: string | null;
  /** JSON array of strings. */
  readonly notes: string;
  /** Null in runs from before there were workers. */
  readonly worker_ulid: string | null;
  readonly lease: number | null;
}

/** A worker of a run's pool. */
export interface WorkerRow {
  readonly worker_ulid: string;
  readonly run_id: string;
  readonly number: number;
  readonly state: string;
  readonly state_reason: string | null;
  /** The attempt in hand. */
  readonly current_attempt: string | null;
  readonly lease: number | null;
  readonly missed_heartbeats: number;
  readonly last_seen_at: string | null;
  readonly quarantined_at: string | null;
  readonly quarantine_reason: string | null;
  readonly attempts_completed: number;
  readonly attempts_failed: number;
  readonly busy_ms: number;
  readonly spawned_at: string;
  readonly terminated_at: string | null;
}

/** Immutable but for nothing: written once with its diff. Columns of the original plan, plus ours. */
export interface PatchRow {
  readonly patch_id: string;
  readonly run_id: string;
  readonly task_ulid: string;
  readonly attempt_ulid: string;
  readonly format: string;
  readonly target_repo: string;
  readonly base_ref: string | null;
  readonly base_commit: string;
  readonly execution_request_id: string;
  readonly tool_id: string;
  readonly created_at: string;
  readonly summary: string;
  /** JSON array of FileChange. */
  readonly files_touched: string;
  readonly line_insertions: number;
  readonly line_deletions: number;
  readonly hunks: number;
  readonly tree: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface LedgerEntryRow {
  readonly ledger_id: string;
  readonly patch_id: string;
  readonly run_id: string;
  readonly project_id: string;
  readonly phase_id: string;
  readonly workstream_id: string;
  readonly execution_request_id: string;
  readonly state: string;
  /** JSON array of {state, at, reason?, hash}; each hash covers the entry and the hash before it. */
  readonly state_history: string;
  readonly validation_format_ok: number;
  readonly validation_scope_ok: number;
  readonly validation_constraints_ok: number;
  readonly validation_tests_ran: number;
  readonly validation_tests_passed: number;
  /** JSON array of Finding. */
  readonly validation_errors: string;
  readonly apply_attempts: number;
  readonly apply_last_attempt_at: string | null;
  readonly apply_last_error_code: string | null;
  readonly apply_last_error_message: string | null;
  readonly apply_workspace_path: string | null;
  /** JSON array of paths. */
  readonly apply_applied_files: string;
  readonly quarantine_is_quarantined: number;
  readonly quarantine_reason: string | null;
  readonly quarantine_path: string | null;
  readonly quarantine_at: string | null;
  readonly relations_replaces_patch_id: string | null;
  readonly relations_rollback_of_patch_id: string | null;
  readonly relations_chain_id: string | null;
  readonly commit_sha: string | null;
}

/** What a direct edit changed; its content is in git alone. */
export interface DirectChangeRow {
  readonly change_id: string;
  readonly run_id: string;
  readonly task_ulid: string;
  readonly attempt_ulid: string;
  readonly tool_id: string;
  readonly base_commit: string;
  readonly tree: string;
  /** JSON array of FileChange. */
  readonly files_touched: string;
  readonly line_insertions: number;
  readonly line_deletions: number;
  readonly state: string;
  readonly state_reason: string | null;
  /** JSON array of Finding. */
  readonly findings: string;
  readonly apply_attempts: number;
  readonly created_at: string;
  readonly commit_sha: string | null;
}

export interface GateRunRow {
  readonly gate_run_id: string;
  readonly run_id: string;
  readonly gate_id: string;
  /** It judges a patch, a direct change, or the head at the end of a wave: two of the three are null. */
  readonly patch_id: string | null;
  readonly change_id: string | null;
  readonly wave: number | null;
  readonly tree: string;
  readonly commit_sha: string;
  readonly state: string;
  readonly exit_code: number | null;
  readonly duration_ms: number | null;
  readonly tail: string;
  readonly logs_path: string | null;
  readonly cached: number;
  /** It failed, and passed when it was run again on the same tree. */
  readonly flaky: number;
  /** JSON array of FailingTest. */
  readonly failures: string;
  readonly failed: number;
  readonly queued_at: string;
  readonly ended_at: string | null;
}

/** A judgement of a phase, a workstream or a task. */
export interface AcceptanceRow {
  readonly acceptance_id: string;
  readonly run_id: string;
  readonly level: string;
  readonly level_id: string;
  /** The patch or direct change that is judged; null for a level and where nothing was changed. */
  readonly change_id: string | null;
  readonly commit_sha: string;
  readonly tree: string;
  readonly state: string;
  readonly state_reason: string | null;
  /** JSON array of checks with their verdicts. */
  readonly checks: string;
  readonly started_at: string;
  readonly ended_at: string | null;
}

/** A tool that the project declares, as it stands in a run. */
export interface BreakerRow {
  /** The run's id and the tool's name. */
  readonly breaker_id: string;
  readonly run_id: string;
  readonly tool_id: string;
  readonly state: string;
  readonly state_reason: string | null;
  readonly failure_class: string | null;
  /** In a row. */
  readonly failures: number;
  readonly opened_at: string | null;
  /** While it is open: when one attempt may try. */
  readonly retry_at: string | null;
  readonly probe_attempt: string | null;
  /** Its provider asked for a pause until then. */
  readonly limited_until: string | null;
  readonly attempts_completed: number;
  readonly attempts_failed: number;
  readonly busy_ms: number;
}

/** Table name → its row; the order is the order of insertion that foreign keys need. */
export interface StateRows {
  readonly runs: RunRow;
  readonly workstreams: WorkstreamRow;
  readonly tasks: TaskRow;
  readonly attempts: AttemptRow;
  readonly workers: WorkerRow;
  readonly breakers: BreakerRow;
  readonly patches: PatchRow;
  readonly patch_ledger_entries: LedgerEntryRow;
  readonly direct_changes: DirectChangeRow;
  readonly gate_runs: GateRunRow;
  readonly acceptances: AcceptanceRow;
  readonly reviews: ReviewRow;
}
export type StateTable = keyof StateRows;

/** Primary key column of each state table. */
export const STATE_KEYS = {
  runs: 'run_id',
  workstreams: 'workstream_ulid',
  tasks: 'task_ulid',
  attempts: 'attempt_ulid',
  workers: 'worker_ulid',
  breakers: 'breaker_id',
  patches: 'patch_id',
  patch_ledger_entries: 'ledger_id',
  direct_changes: 'change_id',
  gate_runs: 'gate_run_id',
  acceptances: 'acceptance_id',
  reviews: 'review_id',
} as const satisfies Record<StateTable, string>;

/** An effect whose intent is committed and whose outcome is not known yet. */
export interface OutboxEntry {
  readonly effectId: string;
  readonly runId: string;
  readonly kind: string;
  /** JSON. */
  readonly body: string;
}

/** Everything one tick makes durable, in one transaction. */
export interface LedgerCommit {
  readonly events: readonly NewEvent[];
  /** Whole rows to insert or replace. */
  readonly rows: { readonly [T in StateTable]?: readonly StateRows[T][] };
  readonly patchBytes: readonly (PatchBytes | PatchCopy)[];
  readonly outboxAdded: readonly OutboxEntry[];
  readonly outboxDone: readonly string[];
  /** Closed runs that leave the live tables for an archive that is proved already. */
  readonly archived?: readonly ArchiveRecord[];
  /** Archived runs whose events come back; their rows and diffs are in this commit as well. */
  readonly restored?: readonly { readonly runId: string; readonly events: readonly EventRow[] }[];
}

export interface EventPage {
  readonly runId: string;
  /** First sequence number wanted. */
  readonly from: number;
  readonly limit: number;
}

/** Numbers of rows by state. */
export interface RunCounts {
  readonly tasks: Readonly<Record<string, number>>;
  readonly patches: Readonly<Record<string, number>>;
  readonly directChanges: Readonly<Record<string, number>>;
}

export interface Store {
  /** Numbers and chains the events and writes all of `commit`, or throws `E_LEDGER`/`E_DISK` and writes nothing. */
  commit(commit: LedgerCommit): readonly LoggedEvent[];
  /** All events of a run in order; use only for replay. */
  eventsOf(runId: string): readonly LoggedEvent[];
  eventPage(page: EventPage): readonly LoggedEvent[];
  /** A page over all runs, in the order of the ledger; of archived runs only what says so. */
  logPage(page: Omit<EventPage, 'runId'>): readonly LoggedEvent[];
  /** The same events without their hashes: for replay. */
  replayPage(page: EventPage): readonly NumberedEvent[];
  /** The same events as they are stored, for who wants to check their hashes or keep them. */
  eventRows(page: EventPage): readonly EventRow[];
  /** What happened when, without payloads: at most `limit` events after a number, of one run or of all. */
  hotEvents(runId: string | null, after: number, limit: number): readonly HotEvent[];
  eventCount(runId: string): number;
  /** The hash of one event of a run; null when the run has no such event. */
  eventHash(runId: string, seq: number): string | null;
  /** First and last event of a run; null when it has none. */
  eventRange(runId: string): { readonly first: number; readonly last: number } | null;
  /** What lies between the events of a run. */
  chainLinks(page: LinkPage): readonly ChainLink[];
  /** Checks numbers, hashes and the links of the whole chain. */
  checkChain(): ChainCheck;
  runRows(): readonly RunRow[];
  runRow(runId: string): RunRow | null;
  /** Runs that are pending or running. */
  openRunIds(): readonly string[];
  rowsOf<T extends StateTable>(table: T, runId: string): readonly StateRows[T][];
  /** Newest first, over all runs or one. */
  ledgerEntries(filter: { readonly runId?: string; readonly limit: number }): readonly LedgerEntryRow[];
  /** Newest first: what waits for a person, or all. */
  reviewRows(filter: { readonly open: boolean; readonly limit: number }): readonly ReviewRow[];
  reviewRow(reviewId: string): ReviewRow | null;
  findPatches(query: PatchQuery): FoundPatches<LedgerEntryRow>;
  patchRow(patchId: string): PatchRow | null;
  ledgerEntryOf(patchId: string): LedgerEntryRow | null;
  patchDiff(patchId: string): Uint8Array | null;
  pendingEffects(): readonly OutboxEntry[];
  /** How long work took in the newest `runs` runs. */
  durations(runs: number): Durations;
  /** What became of the tasks and patches of a run, from its rows. */
  runCounts(runId: string): RunCounts;
  /** Runs that were moved out, in the order of their ids. */
  archives(): readonly ArchiveRecord[];
  archiveOf(runId: string): ArchiveRecord | null;
  /** The record of the archive that has this patch. */
  archiveOfPatch(patchId: string): ArchiveRecord | null;
  /** Where the chain crosses an archived run. */
  archivedRanges(runId: string): readonly ArchivedRange[];
  /** How the named tools did in the newest `runs` runs; those without an attempt are left out. */
  toolRecords(toolIds: readonly string[], runs: number): readonly ToolRecord[];
  /** Another number after any other connection has written; of no meaning by itself. */
  dataVersion(): number;
  /** How the file was found. */
  readonly opened: OpenedLedger;
  /** Checks the end of the log, on which the next event will build. */
  checkTail(): TailCheck;
  /** Bytes that are written and not yet moved into the file. */
  walBytes(): number;
  /** Moves what is written into the file, as far as nobody reads it; `truncate` waits for readers and cuts the log off. */
  checkpoint(mode?: 'passive' | 'truncate'): void;
  close(): void;
}
