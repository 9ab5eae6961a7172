// Each patch's own history is a chain: this looks at the rows as they lie, without the events that they were made from.
import type { Store } from '../../shared/ports/store.ts';
import { brokenEntry, type HistoryEntry } from '../state/history-entry.ts';

/** One sentence for each history that was changed by hand. */
export function checkHistories(store: Pick<Store, 'rowsOf'>, runId: string): readonly string[] {
  return store.rowsOf('patch_ledger_entries', runId).flatMap(({ patch_id, state_history }) => {
    const history = parsed(state_history);
    if (history === null) return [`patch ${patch_id}: its history cannot be read`];
    const broken = brokenEntry(history);
    if (broken < 0) return [];
    return [`patch ${patch_id}: entry ${broken + 1} of its history does not follow from those before it`];
  });
}

function parsed(text: string): readonly HistoryEntry[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as readonly HistoryEntry[]) : null; // a wrong entry has a wrong hash
  } catch {
    return null;
  }
}
