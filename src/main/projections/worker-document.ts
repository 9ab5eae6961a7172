// A worker as a `patchbay/worker.v1` document.
import { LIMITS } from '../../shared/domain/limits.ts';
import type { RunNode, WorkerNode } from '../state/run-state.ts';

export function workerDocument(run: RunNode, worker: WorkerNode): Record<string, unknown> {
  const { last } = worker;
  return {
    schema: 'patchbay/worker.v1',
    worker_id: worker.workerId,
    state: worker.state,
    pid: worker.attempt?.pid ?? null,
    ...(last === null ? {} : { tools: [last.tool], affinity: last.workstreamId }),
    lease: leaseOf(run, worker),
    quarantine: worker.quarantined,
    spawned_at: worker.spawnedAt,
    last_seen_at: worker.lastSeenAt,
    missed_heartbeats: worker.missed,
    terminated_at: worker.terminatedAt,
    statistics: {
      attempts_completed: worker.completed,
      attempts_failed: worker.failed,
      busy_seconds: worker.busyMs / 1000,
    },
  };
}

/** It holds for as long as heartbeats may be missed; each sign of life makes it longer. */
function leaseOf(run: RunNode, { attempt, lease, busySince, lastSeenAt }: WorkerNode): object | null {
  if (attempt === null || lease === null || busySince === null) return null;
  const mayBeMissedMs = LIMITS.heartbeatsMissed * run.created.health.heartbeatMs;
  return {
    attempt_id: attempt.attemptId,
    run_id: run.runId,
    task_id: attempt.task.plan.taskId,
    granted_at: busySince,
    expires_at: new Date(Date.parse(lastSeenAt ?? busySince) + mayBeMissedMs).toISOString(),
    fence: lease,
  };
}
