// Tasks that look at the patches of another: it has to be there, come before, and make patches.
import { type Draft, type DraftTask, draftTasks } from './draft.ts';
import { errorFinding, type Finding } from './finding.ts';
import type { LaunchReading } from './read-launch.ts';

/** `launches` by the pointer of the task. */
export function checkReviews(draft: Draft, launches: ReadonlyMap<string, LaunchReading>): readonly Finding[] {
  const tasks = new Map(draftTasks(draft).map((task) => [task.id, task]));
  return draftTasks(draft).flatMap((task) => {
    const reviews = launches.get(task.pointer)?.reviews;
    if (reviews === undefined || !('task' in reviews)) return [];
    const other = tasks.get(reviews.task);
    const fault = other === undefined ? unknownTask(task, reviews.task) : unfit(task, other, launches);
    return fault === null ? [] : [fault];
  });
}

function unfit(task: DraftTask, other: DraftTask, launches: ReadonlyMap<string, LaunchReading>): Finding | null {
  const reading = launches.get(other.pointer);
  const path = `${task.pointer}/patch/task`;
  if (reading?.launch.kind === 'person' || reading?.mode === 'patch_review') {
    const message = `Task \`${task.id}\` looks at the patches of \`${other.id}\`, which makes none.`;
    return errorFinding('E_PLAN_CONSISTENCY', { path, message, advice: 'Name a task that changes something.' });
  }
  if ((task.after ?? []).some(({ id, edge }) => id === other.id && edge !== 'finish')) return null;
  return errorFinding('E_PLAN_CONSISTENCY', {
    path,
    message: `Task \`${task.id}\` looks at the patches of \`${other.id}\` and does not wait for it.`,
    advice: `Add \`depends_on: [${other.id}]\`.`,
  });
}

function unknownTask(task: DraftTask, id: string): Finding {
  return errorFinding('E_UNKNOWN_REFERENCE', {
    path: `${task.pointer}/patch/task`,
    message: `Task \`${task.id}\` looks at the patches of \`${id}\`, which is no task of the plan.`,
    advice: 'Name the id of a task before it.',
  });
}
