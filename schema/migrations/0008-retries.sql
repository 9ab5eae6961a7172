-- A task that a person tries again is a row of its own; it names the row it comes after.
ALTER TABLE tasks ADD COLUMN retry_of TEXT;
