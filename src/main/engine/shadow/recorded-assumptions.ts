// A run as the assumptions of a rehearsal: its tasks take what they took and come to what they came to.
import { NO_DURATIONS } from '../../../shared/domain/durations.ts';
import { present } from '../../../shared/lib/assert.ts';
import { expectedDurations, LANDING_MS } from '../../../shared/plan/expected-durations.ts';
import type { AttemptNode, Change, RunNode, TaskNode } from '../../state/run-state.ts';
import type { AssumedAttempt, Assumptions } from '../rehearsal/rehearsal-world.ts';

export interface Recorded {
  readonly assumptions: Assumptions;
  /** Tasks that did not run here: what they take is assumed. */
  readonly assumed: ReadonlySet<string>;
}

export function recordedAssumptions(run: RunNode): Recorded {
  const expected = expectedDurations(run.created.plan, NO_DURATIONS);
  const gates = meanGates(run);
  const attempts = new Map<string, AssumedAttempt>();
  const assumed = new Set<string>();
  for (const task of run.tasks.values()) {
    const { taskId } = task.plan;
    for (const attempt of task.attempts) {
      // A crash of the engine is no outcome of the task; its next attempt has the same number of tries.
      if (attempt.failure?.code === 'E_ORCHESTRATOR_CRASH' || attempt.endedAt === null) continue;
      attempts.set(`${taskId} ${attempt.tryNumber}`, recorded(task, attempt));
    }
    if (task.attempts.length === 0 && task.state !== 'completed') assumed.add(taskId);
  }
  /** Completed by a person's word, or never started: then as a task of its sort goes. */
  const otherwise = (taskId: string): AssumedAttempt => {
    const task = present(run.tasks.get(taskId), `task ${taskId}`);
    const shared = { failure: null, verdict: 'lands', landMs: LANDING_MS } as const;
    if (task.state === 'completed') return { ms: 0, result: 'no_change', ...shared };
    return { ms: expected.get(taskId)?.ms ?? 0, result: 'patch', ...shared };
  };
  return {
    assumed,
    assumptions: {
      attempt: ({ taskId }, tryNumber) => attempts.get(`${taskId} ${tryNumber}`) ?? otherwise(taskId),
      gateMs: (gateId) => gates.get(gateId) ?? 0,
    },
  };
}

function recorded(task: TaskNode, attempt: AttemptNode): AssumedAttempt {
  const ms = between(attempt.startedAt ?? attempt.createdAt, attempt.endedAt);
  const change = changeOf(task, attempt);
  if (change === undefined) {
    const isGood = attempt.result === 'no_change';
    const failure = attempt.failure ?? { code: 'E_TOOL_FAILURE', message: 'it did not end well' };
    const result = isGood ? 'no_change' : 'failed';
    return { ms, result, failure: isGood ? null : failure, verdict: 'lands', landMs: 0 };
  }
  const gatesMs = change.gateRuns.reduce((sum, gateRun) => sum + (gateRun.durationMs ?? 0), 0);
  const isLast = task.attempts.at(-1) === attempt;
  return {
    ms,
    result: 'patch',
    failure: null,
    verdict: change.state === 'committed' ? 'lands' : isLast ? 'refused' : 'gives-way',
    landMs: change.state === 'committed' ? Math.max(0, between(attempt.endedAt, task.endedAt) - gatesMs) : LANDING_MS,
  };
}

/** What was kept of a failed attempt is no change of its own. */
function changeOf(task: TaskNode, attempt: AttemptNode): Change | undefined {
  const isOwn = (change: Change) => change.attempt === attempt && !change.created.recovered;
  return task.patches.find(isOwn) ?? task.directChanges.find(isOwn);
}

function meanGates(run: RunNode): ReadonlyMap<string, number> {
  const sums = new Map<string, { ms: number; count: number }>();
  for (const { gateId, durationMs } of run.gateRuns.values()) {
    if (durationMs === null) continue;
    const sum = sums.get(gateId) ?? { ms: 0, count: 0 };
    sums.set(gateId, { ms: sum.ms + durationMs, count: sum.count + 1 });
  }
  return new Map([...sums].map(([gateId, { ms, count }]) => [gateId, Math.round(ms / count)]));
}

function between(from: string | null, to: string | null): number {
  if (from === null || to === null) return 0;
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
