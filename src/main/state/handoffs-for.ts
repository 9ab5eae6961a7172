// The summaries that a task is given: those of the tasks before it along `artifact` edges.
import type { Handoff } from '../../shared/domain/handoff.ts';
import type { RunNode, TaskNode } from './run-state.ts';

const NONE: readonly Handoff[] = [];

/** One that goes on with another's work gets what that one got. */
export function handoffsFor(run: RunNode, one: TaskNode): readonly Handoff[] {
  const task = one.addedFor ?? one;
  if (!task.after.some(({ edge }) => edge === 'artifact')) return NONE;
  return task.after.flatMap(({ task: before, edge }) => {
    const handoff = edge === 'artifact' ? run.tasks.get(before)?.handoff : null;
    return handoff == null ? [] : [handoff];
  });
}
