// A captured change enters the ledger, is judged, and joins the train or is set aside.
import { actionOf, refuses } from '../../shared/domain/action-of.ts';
import type { CapturedPatch, Finding, Validation } from '../../shared/domain/patch.ts';
import { present } from '../../shared/lib/assert.ts';
import { findingHash } from '../state/finding-hash.ts';
import type { AttemptNode, PatchNode, RunNode, TaskNode } from '../state/run-state.ts';
import { livesOf } from '../state/task-lives.ts';
import { retryOrFail } from './decide-order.ts';
import { findToggling } from './find-toggling.ts';
import { firstRefusal } from './first-refusal.ts';
import { openReview } from './open-review.ts';
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
  made: { readonly captured: CapturedPatch; readonly recovered: boolean; readonly replaces?: string },
): PatchNode {
  const patchId = turn.nextId();
  const { captured, recovered } = made;
  const { task } = attempt;
  const before = made.replaces ?? (recovered ? undefined : lastPatch(run, task)?.patchId);
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

/** The worst that a finding leads to decides, but for what a person has answered for. */
export function patchChecked(turn: Turn, run: RunNode, patchId: string, verdict: Validation): void {
  const patch = present(run.patches.get(patchId), `patch ${patchId}`);
  if (patch.state !== 'created') return;
  const signatures = verdict.signatures ?? [];
  const validation = { ...verdict, findings: [...verdict.findings, ...findToggling(run, patch, signatures)] };
  const { findings } = validation;
  const waived = new Set(patch.created.released?.waives);
  const open = waived.size === 0 ? findings : findings.filter((finding) => !waived.has(findingHash(finding)));
  const refused = open.filter(refuses);
  // A verdict that no finding explains is one all the same.
  const isUnexplained = !isGood(validation) && !findings.some(refuses);
  if (open.some((finding) => actionOf(finding) === 'drop')) return dropRefused(turn, run, patch, validation);
  if (refused.length > 0 || isUnexplained) {
    return refuseChange(turn, run, patch, {
      reason: firstRefusal(refused),
      code: 'E_PATCH_REFUSED',
      findings,
      signatures,
    });
  }
  turn.emit(run.runId, 'patch-validated', patchSubject(patchId), { validation });
  const asked = open.filter((finding) => actionOf(finding) === 'review');
  const { minReviewers = 0 } = patch.task.plan.constraints;
  // Whoever released it had the very same bytes before them.
  const isUnseen = minReviewers > 0 && patch.created.released === undefined;
  if (asked.length > 0 || isUnseen) return askPerson(turn, run, patch, asked);
  turn.emit(run.runId, 'patch-queued', patchSubject(patchId), { position: run.train.length + 1 });
}

function isGood({ formatOk, scopeOk, constraintsOk }: Validation): boolean {
  return formatOk && scopeOk && constraintsOk;
}

/** Nobody has to look at it: its task fails, and what it was stays in the ledger. */
function dropRefused(turn: Turn, run: RunNode, patch: PatchNode, { findings, signatures = [] }: Validation): void {
  const reason = firstRefusal(findings.filter((finding) => actionOf(finding) === 'drop'));
  turn.emit(run.runId, 'patch-dropped', patchSubject(patch.patchId), { reason, findings, signatures });
  retryOrFail(turn, run, patch.task, { code: 'E_PATCH_REFUSED', message: `its patch was refused: ${reason}` }, false);
}

/** The policy's reviewers and what rules leave to a person are one question. */
function askPerson(turn: Turn, run: RunNode, patch: PatchNode, asked: readonly Finding[]): void {
  const { minReviewers = 0 } = patch.task.plan.constraints;
  const persons = minReviewers === 1 ? 'one person' : `${minReviewers} different persons`;
  const question =
    asked.length > 0
      ? ({ trigger: 'finding', reason: firstRefusal(asked) } as const)
      : ({ trigger: 'policy', reason: `the policy asks for the approval of ${persons}` } as const);
  openReview(turn, run, { subject: patch, ...question, findings: asked });
}
