// Write scopes of tasks that may run at once, as findings: an error where both tasks name the files, else a warning.
import type { DraftTask } from './draft.ts';
import { type Claim, findOverlaps, type Overlap } from './find-overlaps.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import type { NarrowedScope } from './narrow-scope.ts';
import type { Ordered } from './task-graph.ts';

export interface TaskScope {
  readonly task: DraftTask;
  readonly narrowed: NarrowedScope;
  readonly conflictGroup: string | null;
}

export interface OverlapReading {
  readonly overlaps: readonly Overlap[];
  readonly findings: readonly Finding[];
}

/** Tasks without any scope claim nothing: the merge train sorts them out. */
export function checkOverlaps(plan: Ordered, scopes: readonly TaskScope[]): OverlapReading {
  const claims = scopes.flatMap(({ task, narrowed, conflictGroup }): Claim | readonly Claim[] => {
    if (narrowed.owner === null) return [];
    const globs = [...new Set([...narrowed.scope.write, ...narrowed.scope.create])];
    const own = narrowed.owner.pointer === task.pointer;
    return { taskId: task.id, owner: narrowed.owner.pointer, own, globs, conflictGroup };
  });
  const overlaps = findOverlaps(plan, claims);
  const pointers = new Map(scopes.map(({ task }) => [task.id, task]));
  return { overlaps, findings: overlaps.map((overlap) => overlapFinding(overlap, pointers)) };
}

function overlapFinding(overlap: Overlap, tasks: ReadonlyMap<string, DraftTask>): Finding {
  const { a, b, globs, own } = overlap;
  // The second of the two in the file is the one to change.
  const places = [tasks.get(a), tasks.get(b)].flatMap((task) => task ?? []);
  const later = places.at(-1);
  const files = globs[0] === globs[1] ? `\`${globs[0]}\`` : `\`${globs[0]}\` and \`${globs[1]}\``;
  const words = {
    path: own ? (later?.scope.pointer ?? '') : (later?.pointer ?? ''),
    message: `Tasks \`${a}\` and \`${b}\` may run at the same time and may write the same files: ${files}.`,
    advice: 'Let one depend on the other, give both the same `conflict_group`, or name different files.',
  };
  return own ? errorFinding('E_SCOPE_OVERLAP', words) : warningFinding('E_SCOPE_OVERLAP', words);
}
