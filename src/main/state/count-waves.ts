// Numbers the waves of a run, where gates stand between them; again when its graph has grown.
import { waves } from '../../shared/plan/waves.ts';
import type { RunNode } from './run-state.ts';

/** A task that was added for another is of that one's wave. O(tasks + edges). */
export function countWaves(run: RunNode): void {
  const { plan } = run.created;
  if (!plan.gates.some((gate) => gate.waveBoundary === true)) return;
  const tasks = plan.tasks.map(({ taskId, workstreamId, after }) => {
    return { taskId, workstreamId, after: run.tasks.get(taskId)?.after ?? after };
  });
  const of = new Map(waves({ tasks, workstreams: plan.workstreams }));
  for (const { plan: added } of run.added) of.set(added.taskId, of.get(added.origin?.task ?? '') ?? run.wave.open);
  run.wave.of = of;
}
