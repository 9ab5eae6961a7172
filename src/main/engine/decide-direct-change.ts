// Direct-edit mode: what a tool changed is recorded, held by a ref, and joins the merge train without being a patch.
import type { ChangeCheck } from '../../shared/domain/direct-change.ts';
import type { CapturedPatch } from '../../shared/domain/patch.ts';
import { present } from '../../shared/lib/assert.ts';
import type { PatchbayError } from '../../shared/lib/errors.ts';
import type { AttemptNode, DirectChangeNode, RunNode } from '../state/run-state.ts';
import { changeSubject } from './change-subject.ts';
import { retryOrFail } from './decide-order.ts';
import { firstRefusal } from './first-refusal.ts';
import { dropChange, refuseChange } from './set-aside.ts';
import type { Turn } from './turn.ts';

/** Records the change; its workspace stays until a ref holds it, for no diff in the ledger could bring it back. */
export function createDirectChange(
  turn: Turn,
  run: RunNode,
  attempt: AttemptNode,
  made: { readonly captured: CapturedPatch; readonly recovered: boolean },
): DirectChangeNode {
  const changeId = turn.nextId();
  const { base, tree, files, insertions, deletions } = made.captured;
  turn.emit(
    run.runId,
    'direct-change-captured',
    { entity: 'direct_change', id: changeId },
    {
      taskId: attempt.task.plan.taskId,
      attemptId: attempt.attemptId,
      tool: attempt.tool,
      base,
      tree,
      files,
      insertions,
      deletions,
      recovered: made.recovered,
    },
  );
  turn.want(run.runId, 'hold-change', { changeId, atSeconds: Math.floor(turn.nowMs / 1000) });
  return present(run.directChanges.get(changeId), `direct change ${changeId}`);
}

/** A ref holds it: the workspace may go. One that was set aside or dropped in the meantime stays so. */
export function changeHeld(turn: Turn, run: RunNode, changeId: string, check: ChangeCheck): void {
  const change = present(run.directChanges.get(changeId), `direct change ${changeId}`);
  turn.want(run.runId, 'release-workspace', { attemptId: change.attempt.attemptId });
  if (change.state !== 'captured') return;
  const { refusals, waived } = check;
  if (refusals.length > 0) {
    const aside = { reason: firstRefusal(refusals), code: 'E_PATCH_REFUSED', findings: refusals } as const;
    return refuseChange(turn, run, change, aside);
  }
  const position = run.train.length + 1;
  turn.emit(run.runId, 'direct-change-queued', changeSubject(change), { position, findings: waived });
}

/** What was captured is lost to git. The tool may do it again; there is nothing to keep. */
export function changeLost(turn: Turn, run: RunNode, changeId: string, { code, message }: PatchbayError): void {
  const change = present(run.directChanges.get(changeId), `direct change ${changeId}`);
  turn.want(run.runId, 'release-workspace', { attemptId: change.attempt.attemptId });
  if (change.state !== 'captured') {
    const said = `What task ${change.task.plan.taskId} had changed could not be kept: ${message}`;
    return turn.emit(run.runId, 'run-noted', { entity: 'run', id: run.runId }, { message: said });
  }
  dropChange(turn, run, change, `it could not be kept: ${message}`);
  retryOrFail(turn, run, change.task, { code, message }, true);
}
