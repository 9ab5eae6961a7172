-- Judgements of phases, workstreams and tasks: one row for each, with its checks as JSON.
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
