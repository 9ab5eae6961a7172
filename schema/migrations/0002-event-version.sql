-- Each event carries the version of its kind's data; those written before have version 1.
-- Reasons: the record about events and their names in docs/decisions. This file never changes; write the next one.

ALTER TABLE run_events ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
