// How a worker changes: by events of its own, and by the attempts it is given.
import { WORKER_MACHINE, type WorkerState } from '../../shared/domain/worker.ts';
import type { WorkerEvents } from '../../shared/events/worker-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import type { AttemptNode, RunNode, WorkerNode } from './run-state.ts';
import type { Family, Step } from './step.ts';

export const WORKER_FAMILY: Family<keyof WorkerEvents> = {
  'worker-spawned': ({ run, at, id, data, touch }) => {
    const worker: WorkerNode = {
      table: 'workers',
      workerId: id,
      number: data.number,
      spawnedAt: at,
      state: 'SPAWNING',
      reason: '',
      quarantined: null,
      attempt: null,
      lease: null,
      busySince: null,
      missed: 0,
      stuck: null,
      lastSeenAt: null,
      last: null,
      completed: 0,
      failed: 0,
      busyMs: 0,
      terminatedAt: null,
    };
    run.workers.set(id, worker);
    run.pool.add(worker);
    touch(worker);
  },
  'worker-ready': (step) => enter(step, 'IDLE', ''),
  'worker-heartbeat': ({ run, at, id, touch }) => {
    const worker = workerOf(run, id);
    worker.missed = 0;
    worker.lastSeenAt = at;
    touch(worker);
  },
  'worker-check-failed': ({ run, id, data, touch }) => {
    const worker = workerOf(run, id);
    worker.missed = data.missed;
    touch(worker);
  },
  'worker-quarantined': ({ run, at, id, data, touch }) => {
    const worker = workerOf(run, id);
    worker.quarantined = { at, reason: data.reason };
    worker.lease = null;
    const attempt = data.attemptId === null ? undefined : run.attempts.get(data.attemptId);
    if (attempt !== undefined) attempt.lost = data.reason;
    touch(worker);
  },
  'worker-released': ({ run, id, touch }) => {
    const worker = workerOf(run, id);
    worker.quarantined = null;
    worker.missed = 0;
    touch(worker);
  },
  'worker-draining': (step) => enter(step, 'DRAINING', step.data.reason),
  'worker-terminated': (step) => {
    enter(step, 'TERMINATED', step.data.reason);
    const worker = workerOf(step.run, step.id);
    worker.terminatedAt = step.at;
    if (worker.attempt !== null) putDown(worker, step.at);
    step.run.pool.delete(worker);
  },
  'worker-stuck': ({ run, at, id, data, touch }) => {
    const worker = workerOf(run, id);
    worker.stuck = { at, expectedMs: data.expectedMs, basis: data.basis };
    touch(worker);
  },
  'report-ignored': ({ run, id, data, touch }) => {
    const attempt = present(run.attempts.get(data.attemptId), `attempt ${data.attemptId}`);
    attempt.lateReports += 1;
    touch(workerOf(run, id));
  },
};

export function workerOf(run: RunNode, workerId: string): WorkerNode {
  return present(run.workers.get(workerId), `worker ${workerId} of run ${run.runId}`);
}

/** The attempt's worker; null in runs from before there were workers. */
export function workerOfAttempt(run: RunNode, attempt: AttemptNode): WorkerNode | null {
  return attempt.workerId === null ? null : (run.workers.get(attempt.workerId) ?? null);
}

/** The lease is the attempt's own number: it grows with every assignment of the run. */
export function takeUp(run: RunNode, attempt: AttemptNode): WorkerNode | null {
  const worker = workerOfAttempt(run, attempt);
  if (worker === null) return null;
  worker.state = move(WORKER_MACHINE, worker.state, 'BUSY', worker.workerId);
  worker.attempt = attempt;
  worker.lease = attempt.lease;
  worker.missed = 0;
  worker.stuck = null;
  worker.lastSeenAt = attempt.createdAt;
  worker.busySince = attempt.createdAt;
  worker.last = { workstreamId: attempt.task.plan.workstreamId, tool: attempt.tool, base: attempt.base };
  if (attempt.lease !== null) run.lease = Math.max(run.lease, attempt.lease);
  return worker;
}

/** The attempt has ended. A draining worker has nothing in hand then, and waits for its end. */
export function handBack(run: RunNode, attempt: AttemptNode, at: string): WorkerNode | null {
  const worker = workerOfAttempt(run, attempt);
  if (worker === null || worker.attempt !== attempt) return null;
  if (worker.state === 'BUSY') worker.state = move(WORKER_MACHINE, worker.state, 'IDLE', worker.workerId);
  if (attempt.state === 'completed') worker.completed += 1;
  else worker.failed += 1;
  putDown(worker, at);
  return worker;
}

function putDown(worker: WorkerNode, at: string): void {
  if (worker.busySince !== null) worker.busyMs += Math.max(0, Date.parse(at) - Date.parse(worker.busySince));
  worker.attempt = null;
  worker.lease = null;
  worker.busySince = null;
  worker.missed = 0;
  worker.stuck = null;
}

function enter<K extends keyof WorkerEvents>({ run, id, touch }: Step<K>, to: WorkerState, reason: string): void {
  const worker = workerOf(run, id);
  worker.state = move(WORKER_MACHINE, worker.state, to, id);
  worker.reason = reason;
  touch(worker);
}
