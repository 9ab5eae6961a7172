// What integrating one patch, or all that waits in a run's train, would give now.
import type { MergePreview, PreviewEntry } from '../../../shared/ipc/merge-preview.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { PreviewedChange, PreviewOutcome } from '../../../shared/ports/integration.ts';
import { changeIdOf } from '../../state/find-change.ts';
import type { Change, PatchNode, RunNode } from '../../state/run-state.ts';
import type { ServiceParts } from './service-parts.ts';

type Parts = Pick<ServiceParts, 'store' | 'rooms'>;

/** The whole queue in its order. */
export function previewQueue(parts: Parts, run: RunNode): Promise<MergePreview> {
  return preview(parts, run, queueOf(run));
}

function queueOf({ train, created }: RunNode): readonly Change[] {
  if (created.plan.mergeOrder === 'plan') return train.toSorted((a, b) => a.task.index - b.task.index);
  return train.toSorted((a, b) => b.task.priority - a.task.priority);
}

/** Throws `E_WRONG_STATE` for one that is committed: there is nothing to preview. */
export function previewPatch(parts: Parts, run: RunNode, patch: PatchNode): Promise<MergePreview> {
  if (patch.commit === null) return preview(parts, run, [patch]);
  const { patchId, commit } = patch;
  const message = `Patch ${patchId} is on the run's head already, as ${commit.slice(0, 10)}.`;
  throw new PatchbayError('E_WRONG_STATE', message, `Look at it with \`patchbay patch show ${patchId}\`.`, { patchId });
}

async function preview(parts: Parts, run: RunNode, changes: readonly Change[]): Promise<MergePreview> {
  const previewed = await Promise.all(changes.map((change) => previewedOf(parts, change)));
  const outcomes = await parts.rooms.integration.preview({ onto: run.head, changes: previewed });
  const entries = changes.flatMap((change, at) => {
    const outcome = outcomes[at];
    return outcome === undefined ? [] : [entryOf(change, outcome)];
  });
  return { run_id: run.runId, head: run.head, entries };
}

async function previewedOf({ store, rooms }: Parts, change: Change): Promise<PreviewedChange> {
  const { base, tree, files } = change.created;
  const kept = change.table === 'patches' ? store.patchDiff(change.patchId) : null;
  return { base, tree, files, diff: kept ?? (await rooms.integration.diffBetween(base, tree)) };
}

function entryOf(change: Change, { verdict, files, moreFiles, message }: PreviewOutcome): PreviewEntry {
  const { taskId, name } = change.task.plan;
  const isPatch = change.table === 'patches';
  return {
    patch_id: isPatch ? change.patchId : null,
    change_id: isPatch ? null : changeIdOf(change),
    task_id: taskId,
    task_name: name,
    verdict,
    files,
    more_files: moreFiles,
    message,
  };
}
