// What a task hands on along an `artifact` edge: a bounded summary of what it changed, for the tool of the task after it.
import type { ChangeKind } from './patch.ts';
import type { TaskCompletion } from './task.ts';

export interface HandoffFile {
  readonly path: string;
  /** Only where the file had another name. */
  readonly oldPath: string | null;
  readonly change: ChangeKind;
  readonly insertions: number;
  readonly deletions: number;
}

export interface Handoff {
  readonly taskId: string;
  readonly name: string;
  readonly tool: string;
  readonly completion: TaskCompletion;
  /** Null where nothing was committed. */
  readonly commit: string | null;
  /** The first ones by name; `filesTotal` counts all. */
  readonly files: readonly HandoffFile[];
  readonly filesTotal: number;
  readonly insertions: number;
  readonly deletions: number;
  /** What was noted of the attempt, and what the tool left to say. */
  readonly notes: readonly string[];
}

/** As tools and people read it: one JSON document, its names like those of other documents. */
export function handoffDocument(handoffs: readonly Handoff[]): string {
  const tasks = handoffs.map(({ taskId, filesTotal, files, ...rest }) => ({
    task_id: taskId,
    ...rest,
    files: files.map(({ oldPath, ...file }) => ({ ...file, old_path: oldPath })),
    files_total: filesTotal,
  }));
  return `${JSON.stringify({ handoffs: tasks }, null, 2)}\n`;
}
