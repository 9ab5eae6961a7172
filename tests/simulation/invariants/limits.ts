// Invariant: no limit on what runs at once is passed.
import type { RunNode } from '../../../src/main/state/run-state.ts';
import type { Invariant } from './invariant.ts';

export const LIMITS_KEPT: Invariant = {
  name: 'limits',
  says: 'slots of the run, conflict groups, limits of workstreams and one-at-a-time plans are never passed',
  watch: ({ breach }) => ({
    event: ({ event, run }) => {
      if (event.kind !== 'attempt-created') return;
      for (const what of overfull(run)) breach(`event ${event.seq} starts ${event.data.taskId}: ${what}`);
    },
  }),
};

function overfull(run: RunNode): readonly string[] {
  const problems: string[] = [];
  const groups = new Set<string>();
  const perWorkstream = new Map<string, number>();
  let running = 0;
  let inHand = 0;
  // The set is itself checked against a recount.
  for (const task of run.inHand) {
    const { state, plan, workstream } = task;
    // Its work is in the hands of the task that was added for it.
    if (run.handedOn.has(task)) continue;
    inHand += 1;
    if (plan.conflictGroup !== null && groups.has(plan.conflictGroup))
      problems.push(`group ${plan.conflictGroup} twice`);
    if (plan.conflictGroup !== null) groups.add(plan.conflictGroup);
    if (state !== 'running') continue;
    running += 1;
    const own = (perWorkstream.get(plan.workstreamId) ?? 0) + 1;
    perWorkstream.set(plan.workstreamId, own);
    const limit = workstream.plan.maxParallel;
    if (limit !== null && own > limit) problems.push(`${own} of ${limit} in workstream ${plan.workstreamId}`);
  }
  if (running > run.maxParallel) problems.push(`${running} run of ${run.maxParallel}`);
  const { strategy, workstreams } = run.created.plan;
  const isOneAtATime = strategy === 'sequential' && workstreams.every((one) => one.strategy === 'sequential');
  if (isOneAtATime && inHand > 1) problems.push(`${inHand} in hand in a sequential plan`);
  return problems;
}
