// What a person's vote on a patch brings about: it goes on, a replacement of it goes on, or it is dropped.
import type { CommandWork } from '../../shared/domain/command.ts';
import { present } from '../../shared/lib/assert.ts';
import { findingHash } from '../state/finding-hash.ts';
import { openReviewOf } from '../state/open-reviews.ts';
import type { PatchNode, ReviewNode, RunNode, TaskNode } from '../state/run-state.ts';
import { cancelTask, failTask, taskSubject } from './decide-order.ts';
import { patchSubject } from './decide-patch.ts';
import { goOn } from './go-on.ts';
import { reviewSubject, withdrawReview } from './open-review.ts';
import { dropChange } from './set-aside.ts';
import type { Turn } from './turn.ts';

export type ReviewWork = Extract<CommandWork, { readonly name: 'approve' | 'reject' }>;

export function castVote(turn: Turn, run: RunNode, work: ReviewWork, why: string): void {
  const { reviewId, reviewer: name, reviewerKind: kind, patchId, head } = work;
  const review = present(run.reviews.get(reviewId), `review ${reviewId}`);
  const vote = { verdict: work.name, reviewer: { kind, name }, why, patchId, head };
  goOn(turn, run);
  turn.emit(run.runId, 'review-voted', reviewSubject(reviewId), vote);
  const said = why === '' ? '' : `: ${why}`;
  if (work.name === 'reject') return reject(turn, run, review, `${name} rejected it${said}`);
  if (approvalsOf(review).length < review.opened.approvalsNeeded) return;
  approve(turn, run, review, `${approvalsOf(review).join(', ')} approved it${said}`);
}

/** Persons who approved, each once. What a tool thinks is written down and counts for nobody. */
export function approvalsOf({ votes }: Pick<ReviewNode, 'votes'>): readonly string[] {
  const persons = votes.filter(({ verdict, reviewer }) => verdict === 'approve' && reviewer.kind === 'person');
  return [...new Set(persons.map(({ reviewer }) => reviewer.name))];
}

function approve(turn: Turn, run: RunNode, review: ReviewNode, reason: string): void {
  const waives = review.opened.findings.map(findingHash);
  turn.emit(run.runId, 'review-decided', reviewSubject(review.reviewId), { decision: 'approved', reason, waives });
  const { patch } = review;
  if (patch.state === 'quarantined') return release(turn, run, review, reason);
  turn.emit(run.runId, 'patch-queued', patchSubject(patch.patchId), { position: run.train.length + 1 });
}

function reject(turn: Turn, run: RunNode, review: ReviewNode, reason: string): void {
  const decided = { decision: 'rejected', reason, waives: [] } as const;
  turn.emit(run.runId, 'review-decided', reviewSubject(review.reviewId), decided);
  dropChange(turn, run, review.patch, reason);
  failTask(turn, run, review.patch.task, { code: 'E_PATCH_REFUSED', message: `its patch was refused: ${reason}` });
}

/** Nothing leaves quarantine: the same diff enters as a patch of its own, and is judged from the beginning but for what was waived. */
function release(turn: Turn, run: RunNode, { reviewId, waives, patch }: ReviewNode, reason: string): void {
  const patchId = turn.nextId();
  const ledgerId = turn.nextId();
  turn.keep({ patchId, copyOf: patch.patchId });
  const released = { review: reviewId, waives: [...new Set([...waivedOf(patch), ...waives])] };
  const created = { ...patch.created, ledgerId, replaces: patch.patchId, released };
  turn.emit(run.runId, 'patch-created', patchSubject(patchId), created);
  dropChange(turn, run, patch, `${reason}; patch ${patchId} takes its place`);
  turn.want(run.runId, 'validate-patch', { patchId });
  // Judging it begins nothing of the plan's, but while it is under way the run does not stand still.
  if (run.control !== 'paused') return;
  const pausing = { control: 'pausing', reason: run.controlReason } as const;
  turn.emit(run.runId, 'run-control-changed', { entity: 'run', id: run.runId }, pausing);
}

/** Findings that a person has answered for, by hash. */
export function waivedOf({ created }: PatchNode): readonly string[] {
  return created.released?.waives ?? [];
}

/** Its work is given up, for the task begins anew or is skipped in the same turn: nothing behind it hears of this end. */
export function giveUpReview(turn: Turn, run: RunNode, task: TaskNode, reason: string): void {
  const review = openReviewOf(run, task);
  if (review === null) return;
  withdrawReview(turn, run, review, reason);
  const data = { taskId: task.plan.taskId, code: 'E_PATCH_REFUSED', reason: review.opened.reason } as const;
  turn.emit(run.runId, 'task-failed', taskSubject(task), data);
}

/** The run ends: nobody is waited for any more. */
export function withdrawReviews(turn: Turn, run: RunNode, reason: string): void {
  for (const review of [...run.openReviews]) {
    withdrawReview(turn, run, review, reason);
    cancelTask(turn, run, review.patch.task, reason);
  }
}
