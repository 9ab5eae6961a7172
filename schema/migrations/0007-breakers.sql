-- Tools that a project declares, as they stand in each run: shut off or not, at rest until, and how they did.
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
