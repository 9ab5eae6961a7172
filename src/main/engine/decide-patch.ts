// A captured change enters the ledger, is judged, and joins the train or is set aside.
import { refuses } from '../../shared/domain/action-of.ts';
import type { CapturedPatch, Validation } from '../../shared/domain/patch.ts';
import { present } from '../../shared/lib/assert.ts';
import type { AttemptNode, PatchNode, RunNode, TaskNode } from '../state/run-state.ts';
import { livesOf } from '../state/task-lives.ts';
import { firstRefusal } from './first-refusal.ts';
import { refuseChange } from './set-aside.ts';
import type { Subject, Turn } from './turn.ts';

export function patchSubject(patchId: string): Subject {
  return { entity: 'patch', id: patchId };
}

/** Records the artifact with its ledger entry; the bytes leave in the same commit. */
export function createPatch(
  turn: Turn,
  run: RunNode,
  attempt: AttemptNode,
  made: { readonly captured: CapturedPatch; readonly recovered: boolean },
): PatchNode {
  const patchId = turn.nextId();
  const { captured, recovered } = made;
  const { task } = attempt;
  const before = recovered ? undefined : lastPatch(run, task)?.patchId;
  turn.keep({ patchId, diff: captured.diff });
  turn.emit(run.runId, 'patch-created', patchSubject(patchId), {
    ledgerId: turn.nextId(),
    taskId: task.plan.taskId,
    attemptId: attempt.attemptId,
    requestId: attempt.requestId,
    tool: attempt.tool,
    base: captured.base,
    tree: captured.tree,
    sha256: captured.sha256,
    bytes: captured.diff.byteLength,
    files: captured.files,
    insertions: captured.insertions,
    deletions: captured.deletions,
    hunks: captured.hunks,
    summary: task.plan.name.slice(0, 512),
    replaces: before ?? (recovered ? null : (task.plan.origin?.patch ?? null)),
    recovered,
  });
  return present(run.patches.get(patchId), `patch ${patchId}`);
}

/** The newest that the task's tool made on its own, in this life or in one before. */
function lastPatch(run: RunNode, task: TaskNode): PatchNode | undefined {
  return livesOf(run, task)
    .flatMap((life) => life.patches)
    .findLast(({ created }) => !created.recovered);
}

export function patchChecked(turn: Turn, run: RunNode, patchId: string, validation: Validation): void {
  const patch = present(run.patches.get(patchId), `patch ${patchId}`);
  if (patch.state !== 'created') return;
  const errors = validation.findings.filter(refuses);
  if (validation.formatOk && validation.scopeOk && validation.constraintsOk && errors.length === 0) {
    turn.emit(run.runId, 'patch-validated', patchSubject(patchId), { validation });
    turn.emit(run.runId, 'patch-queued', patchSubject(patchId), { position: run.train.length + 1 });
    return;
  }
  const aside = { reason: firstRefusal(errors), code: 'E_PATCH_REFUSED', findings: validation.findings } as const;
  refuseChange(turn, run, patch, aside);
}
