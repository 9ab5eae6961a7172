// Which tasks a task's work builds on that are not on the head yet.
import type { RunNode, TaskNode } from '../run-state.ts';

/** Follows edges backwards through what has not completed; what has completed is below everything. O(edges that are open). */
export function openBefore(run: RunNode, task: TaskNode): ReadonlySet<TaskNode> {
  const seen = new Set<TaskNode>();
  const open = [task];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const edge of one.after) {
      const before = run.tasks.get(edge.task);
      if (before === undefined || before.state === 'completed' || seen.has(before)) continue;
      seen.add(before);
      open.push(before);
    }
  }
  return seen;
}
