// A conflict with both intents: what the patch was for, and what the other side of each file was for.
import type { ConflictIntent, ConflictView } from '../../shared/ipc/views.ts';
import type { Change, PatchNode, RunNode } from '../state/run-state.ts';

/** Null for a patch that has met none. */
export function conflictView(run: RunNode, patch: PatchNode): ConflictView | null {
  const { conflict } = patch;
  if (conflict === null) return null;
  const files = conflict.files.map((file) => ({ ...file, other: intentOf(run, file.otherSide?.changeId ?? null) }));
  return { ...conflict, files, intent: intent(patch) };
}

/** Null where the other side is no change of this run. */
function intentOf(run: RunNode, changeId: string | null): ConflictIntent | null {
  if (changeId === null) return null;
  const change = run.patches.get(changeId) ?? run.directChanges.get(changeId);
  return change === undefined ? null : intent(change);
}

function intent(change: Change): ConflictIntent {
  const { taskId, name } = change.task.plan;
  const isPatch = change.table === 'patches';
  return {
    taskId,
    taskName: name,
    patchId: isPatch ? change.patchId : null,
    summary: isPatch ? change.created.summary : name,
  };
}
