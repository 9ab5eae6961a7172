// A conflict for people and for programs: kind, files and lines, and what both sides were for.
import { conflictWords, lineWords } from '../../../shared/domain/conflict.ts';
import type { ConflictIntent, ConflictView } from '../../../shared/ipc/views.ts';

type ConflictedFile = ConflictView['files'][number];

export function conflictLines(conflict: ConflictView | null): readonly string[] {
  if (conflict === null) return [];
  const more = conflict.moreFiles > 0 ? [`  and ${conflict.moreFiles} more files`] : [];
  return [`conflict with ${conflict.onto.slice(0, 10)}`, ...conflict.files.map(fileLine), ...more];
}

function fileLine(file: ConflictedFile): string {
  const { other } = file;
  const by = other === null ? (file.otherSide?.commit.slice(0, 10) ?? '') : `${other.taskName} (${other.taskId})`;
  const more = file.moreRegions > 0 ? ' …' : '';
  const lines = file.regions.map(({ patch, head }) => `${lineWords(patch)} against ${lineWords(head)}`).join(', ');
  const place = lines === '' ? '' : `, lines ${lines}${more}`;
  return `  ${file.path}: ${conflictWords(file)}${place}${by === '' ? '' : `; the other side: ${by}`}`;
}

/** As `--json` says it; null where there is none. */
export function conflictDocument(conflict: ConflictView | null) {
  if (conflict === null) return null;
  return {
    base: conflict.base,
    onto: conflict.onto,
    merge: conflict.merge,
    joined: conflict.joined,
    intent: intentDocument(conflict.intent),
    files: conflict.files.map((file) => ({
      path: file.path,
      kind: file.kind,
      base: file.base,
      head: file.head,
      patch: file.patch,
      regions: file.regions,
      more_regions: file.moreRegions,
      other_commit: file.otherSide?.commit ?? null,
      other: file.other === null ? null : intentDocument(file.other),
      said: file.said,
    })),
    more_files: conflict.moreFiles,
  };
}

function intentDocument({ taskId, taskName, patchId, summary }: ConflictIntent) {
  return { task_id: taskId, task_name: taskName, patch_id: patchId, summary };
}
