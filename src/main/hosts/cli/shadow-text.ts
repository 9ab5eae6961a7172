// The comparison of a run with its dag, as text.
import type { ShadowAnswer } from '../../../shared/ipc/shadow-answer.ts';
import type { Output } from './output.ts';

const LISTED = 10;

export function shadowText(shadow: ShadowAnswer, { paint }: Pick<Output, 'paint'>): string {
  if (!shadow.compared) return `Shadow: this run was not compared with its dag: ${shadow.reason}`;
  const { dag_seconds, sequential_seconds, speedup, dag_parallel, max_parallel } = shadow;
  const failed = shadow.dag_succeeded ? '' : ' and would not have succeeded';
  return [
    `Shadow: as a dag it would have taken ${dag_seconds} s instead of ${sequential_seconds} s (${speedup} times as fast, ${dag_parallel} of ${max_parallel} workers used)${failed}`,
    ...missingLines(shadow, paint),
    ...conflictLines(shadow, paint),
    `  ${shadow.moved} tasks in another order, ${shadow.overlap_count} pairs at once, ${shadow.waiting.length} tasks would have waited`,
    ...some(
      shadow.waiting,
      shadow.waiting.length,
      (one) => `  ${one.task_id} would have waited ${one.seconds} s: ${one.reason}`,
    ),
  ].join('\n');
}

function missingLines({ missing_dependencies: missing, missing_count }: ShadowAnswer, paint: Output['paint']) {
  return some(missing, missing_count, ({ certain, message, advice }) => {
    const word = certain ? paint('red', 'missing dependency') : paint('yellow', 'perhaps a missing dependency');
    return `  ${word}: ${message} ${advice}`;
  });
}

function conflictLines({ conflicts, conflict_count }: ShadowAnswer, paint: Output['paint']) {
  return some(conflicts, conflict_count, ({ a, b, files, would_conflict }) => {
    const end = would_conflict ? paint('red', 'and their patches would conflict') : 'in different places';
    return `  ${a} and ${b} would change ${files.join(', ')} at once, ${end}`;
  });
}

function some<T>(list: readonly T[], count: number, line: (one: T) => string): readonly string[] {
  const shown = list.slice(0, LISTED).map(line);
  return count > shown.length ? [...shown, `  and ${count - shown.length} more (--json has them)`] : shown;
}
