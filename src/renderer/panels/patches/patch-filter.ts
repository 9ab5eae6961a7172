// Which patches of the ledger the user wants to see: by text, state and task.
import { PATCH_MACHINE, type PatchState } from '../../../shared/domain/patch.ts';
import type { PatchView } from '../../../shared/ipc/views.ts';
import { statesOf } from '../../../shared/lib/machine.ts';

export interface PatchFilter {
  readonly text: string;
  readonly state: PatchState | '';
  readonly task: string;
}

export const NO_PATCH_FILTER: PatchFilter = { text: '', state: '', task: '' };

/** The text is looked for in the task, the summary, the tool, the ids and every path. */
export function matchingPatches(patches: readonly PatchView[], filter: PatchFilter): readonly PatchView[] {
  const text = filter.text.trim().toLowerCase();
  return patches.filter(
    (patch) =>
      (filter.state === '' || patch.state === filter.state) &&
      (filter.task === '' || patch.taskName === filter.task) &&
      (text === '' || wordsOf(patch).includes(text)),
  );
}

function wordsOf(patch: PatchView): string {
  return [patch.taskName, patch.summary, patch.tool, patch.patchId, patch.commit ?? '', ...patch.paths]
    .join('\n')
    .toLowerCase();
}

/** The states that occur, in the order of the machine. */
export function statesPresent(patches: readonly PatchView[]): readonly PatchState[] {
  const present = new Set(patches.map((patch) => patch.state));
  return statesOf(PATCH_MACHINE).filter((state) => present.has(state));
}
