-- Workers of a run's pool, and which of them an attempt was given to under which lease.
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

ALTER TABLE attempts ADD COLUMN worker_ulid TEXT;
ALTER TABLE attempts ADD COLUMN lease INTEGER;
