// Rows, events and commits for the tests of the store, and a ledger in a folder of its own.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS_DIR } from '../../../../build/dump-ledger.ts';
import { type OpenStoreOptions, openStore } from '../../../../src/main/store/open-store.ts';
import type { NewEvent } from '../../../../src/shared/events/event.ts';
import type {
  AttemptRow,
  GateRunRow,
  LedgerCommit,
  LedgerEntryRow,
  PatchRow,
  RunRow,
  Store,
  TaskRow,
  WorkstreamRow,
} from '../../../../src/shared/ports/store.ts';

export const AT = '2026-11-24T01:02:03.456Z';

/** 26 characters like a ULID, in the order of `n`. */
export function id(prefix: string, n: number): string {
  return `01J${prefix.toUpperCase().padEnd(3, '0')}${String(n).padStart(20, '0')}`;
}

export const RUN = id('RUN', 1);

export interface Ledger {
  readonly dir: string;
  readonly file: string;
  readonly open: (options?: Partial<OpenStoreOptions>) => Store;
  readonly remove: () => void;
}

/** A folder for one ledger; `remove` closes every store that was opened in it. */
export function ledgerFolder(): Ledger {
  const dir = mkdtempSync(join(tmpdir(), 'patchbay-store-'));
  const file = join(dir, 'data folder', 'ledger.db');
  const stores: Store[] = [];
  const open = (options: Partial<OpenStoreOptions> = {}) => {
    const store = openStore({ file, migrationsDir: MIGRATIONS_DIR, ...options });
    stores.push(store);
    return store;
  };
  const remove = () => {
    for (const store of stores) store.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, file, open, remove };
}

export function commitOf(parts: Partial<LedgerCommit>): LedgerCommit {
  return { events: [], rows: {}, patchBytes: [], outboxAdded: [], outboxDone: [], ...parts };
}

export function noted(n: number, message = `note ${n}`): NewEvent {
  return { eventId: id('EVT', n), runId: RUN, kind: 'run-noted', at: AT, entity: 'run', id: RUN, data: { message } };
}

export function notes(from: number, count: number): readonly NewEvent[] {
  return Array.from({ length: count }, (_, index) => noted(from + index));
}

export function runRow(parts: Partial<RunRow> = {}): RunRow {
  return {
    run_id: RUN,
    project_id: 'project',
    plan_id: 'plan',
    plan_name: 'A plan',
    plan_file: null,
    repository: '/repo',
    state: 'running',
    state_reason: null,
    control: 'active',
    control_reason: null,
    strategy: 'dag',
    max_parallel: 4,
    base_commit: 'a'.repeat(40),
    base_ref: 'refs/heads/main',
    head_commit: 'a'.repeat(40),
    created_at: AT,
    started_at: AT,
    ended_at: null,
    ...parts,
  };
}

export function workstreamRow(n: number, parts: Partial<WorkstreamRow> = {}): WorkstreamRow {
  const own = { workstream_ulid: id('WST', n), workstream_id: `ws-${n}`, phase_id: 'ph', name: 'Work' };
  return { run_id: RUN, state: 'planned', ...own, ...parts };
}

export function taskRow(n: number, parts: Partial<TaskRow> = {}): TaskRow {
  return {
    task_ulid: id('TSK', n),
    retry_of: null,
    run_id: RUN,
    task_id: `task-${n}`,
    workstream_id: 'ws-1',
    phase_id: 'ph',
    kind: 'implementation',
    tool_id: 'script',
    state: 'pending',
    state_reason: null,
    attempts: 0,
    not_before: null,
    origin_kind: null,
    origin_task: null,
    origin_patch: null,
    started_at: null,
    ended_at: null,
    ...parts,
  };
}

export function attemptRow(n: number, parts: Partial<AttemptRow> = {}): AttemptRow {
  return {
    attempt_ulid: id('ATT', n),
    run_id: RUN,
    task_ulid: id('TSK', n),
    execution_request_id: id('REQ', n),
    number: 1,
    tool_id: 'script',
    base_commit: 'a'.repeat(40),
    start_from: null,
    state: 'pending',
    state_reason: null,
    created_at: AT,
    started_at: null,
    ended_at: null,
    pid: null,
    process_start: null,
    workspace_path: null,
    exit_code: null,
    output_bytes: 0,
    logs_path: null,
    notes: '[]',
    worker_ulid: null,
    lease: null,
    ...parts,
  };
}

export function patchRow(n: number, diff: Uint8Array, parts: Partial<PatchRow> = {}): PatchRow {
  return {
    patch_id: id('PAT', n),
    run_id: RUN,
    task_ulid: id('TSK', n),
    attempt_ulid: id('ATT', n),
    format: 'unified_diff',
    target_repo: '/repo',
    base_ref: null,
    base_commit: 'a'.repeat(40),
    execution_request_id: id('REQ', n),
    tool_id: 'script',
    created_at: AT,
    summary: 'One file',
    files_touched: '[]',
    line_insertions: 1,
    line_deletions: 0,
    hunks: 1,
    tree: 'b'.repeat(40),
    sha256: createHash('sha256').update(diff).digest('hex'),
    bytes: diff.byteLength,
    ...parts,
  };
}

export function entryRow(n: number, parts: Partial<LedgerEntryRow> = {}): LedgerEntryRow {
  return {
    ledger_id: id('LED', n),
    patch_id: id('PAT', n),
    run_id: RUN,
    project_id: 'project',
    phase_id: 'ph',
    workstream_id: 'ws-1',
    execution_request_id: id('REQ', n),
    state: 'created',
    state_history: '[]',
    validation_format_ok: 0,
    validation_scope_ok: 0,
    validation_constraints_ok: 0,
    validation_tests_ran: 0,
    validation_tests_passed: 0,
    validation_errors: '[]',
    apply_attempts: 0,
    apply_last_attempt_at: null,
    apply_last_error_code: null,
    apply_last_error_message: null,
    apply_workspace_path: null,
    apply_applied_files: '[]',
    quarantine_is_quarantined: 0,
    quarantine_reason: null,
    quarantine_path: null,
    quarantine_at: null,
    relations_replaces_patch_id: null,
    relations_rollback_of_patch_id: null,
    relations_chain_id: null,
    commit_sha: null,
    ...parts,
  };
}

export function gateRunRow(n: number, parts: Partial<GateRunRow> = {}): GateRunRow {
  return {
    gate_run_id: id('GAT', n),
    run_id: RUN,
    gate_id: 'unit',
    patch_id: id('PAT', n),
    change_id: null,
    wave: null,
    tree: 'b'.repeat(40),
    commit_sha: 'c'.repeat(40),
    state: 'pending',
    exit_code: null,
    duration_ms: null,
    tail: '',
    logs_path: null,
    cached: 0,
    flaky: 0,
    failures: '[]',
    failed: 0,
    queued_at: AT,
    ended_at: null,
    ...parts,
  };
}

/** A commit with one row in every table: a run with a task, its attempt, its patch and a gate run on it. */
export function wholeCommit(diff: Uint8Array): LedgerCommit {
  return commitOf({
    events: notes(1, 3),
    rows: {
      runs: [runRow()],
      workstreams: [workstreamRow(1)],
      tasks: [taskRow(1)],
      attempts: [attemptRow(1)],
      patches: [patchRow(1, diff)],
      patch_ledger_entries: [entryRow(1)],
      gate_runs: [gateRunRow(1)],
    },
    patchBytes: [{ patchId: id('PAT', 1), diff }],
    outboxAdded: [{ effectId: id('EFF', 1), runId: RUN, kind: 'start-attempt', body: '{}' }],
  });
}
