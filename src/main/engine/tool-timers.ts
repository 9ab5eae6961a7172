// Wakes a run when time lets a tool start again: by the monotonic clock, for the wall clock may be set meanwhile.
import type { Clock } from '../../shared/ports/clock.ts';
import type { RunNode } from '../state/run-state.ts';
import { type ToolDue, toolDues } from '../state/tool-dues.ts';

export interface ToolTimers {
  /** Looks at the run's tools; called after every turn that changed it. */
  arm(run: RunNode): void;
  clear(): void;
}

interface Armed {
  /** Key of a due → when it comes, monotonic. */
  readonly until: ReadonlyMap<string, number>;
  readonly cancel: () => void;
}

export function createToolTimers(clock: Clock, wake: (runId: string, dues: readonly string[]) => void): ToolTimers {
  const armed = new Map<string, Armed>();
  const remaining = ({ atMs, lengthMs }: ToolDue) => Math.min(Math.max(0, atMs - clock.now()), lengthMs);
  return {
    arm: (run) => {
      if (run.tools.size === 0) return;
      const before = armed.get(run.runId);
      before?.cancel();
      armed.delete(run.runId);
      const dues = toolDues(run);
      if (dues.length === 0) return;
      const now = clock.monotonic();
      const until = new Map(dues.map((due) => [due.key, before?.until.get(due.key) ?? now + remaining(due)]));
      const fire = () => {
        const due = [...until].filter(([, at]) => at <= clock.monotonic()).map(([key]) => key);
        wake(run.runId, due);
      };
      armed.set(run.runId, { until, cancel: clock.after(Math.max(0, Math.min(...until.values()) - now), fire) });
    },
    clear: () => {
      for (const { cancel } of armed.values()) cancel();
      armed.clear();
    },
  };
}
