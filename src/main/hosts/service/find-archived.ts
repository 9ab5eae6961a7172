// Looks for patches of an archived run: all of it is in memory by then.
import type { FileChange } from '../../../shared/domain/patch.ts';
import { matchAny } from '../../../shared/lib/glob.ts';
import type { FoundPatches, PatchQuery } from '../../../shared/ports/find-patches.ts';
import type { LedgerEntryRow } from '../../../shared/ports/store.ts';
import type { RowSet } from '../../state/rows.ts';
import { changesText } from '../../store/changes-text.ts';

export function findArchived(
  rows: RowSet,
  diffs: ReadonlyMap<string, Uint8Array>,
  { state, taskId, tool, file, text, before, limit }: PatchQuery,
): FoundPatches<LedgerEntryRow> {
  const patches = new Map((rows.patches ?? []).map((row) => [row.patch_id, row]));
  const tasks = new Set((rows.tasks ?? []).flatMap((row) => (row.task_id === taskId ? row.task_ulid : [])));
  const touches = file === undefined ? () => true : matchAny([file]);
  const found = (rows.patch_ledger_entries ?? []).toReversed().filter((entry) => {
    const patch = patches.get(entry.patch_id);
    if (patch === undefined || (before !== undefined && entry.ledger_id >= before)) return false;
    if (state !== undefined && entry.state !== state) return false;
    if (tool !== undefined && patch.tool_id !== tool) return false;
    if (taskId !== undefined && !tasks.has(patch.task_ulid)) return false;
    const files = JSON.parse(patch.files_touched) as readonly FileChange[]; // written by rows.ts from FileChange[]
    if (!files.some(({ path, oldPath }) => touches(path) || (oldPath !== null && touches(oldPath)))) return false;
    return text === undefined || changesText(diffs.get(entry.patch_id) ?? new Uint8Array(), text);
  });
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? (entries.at(-1)?.ledger_id ?? null) : null };
}
