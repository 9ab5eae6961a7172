// Invariant: no task has two attempts in hand, no attempt starts over a living process, and no budget of attempts is passed.

import { taskOf } from '../../../src/main/state/evolve-task.ts';
import type { RunNode, TaskNode } from '../../../src/main/state/run-state.ts';
import type { SimWorld } from '../world/sim-world.ts';
import type { Invariant } from './invariant.ts';

export const HANDS: Invariant = {
  name: 'hands',
  says: 'a task has at most one attempt in hand, none while a process of an earlier one lives, and no more than its budget',
  watch: ({ world, breach }) => {
    const failures = new Map<string, number>();
    return {
      event: ({ event, run, touched }) => {
        if (event.kind === 'task-failed' || (event.kind === 'task-retrying' && event.data.counted)) {
          const { taskId } = event.data;
          const count = (failures.get(event.id) ?? 0) + 1;
          failures.set(event.id, count);
          const { maxAttempts } = taskOf(run, taskId).plan;
          if (count > maxAttempts)
            breach(`event ${event.seq}: ${taskId} fails for the ${count}. time of ${maxAttempts}`);
        }
        for (const node of touched) {
          const task = node.table === 'attempts' ? node.task : node.table === 'tasks' ? node : null;
          if (task !== null) for (const what of problemsOf(task)) breach(`event ${event.seq} ${event.kind}: ${what}`);
        }
        if (event.kind === 'attempt-created') {
          const { taskId } = event.data;
          if (isAlive(world, run, taskId))
            breach(`event ${event.seq}: ${taskId} starts while its tool of before lives`);
        }
      },
    };
  },
};

function problemsOf(task: TaskNode): readonly string[] {
  const { taskId, maxAttempts } = task.plan;
  const open = task.attempts.filter((attempt) => attempt.endedAt === null).length;
  return [
    ...(open > 1 ? [`${taskId} has ${open} attempts in hand`] : []),
    ...(open > 0 && task.state !== 'running' ? [`${taskId} is ${task.state} and has an attempt in hand`] : []),
    ...(task.failures > maxAttempts ? [`${taskId} failed ${task.failures} times of ${maxAttempts}`] : []),
  ];
}

function isAlive({ machine }: SimWorld, run: RunNode, taskId: string): boolean {
  const key = `${run.runId} ${taskId}`;
  for (const process of machine.processes.values()) if (process.taskKey === key) return true;
  return false;
}
