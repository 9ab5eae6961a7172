// When a task has completed that others want the work of, a summary of it is written down once.
import type { Handoff, HandoffFile } from '../../shared/domain/handoff.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { FileChange } from '../../shared/domain/patch.ts';
import { present } from '../../shared/lib/assert.ts';
import { committedChange } from '../state/edges.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import type { Turn } from './turn.ts';

export function handOver(turn: Turn, run: RunNode, task: TaskNode): void {
  if (task.handoff !== null || !task.dependentsOf.some(({ edge }) => edge === 'artifact')) return;
  const { taskId } = task.plan;
  const subject = { entity: 'task', id: task.ulid } as const;
  turn.emit(run.runId, 'handoff-written', subject, { taskId, handoff: summaryOf(task) });
}

function summaryOf(task: TaskNode): Handoff {
  const change = committedChange(task);
  const files = change?.created.files ?? [];
  const attempt = change?.attempt ?? task.attempts.at(-1);
  return {
    taskId: task.plan.taskId,
    name: clip(task.plan.name),
    tool: attempt?.tool ?? task.plan.tool,
    completion: present(task.completion, `completion of ${task.plan.taskId}`),
    commit: change?.commit ?? null,
    files: files.slice(0, LIMITS.handoffFiles).map(fileOf),
    filesTotal: files.length,
    insertions: change?.created.insertions ?? 0,
    deletions: change?.created.deletions ?? 0,
    notes: (attempt?.notes ?? []).slice(0, LIMITS.handoffNotes).map(clip),
  };
}

function fileOf({ path, oldPath, change, insertions, deletions }: FileChange): HandoffFile {
  return { path, oldPath, change, insertions, deletions };
}

function clip(text: string): string {
  return text.length <= LIMITS.handoffNoteLength ? text : `${text.slice(0, LIMITS.handoffNoteLength - 1)}…`;
}
