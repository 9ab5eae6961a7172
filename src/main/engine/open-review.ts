// A person is asked about a patch, or is not needed any more. The patch waits, and only what depends on it with it.
import type { Finding, Severity } from '../../shared/domain/patch.ts';
import type { ReviewTrigger } from '../../shared/domain/review.ts';
import { present } from '../../shared/lib/assert.ts';
import type { ErrorCode } from '../../shared/lib/errors.ts';
import type { PatchNode, ReviewNode, RunNode } from '../state/run-state.ts';
import type { Subject, Turn } from './turn.ts';

export interface Question {
  /** `validated` and held, or in quarantine. */
  readonly subject: PatchNode;
  readonly trigger: ReviewTrigger;
  /** For the one who decides, in a sentence. */
  readonly reason: string;
  /** By the gravest finding where it is left out. */
  readonly severity?: Severity;
  readonly findings: readonly Finding[];
}

export function reviewSubject(reviewId: string): Subject {
  return { entity: 'review', id: reviewId };
}

export function openReview(turn: Turn, run: RunNode, question: Question): ReviewNode {
  const { subject: patch, trigger, reason, findings, severity = gravest(findings) } = question;
  // Never fewer than the policy asks for, whatever the question is about.
  const approvalsNeeded = Math.max(1, patch.task.plan.constraints.minReviewers ?? 0);
  const reviewId = turn.nextId();
  turn.emit(run.runId, 'review-opened', reviewSubject(reviewId), {
    subject: { kind: 'patch', id: patch.patchId },
    taskId: patch.task.plan.taskId,
    trigger,
    severity,
    reason,
    findings,
    approvalsNeeded,
    head: run.head,
  });
  return present(run.reviews.get(reviewId), `review ${reviewId}`);
}

/** In a run that waits for persons one may release what is in quarantine; a run that ends has nobody to ask. */
export function isReleasable(run: RunNode, patch: PatchNode): boolean {
  const { whenStuck } = run.created;
  return whenStuck === 'wait' && run.control !== 'stopping' && !patch.created.recovered;
}

export function triggerOf(code: ErrorCode): ReviewTrigger {
  switch (code) {
    case 'E_GATE_FAILED':
    case 'E_ACCEPTANCE_FAILED':
      return 'gate_failed';
    case 'E_MERGE_CONFLICT':
    case 'E_BRANCH_MOVED':
      return 'conflict';
    default:
      return 'refused';
  }
}

/** A patch that was held goes with its question; one in quarantine stays there. */
export function withdrawReview(turn: Turn, run: RunNode, { reviewId, patch }: ReviewNode, reason: string): void {
  turn.emit(run.runId, 'review-withdrawn', reviewSubject(reviewId), { reason });
  if (patch.state !== 'validated') return;
  turn.emit(run.runId, 'patch-dropped', { entity: 'patch', id: patch.patchId }, { reason });
}

function gravest(findings: readonly Finding[]): Severity {
  const has = (severity: Severity) => findings.some((finding) => finding.severity === severity);
  return has('error') ? 'error' : has('warning') ? 'warning' : 'info';
}
