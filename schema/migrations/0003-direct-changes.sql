-- Work of tasks in direct-edit mode, and gate runs that judge it: a gate run names a patch or a direct change.

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

DROP INDEX gate_runs_by_run;

ALTER TABLE gate_runs RENAME TO gate_runs_before;

CREATE TABLE gate_runs (
  gate_run_id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES runs (run_id),
  gate_id TEXT NOT NULL,
  patch_id TEXT REFERENCES patches (patch_id),
  change_id TEXT REFERENCES direct_changes (change_id),
  tree TEXT NOT NULL,
  commit_sha TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'pending' OR state = 'blocked' OR state = 'running' OR state = 'passed' OR state = 'failed' OR state = 'error' OR state = 'skipped'),
  exit_code INTEGER,
  duration_ms INTEGER,
  tail TEXT NOT NULL,
  logs_path TEXT,
  cached INTEGER NOT NULL,
  queued_at TEXT NOT NULL,
  ended_at TEXT,
  CHECK ((patch_id IS NULL) <> (change_id IS NULL))
) STRICT;

INSERT INTO gate_runs
SELECT gate_run_id, run_id, gate_id, patch_id, NULL, tree, commit_sha, state, exit_code, duration_ms, tail, logs_path,
  cached, queued_at, ended_at
FROM gate_runs_before;

DROP TABLE gate_runs_before;

CREATE INDEX gate_runs_by_run ON gate_runs (run_id);
