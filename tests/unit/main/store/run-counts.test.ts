// What is counted of a run without replaying it.
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src/main/store/open-database.ts';
import { ledgerFolder, wholeCommit } from './ledger-fixture.ts';

test('of a task that was tried again only the newest life is counted', () => {
  const ledger = ledgerFolder();
  const store = ledger.open();
  store.commit(wholeCommit(new TextEncoder().encode('diff --git a/x b/x\n')));
  const [run] = store.runRows();
  const before = store.runCounts(run?.run_id ?? '').tasks;
  const db = openDatabase({ file: ledger.file, readOnly: false, synchronous: 'NORMAL' });
  db.exec(`UPDATE tasks SET state = 'failed';
    INSERT INTO tasks (task_ulid, run_id, task_id, workstream_id, phase_id, kind, tool_id, state, attempts, retry_of)
    SELECT 'newest', run_id, task_id, workstream_id, phase_id, kind, tool_id, 'completed', 1, task_ulid FROM tasks`);
  db.close();
  expect(Object.values(before)).toEqual([1]);
  expect(store.runCounts(run?.run_id ?? '').tasks).toEqual({ completed: 1 });
  ledger.remove();
});
