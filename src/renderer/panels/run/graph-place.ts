// What the layouts of the graph take and give.
import type { TaskView } from '../../../shared/ipc/views.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the layout looks at: the same structure gives the same layout. */
export type LaidTask = Pick<TaskView, 'taskId' | 'workstreamId' | 'wave' | 'after'>;
