// Invariant: nothing starts before what it comes after.

import { isMet } from '../../../src/main/state/edges.ts';
import { acceptancePlan, newestAcceptance } from '../../../src/main/state/evolve-acceptance.ts';
import { taskOf } from '../../../src/main/state/evolve-task.ts';
import type { RunNode } from '../../../src/main/state/run-state.ts';
import type { Invariant } from './invariant.ts';

export const ORDER: Invariant = {
  name: 'order',
  says: 'an attempt starts only when its edges, its workstream’s and its phase’s predecessors allow it',
  watch: ({ breach }) => ({
    event: ({ event, run }) => {
      if (event.kind !== 'attempt-created') return;
      for (const what of early(run, event.data.taskId))
        breach(`event ${event.seq}: ${event.data.taskId} starts before ${what}`);
    },
  }),
};

function early(run: RunNode, taskId: string): readonly string[] {
  const { plan, workstream, after } = taskOf(run, taskId);
  const edges = after.filter((edge) => !isMet(taskOf(run, edge.task), edge));
  const streams = workstream.plan.after.filter((before) => run.workstreams.get(before)?.state !== 'completed');
  const phases = (run.created.plan.phases.find(({ phaseId }) => phaseId === plan.phaseId)?.after ?? []).filter(
    (before) =>
      acceptancePlan(run, 'phase', before) !== null && newestAcceptance(run, 'phase', before)?.state !== 'passed',
  );
  return [
    ...edges.map(({ task, edge }) => `the ${edge} of ${task}`),
    ...streams.map((before) => `workstream ${before}`),
    ...phases.map((before) => `the acceptance of phase ${before}`),
  ];
}
