// The tables that the original plan adds, column for column as it gives them.
import { quote } from './quote-name.ts';

export interface BriefTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** `runsKey` is the column by which a row of `runs` is known here; the plan says `run_id`. */
  readonly sql: (runsKey: string) => string;
}

const PATCHES = `CREATE TABLE patches (
    patch_id TEXT PRIMARY KEY,
    format TEXT NOT NULL,
    target_repo TEXT NOT NULL,
    base_ref TEXT,
    base_commit TEXT,
    execution_request_id TEXT,
    tool_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    diff_text TEXT NOT NULL,
    summary TEXT,
    files_touched TEXT,
    line_insertions INTEGER DEFAULT 0,
    line_deletions INTEGER DEFAULT 0,
    hunks INTEGER DEFAULT 0
)`;

const ENTRIES = `CREATE TABLE patch_ledger_entries (
    ledger_id TEXT PRIMARY KEY,
    patch_id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    phase_id TEXT,
    workstream_id TEXT,
    execution_request_id TEXT,
    state TEXT NOT NULL,
    state_history TEXT,
    validation_format_ok INTEGER DEFAULT 0,
    validation_scope_ok INTEGER DEFAULT 0,
    validation_constraints_ok INTEGER DEFAULT 0,
    validation_tests_ran INTEGER DEFAULT 0,
    validation_tests_passed INTEGER DEFAULT 0,
    validation_errors TEXT,
    apply_attempts INTEGER DEFAULT 0,
    apply_last_attempt_at TEXT,
    apply_last_error_code TEXT,
    apply_last_error_message TEXT,
    apply_workspace_path TEXT,
    apply_applied_files TEXT,
    quarantine_is_quarantined INTEGER DEFAULT 0,
    quarantine_reason TEXT,
    quarantine_path TEXT,
    quarantine_at TEXT,
    relations_replaces_patch_id TEXT,
    relations_rollback_of_patch_id TEXT,
    relations_chain_id TEXT,
    FOREIGN KEY (patch_id) REFERENCES patches(patch_id)
)`;

const EVENTS = (runsKey: string) => `CREATE TABLE run_events (
    event_id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    payload TEXT,
    source TEXT,
    FOREIGN KEY (run_id) REFERENCES runs(${runsKey === 'run_id' ? runsKey : quote(runsKey)})
)`;

/** In the order in which they are made. */
export const BRIEF_TABLES: readonly BriefTable[] = [
  table('patches', () => PATCHES),
  table('patch_ledger_entries', () => ENTRIES),
  table('run_events', EVENTS),
];

function table(name: string, sql: BriefTable['sql']): BriefTable {
  const columns = [...sql('run_id').matchAll(/^ {4}([a-z_]+) (?:TEXT|INTEGER)/gm)].map(([, column = '']) => column);
  return { name, columns, sql };
}
