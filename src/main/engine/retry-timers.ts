// Wakes a run when the pause before a task's next try is over: by the monotonic clock, for the wall clock may be set meanwhile.
import { LIMITS } from '../../shared/domain/limits.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';

export interface RetryTimers {
  /** Looks at the run's tasks that wait for another try; called after every turn that changed it. */
  arm(run: RunNode): void;
  clear(): void;
}

export type Wake = (runId: string, dueTaskIds: readonly string[]) => void;

interface Armed {
  /** When each pause is over, monotonic. */
  readonly until: ReadonlyMap<TaskNode, number>;
  readonly cancel: () => void;
}

export function createRetryTimers(clock: Clock, wake: Wake): RetryTimers {
  const armed = new Map<string, Armed>();
  const set = (run: RunNode, until: Armed['until'], told: ReadonlySet<TaskNode>) => {
    const open = [...until].filter(([task]) => !told.has(task));
    const first = Math.min(...open.map(([, at]) => at));
    const fire = () => {
      const due = open.filter(([, at]) => at <= clock.monotonic()).map(([task]) => task);
      const ids = due.map((task) => task.plan.taskId);
      wake(run.runId, ids);
      // Whether anything comes of it is the run's business; the others are still to be told.
      set(run, until, new Set([...told, ...due]));
    };
    const cancel = open.length === 0 ? () => {} : clock.after(Math.max(0, first - clock.monotonic()), fire);
    armed.set(run.runId, { until, cancel });
  };
  return {
    arm: (run) => {
      const before = armed.get(run.runId);
      before?.cancel();
      armed.delete(run.runId);
      if (run.retrying.size === 0 || run.state !== 'running') return;
      const until = [...run.retrying].map((task) => [task, before?.until.get(task) ?? pauseEnd(task, clock)] as const);
      set(run, new Map(until), new Set());
    },
    clear: () => {
      for (const { cancel } of armed.values()) cancel();
      armed.clear();
    },
  };
}

/** The stamp is wall time. After a restart that clock may be anywhere, so no pause is longer than the longest there is. */
function pauseEnd({ notBefore, attempts }: TaskNode, clock: Clock): number {
  const ms = notBefore === null ? 0 : Date.parse(notBefore) - clock.now();
  return clock.monotonic() + Math.min(Math.max(0, ms), attempts.at(-1)?.failure?.retryAfterMs ?? LIMITS.backoffMaxMs);
}
