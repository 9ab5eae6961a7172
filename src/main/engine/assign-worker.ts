// The pool of a run: which worker gets an attempt, when one is spawned, and how all of them end with the run.
import { present } from '../../shared/lib/assert.ts';
import { workerOfAttempt } from '../state/evolve-worker.ts';
import type { AttemptNode, RunNode, TaskNode, WorkerNode } from '../state/run-state.ts';
import type { Subject, Turn } from './turn.ts';

export function workerSubject({ workerId }: WorkerNode): Subject {
  return { entity: 'worker', id: workerId };
}

/** The free worker that is nearest to the task, or a new one. The caller has seen to it that there is room for the task. */
export function assignWorker(turn: Turn, run: RunNode, task: TaskNode): WorkerNode {
  let best: WorkerNode | null = null;
  let bestScore = -1;
  for (const worker of run.pool) {
    if (!isFree(worker)) continue;
    const score = affinity(worker, run, task);
    if (score <= bestScore) continue;
    best = worker;
    bestScore = score;
  }
  return best ?? spawnWorker(turn, run);
}

/** True when it may be given an attempt. */
function isFree(worker: WorkerNode): boolean {
  return worker.state === 'IDLE' && worker.quarantined === null;
}

/**
 * How warm a worker is for a task: its workspace holds the files of the workstream, the tool's caches, the base.
 * Every free worker has a score, so that none stays idle for the sake of another.
 */
function affinity({ last }: WorkerNode, run: RunNode, task: TaskNode): number {
  if (last === null) return 0;
  const { workstreamId } = task.plan;
  const { tool } = task;
  return (
    1 + (last.workstreamId === workstreamId ? 4 : 0) + (last.tool === tool ? 2 : 0) + (last.base === run.head ? 1 : 0)
  );
}

function spawnWorker(turn: Turn, run: RunNode): WorkerNode {
  const workerId = turn.nextId();
  const number = run.workers.size + 1;
  const subject = { entity: 'worker', id: workerId } as const;
  turn.emit(run.runId, 'worker-spawned', subject, { number });
  turn.emit(run.runId, 'worker-ready', subject, { number });
  return present(run.workers.get(workerId), `worker ${workerId}`);
}

export function endWorker(turn: Turn, run: RunNode, worker: WorkerNode, reason: string): void {
  turn.emit(run.runId, 'worker-terminated', workerSubject(worker), { reason });
}

/**
 * A pool that is larger than it may be now: who has nothing in hand ends, the newest first; the rest end after their
 * task. `keep` stays: it was given back to the pool just now.
 */
export function trimPool(turn: Turn, run: RunNode, keep: WorkerNode | null = null): void {
  const usable = [...run.pool].filter((worker) => worker.quarantined === null && worker.state !== 'DRAINING').reverse();
  let surplus = usable.length - run.maxParallel;
  if (surplus <= 0) return;
  const reason = `the run has room for ${run.maxParallel}`;
  for (const state of ['IDLE', 'BUSY'] as const) {
    for (const worker of usable) {
      if (surplus <= 0) return;
      if (worker.state !== state || worker === keep) continue;
      if (state === 'IDLE') endWorker(turn, run, worker, reason);
      else drain(turn, run, worker, reason);
      surplus -= 1;
    }
  }
}

/** It ends after its task. */
export function drain(turn: Turn, run: RunNode, worker: WorkerNode, reason: string): void {
  turn.emit(run.runId, 'worker-draining', workerSubject(worker), { reason });
}

/** After the end of an attempt: its worker ends, too, if that was its last. */
export function endIfDrained(turn: Turn, run: RunNode, attempt: AttemptNode): void {
  const worker = workerOfAttempt(run, attempt);
  if (worker?.state === 'DRAINING' && worker.attempt === null) endWorker(turn, run, worker, worker.reason);
}

/** Nothing is left to do for them. */
export function endPool(turn: Turn, run: RunNode, reason: string): void {
  for (const worker of [...run.pool]) endWorker(turn, run, worker, reason);
}
