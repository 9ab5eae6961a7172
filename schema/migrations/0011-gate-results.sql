-- A gate run lists the tests that failed, and may judge the head at the end of a wave in place of a change.
DROP INDEX gate_runs_by_run;

ALTER TABLE gate_runs RENAME TO gate_runs_before;

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

INSERT INTO gate_runs
SELECT gate_run_id, run_id, gate_id, patch_id, change_id, NULL, tree, commit_sha, state, exit_code, duration_ms, tail,
  logs_path, cached, 0, '[]', 0, queued_at, ended_at
FROM gate_runs_before;

DROP TABLE gate_runs_before;

CREATE INDEX gate_runs_by_run ON gate_runs (run_id);
