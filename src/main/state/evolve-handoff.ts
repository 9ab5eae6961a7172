// What a task hands on is kept with it.
import type { HandoffEvents } from '../../shared/events/handoff-events.ts';
import { taskOf } from './evolve-task.ts';
import type { Family } from './step.ts';

export const HANDOFF_FAMILY: Family<keyof HandoffEvents> = {
  'handoff-written': ({ run, data, touch }) => {
    const task = taskOf(run, data.taskId);
    task.handoff = data.handoff;
    touch(task);
  },
};
