-- Questions about patches that only a person can decide, and what was said about each.
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

-- A decision is never changed. Only the archive of its run takes it away.
CREATE TRIGGER reviews_decided BEFORE UPDATE ON reviews WHEN OLD.ended_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a review that was decided is never changed');
END;
