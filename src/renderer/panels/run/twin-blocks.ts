// Puts many tasks that stand alike in a plan into one block of rows and columns, which a layout places as one card.
import type { LaidTask, Place } from './graph-place.ts';

/** Tasks of one workstream and wave, with the same before and after them. Most have one member: the task itself. */
export interface Block {
  readonly id: string;
  readonly members: readonly LaidTask[];
  readonly rows: number;
  readonly columns: number;
}

/** So many are still a column that can be read on a screen of usual height. */
const COLUMN_TASKS = 8;

/** In the order of their first members. */
export function blocksOf(tasks: readonly LaidTask[]): readonly Block[] {
  const followers = followersOf(tasks);
  const alike = Map.groupBy(tasks, (task) => {
    const before = task.after.map((edge) => edge.task).sort();
    return JSON.stringify([task.workstreamId, task.wave, before, followers.get(task.taskId)?.sort() ?? []]);
  });
  const folded = new Set([...alike.values()].filter((members) => members.length > COLUMN_TASKS));
  const single = [...alike.values()].filter((members) => !folded.has(members)).flat();
  const blocks = [...[...folded].map(blockOf), ...single.map((task) => blockOf([task]))];
  const order = new Map(tasks.map((task, index) => [task.taskId, index]));
  return blocks.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** Where a member stands, counted in rows and columns from the block's upper left corner. */
export function cellOf(block: Block, index: number): Place {
  return { x: Math.floor(index / block.rows), y: index % block.rows };
}

/** As high as a column may be, and no wider than needed: whatever shares its column moves apart by its width. */
function blockOf(members: readonly LaidTask[]): Block {
  const rowsAtMost = Math.max(COLUMN_TASKS, Math.ceil(Math.sqrt(members.length)));
  const columns = Math.ceil(members.length / rowsAtMost);
  return { id: members[0]?.taskId ?? '', members, rows: Math.ceil(members.length / columns), columns };
}

function followersOf(tasks: readonly LaidTask[]): ReadonlyMap<string, string[]> {
  const followers = new Map<string, string[]>();
  for (const { taskId, after } of tasks) {
    for (const { task } of after) {
      const known = followers.get(task);
      if (known === undefined) followers.set(task, [taskId]);
      else known.push(taskId);
    }
  }
  return followers;
}
