// What a card says below its state while it has no patch: why it waits, in the few words that fit; the inspector says all.
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';

export function cardNote(task: TaskView, tasks: ReadonlyMap<string, TaskView>, head: RunHead): string {
  if (task.state !== 'pending') return task.waiting?.reason ?? (task.reason || task.tool);
  const before = task.after.flatMap((edge) => tasks.get(edge.task) ?? []);
  const open = before.filter((each) => each.state !== 'completed').map((each) => each.name);
  return afterWords(open.length > 0 ? open : openWorkstreams(task, head)) ?? task.waiting?.reason ?? '';
}

function openWorkstreams(task: TaskView, head: RunHead): readonly string[] {
  const own = head.workstreams.find((each) => each.workstreamId === task.workstreamId);
  return head.workstreams
    .filter((each) => own?.after.includes(each.workstreamId) && each.state !== 'completed')
    .map((each) => each.name);
}

function afterWords(names: readonly string[]): string | null {
  const [first] = names;
  if (first === undefined) return null;
  return names.length === 1 ? `After ${first}` : `After ${names.length} others`;
}
