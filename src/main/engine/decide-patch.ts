// A captured change enters the ledger, is judged, and joins the train or is set aside.
import type { CapturedPatch, Finding, Validation } from '../../shared/domain/patch.ts';
import { present } from '../../shared/lib/assert.ts';
import type { ErrorCode } from '../../shared/lib/errors.ts';
import type { AttemptNode, PatchNode, RunNode } from '../state/run-state.ts';
import { retryOrFail } from './decide-order.ts';
import type { Subject, Turn } from './turn.ts';

export function patchSubject(patchId: string): Subject {
  return { entity: 'patch', id: patchId };
}

/** Records the artifact with its ledger entry and returns its id; the bytes leave in the same commit. */
export function createPatch(
  turn: Turn,
  run: RunNode,
  attempt: AttemptNode,
  made: { readonly captured: CapturedPatch; readonly recovered: boolean },
): string {
  const patchId = turn.nextId();
  const { captured, recovered } = made;
  const { task } = attempt;
  const before = recovered ? undefined : task.patches.findLast((patch) => !patch.created.recovered);
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
    replaces: before?.patchId ?? null,
    recovered,
  });
  return patchId;
}

export function patchChecked(turn: Turn, run: RunNode, patchId: string, validation: Validation): void {
  const patch = present(run.patches.get(patchId), `patch ${patchId}`);
  if (patch.state !== 'created') return;
  const errors = validation.findings.filter((finding) => finding.severity === 'error');
  if (validation.formatOk && validation.scopeOk && validation.constraintsOk && errors.length === 0) {
    turn.emit(run.runId, 'patch-validated', patchSubject(patchId), { validation });
    turn.emit(run.runId, 'patch-queued', patchSubject(patchId), { position: run.train.length + 1 });
    return;
  }
  const first = errors[0];
  const where =
    first === undefined || first.path === '' || first.message.includes(first.path) ? '' : ` (${first.path})`;
  const reason = `${first?.message ?? 'the validator refused it'}${where}`;
  refusePatch(turn, run, patch, { reason, code: 'E_PATCH_REFUSED', findings: validation.findings });
}

export interface Aside {
  readonly reason: string;
  readonly code: ErrorCode;
  readonly findings: readonly Finding[];
}

export function setPatchAside(turn: Turn, run: RunNode, patchId: string, aside: Aside): void {
  turn.emit(run.runId, 'patch-quarantined', patchSubject(patchId), aside);
}

/** The patch is kept in quarantine and its task fails: trying the same again would bring the same. */
export function refusePatch(turn: Turn, run: RunNode, patch: PatchNode, aside: Aside): void {
  setPatchAside(turn, run, patch.patchId, aside);
  const message = `its patch was refused: ${aside.reason}`;
  retryOrFail(turn, run, patch.task, { code: aside.code, message }, false);
}

/** The patch gives way to another attempt, or is kept in quarantine when that was the last one. */
export function giveUpPatch(turn: Turn, run: RunNode, patch: PatchNode, aside: Aside): void {
  const again = patch.task.failures + 1 < patch.task.plan.maxAttempts;
  if (again) {
    const reason = `${aside.reason}; another attempt takes its place`;
    turn.emit(run.runId, 'patch-dropped', patchSubject(patch.patchId), { reason });
  } else setPatchAside(turn, run, patch.patchId, aside);
  retryOrFail(turn, run, patch.task, { code: aside.code, message: aside.reason }, true);
}
