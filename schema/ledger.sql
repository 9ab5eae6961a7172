-- Golden dump, made by `node build/dump-ledger.ts` from schema/migrations; a test compares it.

PRAGMA application_id = 1346522180;

PRAGMA user_version = 12;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run_events (
  seq INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL UNIQUE,
  run_id TEXT,
  event_type TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  payload TEXT NOT NULL,
  source TEXT,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)) STRICT;

CREATE INDEX run_events_by_run ON run_events (run_id);

CREATE TRIGGER run_events_refuse_update BEFORE UPDATE ON run_events
BEGIN
  SELECT RAISE(ABORT, 'run_events is append-only: an event is never changed');
END;

CREATE TABLE runs (
  run_id TEXT PRIMARY KEY,
  run_ulid TEXT NOT NULL CHECK (run_ulid = run_id),
  project_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  plan_file TEXT,
  repository TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'pending' OR state = 'running' OR state = 'succeeded' OR state = 'failed' OR state = 'quarantined' OR state = 'canceled'),
  state_reason TEXT,
  control TEXT NOT NULL CHECK (control = 'active' OR control = 'pausing' OR control = 'paused' OR control = 'stopping' OR control = 'waiting'),
  control_reason TEXT,
  strategy TEXT NOT NULL,
  max_parallel INTEGER NOT NULL,
  base_commit TEXT NOT NULL,
  base_ref TEXT,
  head_commit TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  ended_at TEXT
, plan_name TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE TABLE workstreams (
  workstream_ulid TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  workstream_id TEXT NOT NULL,
  phase_id TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'planned' OR state = 'blocked' OR state = 'ready' OR state = 'executing' OR state = 'validating' OR state = 'completed' OR state = 'failed' OR state = 'cancelled' OR state = 'skipped'),
  PRIMARY KEY (run_id, workstream_ulid)
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
  task_ulid TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  task_id TEXT NOT NULL,
  workstream_id TEXT NOT NULL,
  phase_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  tool_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'pending' OR state = 'queued' OR state = 'blocked' OR state = 'running' OR state = 'retrying' OR state = 'validating' OR state = 'completed' OR state = 'failed' OR state = 'cancelled'),
  state_reason TEXT,
  attempts INTEGER NOT NULL,
  not_before TEXT,
  started_at TEXT,
  ended_at TEXT, retry_of TEXT, origin_kind TEXT, origin_task TEXT, origin_patch TEXT,
  PRIMARY KEY (run_id, task_ulid)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
  attempt_ulid TEXT NOT NULL,
  run_id TEXT NOT NULL,
  task_ulid TEXT NOT NULL,
  execution_request_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  tool_id TEXT NOT NULL,
  base_commit TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'pending' OR state = 'running' OR state = 'completed' OR state = 'error' OR state = 'canceled'),
  state_reason TEXT,
  created_at TEXT NOT NULL,
  started_at TEXT,
  ended_at TEXT,
  pid INTEGER,
  process_start TEXT,
  workspace_path TEXT,
  exit_code INTEGER,
  output_bytes INTEGER NOT NULL,
  logs_path TEXT,
  notes TEXT NOT NULL, worker_ulid TEXT, lease INTEGER, start_from TEXT,
  PRIMARY KEY (run_id, attempt_ulid),
  FOREIGN KEY (run_id, task_ulid) REFERENCES tasks (run_id, task_ulid)
) STRICT, WITHOUT ROWID;

CREATE TABLE patches (
  patch_id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL,
  task_ulid TEXT NOT NULL,
  attempt_ulid TEXT NOT NULL,
  format TEXT NOT NULL,
  target_repo TEXT NOT NULL,
  base_ref TEXT,
  base_commit TEXT NOT NULL,
  execution_request_id TEXT NOT NULL,
  tool_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  summary TEXT NOT NULL,
  files_touched TEXT NOT NULL,
  line_insertions INTEGER NOT NULL DEFAULT 0,
  line_deletions INTEGER NOT NULL DEFAULT 0,
  hunks INTEGER NOT NULL DEFAULT 0,
  tree TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes = length(diff_text)),
  diff_text BLOB NOT NULL
) STRICT;

CREATE INDEX patches_by_run ON patches (run_id);

CREATE TRIGGER patches_refuse_update BEFORE UPDATE ON patches
BEGIN
  SELECT RAISE(ABORT, 'patches are immutable: a patch is never changed');
END;

CREATE TABLE patch_ledger_entries (
  ledger_id TEXT PRIMARY KEY,
  patch_id TEXT NOT NULL REFERENCES patches (patch_id),
  run_id TEXT NOT NULL,
  project_id TEXT NOT NULL,
  phase_id TEXT NOT NULL,
  workstream_id TEXT NOT NULL,
  execution_request_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'created' OR state = 'validated' OR state = 'queued' OR state = 'applied' OR state = 'apply_failed' OR state = 'verified' OR state = 'committed' OR state = 'rolled_back' OR state = 'quarantined' OR state = 'dropped'),
  state_history TEXT NOT NULL,
  validation_format_ok INTEGER NOT NULL DEFAULT 0,
  validation_scope_ok INTEGER NOT NULL DEFAULT 0,
  validation_constraints_ok INTEGER NOT NULL DEFAULT 0,
  validation_tests_ran INTEGER NOT NULL DEFAULT 0,
  validation_tests_passed INTEGER NOT NULL DEFAULT 0,
  validation_errors TEXT NOT NULL,
  apply_attempts INTEGER NOT NULL DEFAULT 0,
  apply_last_attempt_at TEXT,
  apply_last_error_code TEXT,
  apply_last_error_message TEXT,
  apply_workspace_path TEXT,
  apply_applied_files TEXT NOT NULL,
  quarantine_is_quarantined INTEGER NOT NULL DEFAULT 0,
  quarantine_reason TEXT,
  quarantine_path TEXT,
  quarantine_at TEXT,
  relations_replaces_patch_id TEXT,
  relations_rollback_of_patch_id TEXT,
  relations_chain_id TEXT,
  commit_sha TEXT
) STRICT;

CREATE INDEX patch_ledger_entries_by_patch ON patch_ledger_entries (patch_id);

CREATE INDEX patch_ledger_entries_by_run ON patch_ledger_entries (run_id);

CREATE TABLE outbox (
  position INTEGER PRIMARY KEY,
  effect_id TEXT NOT NULL UNIQUE,
  run_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE direct_changes (
  change_id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  task_ulid TEXT NOT NULL,
  attempt_ulid TEXT NOT NULL,
  tool_id TEXT NOT NULL,
  base_commit TEXT NOT NULL,
  tree TEXT NOT NULL,
  files_touched TEXT NOT NULL,
  line_insertions INTEGER NOT NULL,
  line_deletions INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'captured' OR state = 'queued' OR state = 'committed' OR state = 'kept' OR state = 'dropped'),
  state_reason TEXT,
  findings TEXT NOT NULL,
  apply_attempts INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  commit_sha TEXT
) STRICT;

CREATE INDEX direct_changes_by_run ON direct_changes (run_id);

CREATE TABLE acceptances (
  acceptance_id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  level TEXT NOT NULL CHECK (level = 'phase' OR level = 'workstream' OR level = 'task'),
  level_id TEXT NOT NULL,
  change_id TEXT,
  commit_sha TEXT NOT NULL,
  tree TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'running' OR state = 'passed' OR state = 'failed' OR state = 'canceled'),
  state_reason TEXT,
  checks TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;

CREATE INDEX acceptances_by_run ON acceptances (run_id);

CREATE TABLE workers (
  worker_ulid TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'SPAWNING' OR state = 'IDLE' OR state = 'BUSY' OR state = 'DRAINING' OR state = 'TERMINATED'),
  state_reason TEXT,
  current_attempt TEXT,
  lease INTEGER,
  missed_heartbeats INTEGER NOT NULL,
  last_seen_at TEXT,
  quarantined_at TEXT,
  quarantine_reason TEXT,
  attempts_completed INTEGER NOT NULL,
  attempts_failed INTEGER NOT NULL,
  busy_ms INTEGER NOT NULL,
  spawned_at TEXT NOT NULL,
  terminated_at TEXT,
  PRIMARY KEY (run_id, worker_ulid)
) STRICT, WITHOUT ROWID;

CREATE TABLE archives (
  run_id TEXT PRIMARY KEY REFERENCES runs (run_id),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  events INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  last_hash TEXT NOT NULL,
  patch_ids TEXT NOT NULL,
  archived_at TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE archived_ranges (
  first_seq INTEGER PRIMARY KEY,
  last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
  run_id TEXT NOT NULL REFERENCES archives (run_id),
  prev_hash TEXT NOT NULL,
  last_hash TEXT NOT NULL
) STRICT;

CREATE INDEX archived_ranges_by_run ON archived_ranges (run_id);

CREATE TRIGGER run_events_refuse_delete BEFORE DELETE ON run_events
WHEN coalesce((SELECT last_seq FROM archived_ranges WHERE first_seq <= OLD.seq ORDER BY first_seq DESC LIMIT 1), 0) < OLD.seq
BEGIN
  SELECT RAISE(ABORT, 'run_events is append-only: an event is never deleted, only archived');
END;

CREATE TRIGGER patches_refuse_delete BEFORE DELETE ON patches
WHEN NOT EXISTS (SELECT 1 FROM archives WHERE run_id = OLD.run_id)
BEGIN
  SELECT RAISE(ABORT, 'patches are immutable: a patch is never deleted, only archived');
END;

CREATE TABLE breakers (
  breaker_id TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  tool_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'closed' OR state = 'open' OR state = 'half_open'),
  state_reason TEXT,
  failure_class TEXT,
  failures INTEGER NOT NULL,
  opened_at TEXT,
  retry_at TEXT,
  probe_attempt TEXT,
  limited_until TEXT,
  attempts_completed INTEGER NOT NULL,
  attempts_failed INTEGER NOT NULL,
  busy_ms INTEGER NOT NULL,
  PRIMARY KEY (run_id, breaker_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
  review_id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  patch_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  trigger_kind TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity = 'info' OR severity = 'warning' OR severity = 'error'),
  reason TEXT NOT NULL,
  findings TEXT NOT NULL,
  approvals_needed INTEGER NOT NULL,
  head_commit TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'open' OR state = 'in_review' OR state = 'approved' OR state = 'rejected' OR state = 'adjusted' OR state = 'sent_back' OR state = 'expired' OR state = 'withdrawn'),
  state_reason TEXT,
  votes TEXT NOT NULL,
  waived TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;

CREATE INDEX reviews_by_run ON reviews (run_id);

CREATE INDEX reviews_open ON reviews (review_id) WHERE ended_at IS NULL;

CREATE TRIGGER reviews_decided BEFORE UPDATE ON reviews WHEN OLD.ended_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a review that was decided is never changed');
END;

CREATE TABLE gate_runs (
  gate_run_id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  gate_id TEXT NOT NULL,
  patch_id TEXT REFERENCES patches (patch_id),
  change_id TEXT REFERENCES direct_changes (change_id),
  wave INTEGER,
  tree TEXT NOT NULL,
  commit_sha TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'pending' OR state = 'blocked' OR state = 'running' OR state = 'passed' OR state = 'failed' OR state = 'error' OR state = 'skipped'),
  exit_code INTEGER,
  duration_ms INTEGER,
  tail TEXT NOT NULL,
  logs_path TEXT,
  cached INTEGER NOT NULL,
  flaky INTEGER NOT NULL,
  failures TEXT NOT NULL,
  failed INTEGER NOT NULL,
  queued_at TEXT NOT NULL,
  ended_at TEXT,
  CHECK ((patch_id IS NOT NULL) + (change_id IS NOT NULL) + (wave IS NOT NULL) = 1)
) STRICT;

CREATE INDEX gate_runs_by_run ON gate_runs (run_id);

CREATE INDEX patch_ledger_entries_by_replaced ON patch_ledger_entries (relations_replaces_patch_id);

CREATE INDEX patch_ledger_entries_by_chain ON patch_ledger_entries (relations_chain_id);

CREATE INDEX patch_ledger_entries_by_state ON patch_ledger_entries (state, ledger_id);

CREATE INDEX patches_by_tool ON patches (tool_id);

CREATE TRIGGER patch_history_grows BEFORE UPDATE ON patch_ledger_entries
WHEN substr(NEW.state_history, 1, length(OLD.state_history) - 1) IS NOT substr(OLD.state_history, 1, length(OLD.state_history) - 1)
  OR NEW.patch_id IS NOT OLD.patch_id
  OR NEW.relations_replaces_patch_id IS NOT OLD.relations_replaces_patch_id
  OR NEW.relations_chain_id IS NOT OLD.relations_chain_id
BEGIN
  SELECT RAISE(ABORT, 'the history of a patch is append-only, and its relations never change');
END;

CREATE TRIGGER patch_ledger_entries_refuse_delete BEFORE DELETE ON patch_ledger_entries
WHEN NOT EXISTS (SELECT 1 FROM archives WHERE run_id = OLD.run_id)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: an entry is never deleted, only archived');
END;

CREATE TRIGGER reviews_refuse_delete BEFORE DELETE ON reviews
WHEN NOT EXISTS (SELECT 1 FROM archives WHERE run_id = OLD.run_id)
BEGIN
  SELECT RAISE(ABORT, 'a review is never deleted, only archived');
END;
