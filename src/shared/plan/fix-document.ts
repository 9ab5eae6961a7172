// What a tool reads that mends what a gate refused: a file beside its workspace, of the format `patchbay/fix.v1`.
import type { TaskPlan } from './plan.ts';

/** Null for a task that mends nothing. */
export function fixDocument({ taskId, scope, origin }: Pick<TaskPlan, 'taskId' | 'scope' | 'origin'>): string | null {
  if (origin?.fix === undefined) return null;
  const { gateId, gateRunId, command, signature, number, of, message, failures, failed, tail, files, objective } =
    origin.fix;
  const document = {
    schema: 'patchbay/fix.v1',
    task_id: taskId,
    for_task: origin.task,
    patch_id: origin.patch,
    objective,
    resource_scope: { read: scope.read, write: scope.write, create: scope.create, forbidden: scope.forbidden },
    gate: { gate_id: gateId, gate_run_id: gateRunId, command, message },
    signature,
    fix: { number, of },
    failed,
    failures,
    files,
    output_tail: tail,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
