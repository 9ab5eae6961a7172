-- A task that a run adds itself says what it goes on with; its attempts begin with the content of another commit than their base.
ALTER TABLE tasks ADD COLUMN origin_kind TEXT;
ALTER TABLE tasks ADD COLUMN origin_task TEXT;
ALTER TABLE tasks ADD COLUMN origin_patch TEXT;
ALTER TABLE attempts ADD COLUMN start_from TEXT;
