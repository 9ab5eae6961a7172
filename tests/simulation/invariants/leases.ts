// Invariant: an attempt belongs to one worker under one lease, and neither is given twice.
import type { RunNode, WorkerNode } from '../../../src/main/state/run-state.ts';
import type { Invariant } from './invariant.ts';

export const LEASES: Invariant = {
  name: 'leases',
  says: 'leases only grow, a worker has one attempt and is busy with it, and one in quarantine is given none',
  watch: ({ breach }) => {
    const newest = new Map<string, number>();
    return {
      event: ({ event, run, touched }) => {
        const said = (what: string) => breach(`event ${event.seq} ${event.kind}: ${what}`);
        for (const node of touched) if (node.table === 'workers') for (const what of problemsOf(run, node)) said(what);
        if (event.kind !== 'attempt-created') return;
        const { lease, workerId } = event.data;
        if (lease === null || workerId === null) return said('an attempt without a worker or a lease');
        if (lease <= (newest.get(run.runId) ?? 0)) said(`lease ${lease} was given before`);
        newest.set(run.runId, lease);
        if (run.workers.get(workerId)?.quarantined !== null) said(`worker ${workerId} is in quarantine`);
      },
    };
  },
};

function problemsOf(run: RunNode, { workerId, state, attempt, lease }: WorkerNode): readonly string[] {
  const isBusy = state === 'BUSY' || state === 'DRAINING';
  const others = [...run.pool].filter((other) => other.workerId !== workerId && other.attempt === attempt);
  return [
    ...(attempt !== null && !isBusy ? [`worker ${workerId} is ${state} and has an attempt`] : []),
    ...(attempt === null && state === 'BUSY' ? [`worker ${workerId} is busy with nothing`] : []),
    ...(attempt !== null && others.length > 0 ? [`attempt ${attempt.attemptId} has two workers`] : []),
    ...(attempt !== null && lease !== (attempt.lost === null ? attempt.lease : null)
      ? [`worker ${workerId} has another lease`]
      : []),
  ];
}
