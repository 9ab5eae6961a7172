// The tasks of a run whose work is on its head, in the order in which it got there, each with what it changed.
import { present } from '../../../shared/lib/assert.ts';
import { committedChange } from '../../state/edges.ts';
import type { Change, RunNode, TaskNode } from '../../state/run-state.ts';
import { createLineOwners, type Touch } from './line-owners.ts';
import { type ReadChange, readChange } from './read-change.ts';

export interface LandedTask {
  readonly taskId: string;
  readonly task: TaskNode;
  readonly change: ReadChange;
  /** Whose work of this run it changed; those others landed before. */
  readonly touches: readonly Touch[];
}

/** `diffOf` gives a patch's bytes; null where they are not kept. */
export function landedTasks(run: RunNode, diffOf: (patchId: string) => Uint8Array | null): readonly LandedTask[] {
  // What was added for a task counts as that one's work.
  const planned = [...run.tasks.values()].filter(({ plan }) => plan.origin === undefined);
  const landed = planned.flatMap((task) => {
    const change = committedChange(task);
    return change === undefined ? [] : [{ task, change }];
  });
  landed.sort((a, b) => endOf(a.task).localeCompare(endOf(b.task)) || a.task.index - b.task.index);
  const owners = createLineOwners();
  return landed.map(({ task, change: node }) => {
    const { taskId } = task.plan;
    const change = read(node, diffOf);
    return { taskId, task, change, touches: owners.apply(taskId, change.files) };
  });
}

function endOf(task: TaskNode): string {
  return present(task.endedAt, `end of task ${task.plan.taskId}`);
}

/** Of a direct change nothing but its files is known. */
function read(change: Change, diffOf: (patchId: string) => Uint8Array | null): ReadChange {
  const diff = change.table === 'patches' ? diffOf(change.patchId) : null;
  const known = diff === null ? null : readChange(diff);
  if (known !== null) return known;
  const files = change.created.files.map(({ path, oldPath, change: kind }) => ({
    path,
    oldPath: kind === 'added' || kind === 'copied' ? null : (oldPath ?? path),
    isDeleted: kind === 'deleted',
    spans: null,
  }));
  return { files, added: new Map() };
}
