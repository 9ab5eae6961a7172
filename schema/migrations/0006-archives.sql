-- Closed runs may leave the live tables, whole, for an archive that the ledger names with its hash.
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

-- Where the chain of hashes goes on across what was archived: the numbers from first_seq to last_seq are in an archive.
CREATE TABLE archived_ranges (
  first_seq INTEGER PRIMARY KEY,
  last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
  run_id TEXT NOT NULL REFERENCES archives (run_id),
  prev_hash TEXT NOT NULL,
  last_hash TEXT NOT NULL
) STRICT;

CREATE INDEX archived_ranges_by_run ON archived_ranges (run_id);

-- Lists name a run without reading its events.
ALTER TABLE runs ADD COLUMN plan_name TEXT NOT NULL DEFAULT '';
UPDATE runs SET plan_name = coalesce((SELECT payload ->> '$.plan.name' FROM run_events
  WHERE run_events.run_id = runs.run_id AND event_type = 'run-created' ORDER BY seq LIMIT 1), '');

-- The one door: an event or a patch may go only while a record in the same ledger says which archive has it.
DROP TRIGGER run_events_refuse_delete;
CREATE TRIGGER run_events_refuse_delete BEFORE DELETE ON run_events
WHEN coalesce((SELECT last_seq FROM archived_ranges WHERE first_seq <= OLD.seq ORDER BY first_seq DESC LIMIT 1), 0) < OLD.seq
BEGIN
  SELECT RAISE(ABORT, 'run_events is append-only: an event is never deleted, only archived');
END;

DROP TRIGGER patches_refuse_delete;
CREATE TRIGGER patches_refuse_delete BEFORE DELETE ON patches
WHEN NOT EXISTS (SELECT 1 FROM archives WHERE run_id = OLD.run_id)
BEGIN
  SELECT RAISE(ABORT, 'patches are immutable: a patch is never deleted, only archived');
END;
