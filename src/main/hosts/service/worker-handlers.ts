// The methods about workers: the list of them, and what a person does with one.
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { WorkerView } from '../../../shared/ipc/views.ts';
import { workerView } from '../../projections/worker-view.ts';
import type { RunNode, WorkerNode } from '../../state/run-state.ts';
import { giveCommand } from './give-command.ts';
import type { ServiceParts } from './service-parts.ts';

type WorkerMethods = Extract<MethodName, `workers.${string}`>;
type WorkerHandlers = {
  readonly [M in WorkerMethods]: (params: MethodParams<M>) => Promise<MethodResult<M>> | MethodResult<M>;
};

export function workerHandlers(parts: ServiceParts): WorkerHandlers {
  return {
    'workers.list': ({ runId }) => ({ workers: listWorkers(parts, runId) }),
    'workers.drain': async ({ workerId, ...params }) => {
      await giveCommand(parts, params, { name: 'drain-worker', workerId });
      return { worker: shownWorker(parts, params.runId, workerId) };
    },
    'workers.release': async ({ workerId, ...params }) => {
      await giveCommand(parts, params, { name: 'release-worker', workerId });
      return { worker: shownWorker(parts, params.runId, workerId) };
    },
  };
}

/** Of one run all it has had; else the pools of the runs under way. Oldest run first, in the order of their numbers. */
export function listWorkers(parts: ServiceParts, runId: string | undefined): readonly WorkerView[] {
  if (runId !== undefined) {
    const run = parts.library.run(runId);
    return [...run.workers.values()].map((worker) => shown(parts, run, worker));
  }
  return parts.store.openRunIds().flatMap((openId) => {
    const run = parts.library.run(openId);
    return [...run.pool].map((worker) => shown(parts, run, worker));
  });
}

/** Null when it is not there. */
export function shownWorker(parts: ServiceParts, runId: string, workerId: string): WorkerView | null {
  const run = parts.library.run(runId);
  const worker = run.workers.get(workerId);
  return worker === undefined ? null : shown(parts, run, worker);
}

function shown({ engine }: ServiceParts, run: RunNode, worker: WorkerNode): WorkerView {
  const seenMs = engine?.lastSeen(worker.workerId) ?? null;
  return workerView(run, worker, seenMs === null ? null : new Date(seenMs).toISOString());
}
