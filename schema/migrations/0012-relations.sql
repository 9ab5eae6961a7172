-- A chain is named for its first patch: the one that no other was before. Until now it was named for the task.
CREATE INDEX patch_ledger_entries_by_replaced ON patch_ledger_entries (relations_replaces_patch_id);
WITH RECURSIVE chains (patch_id, first_id) AS (
  SELECT patch_id, patch_id FROM patch_ledger_entries WHERE relations_replaces_patch_id IS NULL
  UNION ALL
  SELECT entry.patch_id, chains.first_id
  FROM chains JOIN patch_ledger_entries AS entry ON entry.relations_replaces_patch_id = chains.patch_id
)
UPDATE patch_ledger_entries SET relations_chain_id = chains.first_id
FROM chains WHERE chains.patch_id = patch_ledger_entries.patch_id;
CREATE INDEX patch_ledger_entries_by_chain ON patch_ledger_entries (relations_chain_id);
CREATE INDEX patch_ledger_entries_by_state ON patch_ledger_entries (state, ledger_id);
CREATE INDEX patches_by_tool ON patches (tool_id);

-- What happened to a patch is only ever added to, and what it is related to never changes.
CREATE TRIGGER patch_history_grows BEFORE UPDATE ON patch_ledger_entries
WHEN substr(NEW.state_history, 1, length(OLD.state_history) - 1) IS NOT substr(OLD.state_history, 1, length(OLD.state_history) - 1)
  OR NEW.patch_id IS NOT OLD.patch_id
  OR NEW.relations_replaces_patch_id IS NOT OLD.relations_replaces_patch_id
  OR NEW.relations_chain_id IS NOT OLD.relations_chain_id
BEGIN
  SELECT RAISE(ABORT, 'the history of a patch is append-only, and its relations never change');
END;

CREATE TRIGGER patch_ledger_entries_refuse_delete BEFORE DELETE ON patch_ledger_entries
WHEN NOT EXISTS (SELECT 1 FROM archives WHERE run_id = OLD.run_id)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: an entry is never deleted, only archived');
END;

CREATE TRIGGER reviews_refuse_delete BEFORE DELETE ON reviews
WHEN NOT EXISTS (SELECT 1 FROM archives WHERE run_id = OLD.run_id)
BEGIN
  SELECT RAISE(ABORT, 'a review is never deleted, only archived');
END;
