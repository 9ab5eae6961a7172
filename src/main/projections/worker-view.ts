// A worker as its row shows it.
import type { WorkerView } from '../../shared/ipc/views.ts';
import type { RunNode, WorkerNode } from '../state/run-state.ts';

/** `seenAt` is the newest sign of life that this process knows of, which is newer than the log's; null when it knows none. */
export function workerView(run: RunNode, worker: WorkerNode, seenAt: string | null): WorkerView {
  const { attempt } = worker;
  return {
    key: worker.workerId,
    workerId: worker.workerId,
    runId: run.runId,
    planName: run.created.plan.name,
    number: worker.number,
    state: worker.state,
    reason: worker.reason,
    quarantined: worker.quarantined,
    attemptId: attempt?.attemptId ?? null,
    taskId: attempt?.task.plan.taskId ?? null,
    taskName: attempt?.task.plan.name ?? null,
    tool: attempt?.tool ?? null,
    lease: worker.lease,
    busySince: worker.busySince,
    missedHeartbeats: worker.missed,
    lastSeenAt: later(worker.lastSeenAt, seenAt),
    stuck: worker.stuck === null ? null : { at: worker.stuck.at, expectedMs: worker.stuck.expectedMs },
    completed: worker.completed,
    failed: worker.failed,
    busyMs: worker.busyMs,
    spawnedAt: worker.spawnedAt,
    terminatedAt: worker.terminatedAt,
  };
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
