// Looks now and then at what tasks that run at the same time have changed so far; decides nothing, and nothing of it is logged.
import { LIMITS } from '../../shared/domain/limits.ts';
import { type PredictedOverlap, predictOverlaps } from '../../shared/domain/overlap.ts';
import { mayOverlap } from '../../shared/lib/glob.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Execution } from '../../shared/ports/execution.ts';
import type { AttemptNode, RunNode, TaskNode } from '../state/run-state.ts';

export interface OverlapParts {
  readonly runs: ReadonlyMap<string, RunNode>;
  readonly changesSoFar: Execution['changesSoFar'];
  readonly clock: Clock;
  /** What is known of a run has changed. */
  readonly onSeen?: ((run: RunNode) => void) | undefined;
}

export interface OverlapWatch {
  /** A run changed: while tasks of it run that could meet, it is looked at. */
  note(run: RunNode): void;
  /** As the last look found them; without those whose tasks have ended since. */
  overlaps(run: RunNode): readonly PredictedOverlap[];
  close(): void;
}

/** A look may take this share of the time between two. */
const SHARE = 20;

export function watchOverlaps(parts: OverlapParts): OverlapWatch {
  const timers = new Map<string, () => void>();
  const found = new Map<string, readonly PredictedOverlap[]>();
  let closed = false;

  const arm = (run: RunNode, afterMs: number) => {
    timers.set(
      run.runId,
      parts.clock.after(afterMs, () => void look(run.runId)),
    );
  };

  const look = async (runId: string) => {
    const run = parts.runs.get(runId);
    const rivals = run === undefined ? [] : rivalsOf(run);
    if (run === undefined || rivals.length === 0) return forget(runId);
    const begun = parts.clock.monotonic();
    // A look that fails says nothing: the next one may.
    const seen = await parts.changesSoFar(rivals.map(({ attemptId }) => attemptId)).catch(() => null);
    if (closed) return;
    if (seen !== null) keep(run, rivals, seen);
    arm(run, Math.max(LIMITS.overlapSampleMs, (parts.clock.monotonic() - begun) * SHARE));
  };

  const keep = (run: RunNode, rivals: readonly AttemptNode[], seen: Awaited<ReturnType<Execution['changesSoFar']>>) => {
    const changes = new Map(seen.map((one) => [one.attemptId, one.changes]));
    const before = JSON.stringify(found.get(run.runId) ?? []);
    const diffs = rivals.map(({ attemptId, task }) => {
      return { taskId: task.plan.taskId, changes: changes.get(attemptId) ?? [] };
    });
    const overlaps = predictOverlaps(diffs);
    found.set(run.runId, overlaps);
    if (JSON.stringify(overlaps) !== before) parts.onSeen?.(run);
  };

  const forget = (runId: string) => {
    timers.delete(runId);
    found.delete(runId);
  };

  return {
    note: (run) => {
      if (closed || timers.has(run.runId) || run.state !== 'running' || run.running < 2) return;
      arm(run, LIMITS.overlapSampleMs);
    },
    overlaps: (run) => {
      const isAtWork = (taskId: string) => run.tasks.get(taskId)?.state === 'running';
      return (found.get(run.runId) ?? []).filter(({ a, b }) => isAtWork(a) && isAtWork(b));
    },
    close: () => {
      closed = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

/** Attempts under way whose task could meet another one, in plan order; of more than a number nobody looks at the rest. */
function rivalsOf(run: RunNode): readonly AttemptNode[] {
  const atWork = [...run.pool].flatMap(({ attempt }) =>
    attempt === null || attempt.endedAt !== null ? [] : [attempt],
  );
  const rivals = atWork.filter(({ task }) => atWork.some((other) => other.task !== task && mayMeet(task, other.task)));
  return rivals.sort((a, b) => a.task.index - b.task.index).slice(0, LIMITS.overlapTasks);
}

/** Tasks without any scope may write everywhere. */
function mayMeet(a: TaskNode, b: TaskNode): boolean {
  const [mine, theirs] = [a, b].map(({ plan: { scope } }) => [...scope.write, ...scope.create]);
  if (mine === undefined || theirs === undefined || mine.length === 0 || theirs.length === 0) return true;
  return mine.some((glob) => theirs.some((other) => mayOverlap(glob, other)));
}
