// The merge train with one candidate in hand: take up, build, accept, swap.
import { LIMITS } from '../../shared/domain/limits.ts';
import { present } from '../../shared/lib/assert.ts';
import type { ErrorCode } from '../../shared/lib/errors.ts';
import type { CandidateOutcome, SwapOutcome } from '../../shared/ports/integration.ts';
import { holdOf } from '../state/admission/admission.ts';
import { newestAcceptance } from '../state/evolve-acceptance.ts';
import { findCandidate } from '../state/find-candidate.ts';
import { changeIdOf } from '../state/find-change.ts';
import { isOver } from '../state/is-over.ts';
import type { Candidate, Change, RunNode, TaskNode } from '../state/run-state.ts';
import { isGated } from './decide-gate.ts';
import { cancelTask, completeTask, isCancelling } from './decide-order.ts';
import type { EffectBody } from './effect.ts';
import { changeSubject, dropChange, giveUpChange, refuseChange } from './set-aside.ts';
import { startCandidateAcceptance } from './start-acceptance.ts';
import type { Turn } from './turn.ts';

export function startCandidate(turn: Turn, run: RunNode): void {
  if (run.candidates.length > 0) return;
  const change = nextInTrain(run);
  if (change === null) return;
  const candidateId = turn.nextId();
  const number = change.applyAttempts + 1;
  turn.emit(run.runId, 'candidate-started', changeSubject(change), { candidateId, onto: run.head, number });
  turn.want(run.runId, 'build-candidate', {
    candidateId,
    changeId: changeIdOf(change),
    onto: run.head,
    message: commitMessage(run, change),
    atSeconds: Math.floor(turn.nowMs / 1000),
  });
}

/** Ready order: priority, then age. Plan order: the first task of the plan that has not ended, and only it. */
function nextInTrain(run: RunNode): Change | null {
  if (run.created.plan.mergeOrder === 'plan') return nextInPlanOrder(run);
  let next: Change | null = null;
  for (const change of run.train) if (next === null || change.task.priority > next.task.priority) next = change;
  return next;
}

/** While a run stops, only what has begun will ever make a change. */
function mayChange(run: RunNode, task: TaskNode): boolean {
  return !isOver(task) && (run.control !== 'stopping' || run.inHand.has(task));
}

/** A task that was over and goes on after all may need what a later one has in hand: then that one's change goes first. */
function nextInPlanOrder(run: RunNode): Change | null {
  let task = run.inOrder.find((one) => mayChange(run, one));
  for (const seen = new Set<TaskNode>(); task !== undefined && !seen.has(task); ) {
    seen.add(task);
    const change = run.train.find((one) => one.task === task);
    if (change !== undefined) return change;
    task = task.state === 'queued' ? holdOf(run, task)?.by : undefined;
  }
  return null;
}

export function candidateAnswered(turn: Turn, run: RunNode, candidateId: string, outcome: CandidateOutcome): void {
  const candidate = findCandidate(run, candidateId);
  if (candidate === null) return;
  const { change } = candidate;
  if (outcome.kind === 'built') {
    const { commit, tree } = outcome;
    turn.emit(run.runId, 'candidate-built', changeSubject(change), { candidateId, onto: candidate.onto, commit, tree });
    return;
  }
  const { message, files, conflict } = outcome;
  if (conflict !== undefined) turn.emit(run.runId, 'conflict-found', changeSubject(change), { candidateId, conflict });
  applyFailed(turn, run, candidate, { code: 'E_MERGE_CONFLICT', message, files });
  giveUpChange(turn, run, change, { reason: message, code: 'E_MERGE_CONFLICT', findings: [] });
}

interface ApplyFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly files: readonly string[];
}

/** An entry of the ledger says that its patch did not apply; a direct change has none and only goes out of the train. */
export function applyFailed(turn: Turn, run: RunNode, { change, number }: Candidate, failure: ApplyFailure): void {
  if (change.table !== 'patches') return;
  turn.emit(run.runId, 'patch-apply-failed', changeSubject(change), { ...failure, attempt: number });
}

/** When every gate and the task's acceptance have had their say, the swap is intended: from here on only its outcome counts. */
export function acceptCandidate(turn: Turn, run: RunNode): void {
  const [candidate] = run.candidates;
  if (candidate === undefined || candidate.commit === null || candidate.accepted) return;
  if (!isGated(run, candidate)) return;
  const { candidateId, onto, commit, change } = candidate;
  if (!isJudged(turn, run, candidate, commit)) return;
  turn.emit(run.runId, 'candidate-accepted', changeSubject(change), { candidateId, old: onto, commit });
  turn.want(run.runId, 'swap-head', { candidateId, changeId: changeIdOf(change), old: onto, commit });
}

/** True where the task asks nothing or has passed; opens its acceptance where there is none on this candidate yet. */
function isJudged(turn: Turn, run: RunNode, candidate: Candidate, commit: string): boolean {
  const { plan } = candidate.change.task;
  if (plan.acceptance === null) return true;
  const newest = newestAcceptance(run, 'task', plan.taskId);
  if (newest?.candidateId === candidate.candidateId) return newest.state === 'passed';
  startCandidateAcceptance(turn, run, candidate, commit);
  return false;
}

export function headSwapped(turn: Turn, run: RunNode, body: EffectBody<'swap-head'>, outcome: SwapOutcome): void {
  const candidate = findCandidate(run, body.candidateId);
  if (candidate === null) return;
  const { change } = candidate;
  if (run.control === 'waiting') {
    turn.emit(run.runId, 'run-control-changed', { entity: 'run', id: run.runId }, { control: 'active', reason: '' });
  }
  if (outcome.kind === 'moved') return headMoved(turn, run, candidate, outcome.actual);
  const { commit, old: onto } = body;
  const tree = present(candidate.tree, `tree of candidate ${body.candidateId}`);
  const subject = changeSubject(change);
  const { gates } = change.task.plan;
  if (change.table === 'direct_changes') {
    turn.emit(run.runId, 'direct-change-committed', subject, { commit, onto, tree, gates });
    return completeTask(turn, run, change.task, 'committed_directly');
  }
  turn.emit(run.runId, 'patch-applied', subject, { commit, onto });
  turn.emit(run.runId, 'patch-verified', subject, { tree, gates });
  turn.emit(run.runId, 'patch-committed', subject, { commit, tree });
  completeTask(turn, run, change.task, 'committed');
}

/** Somebody else wrote the run's ref. The candidate is built again; a ref that keeps moving is not ours to fight over. */
function headMoved(turn: Turn, run: RunNode, candidate: Candidate, actual: string | null): void {
  const { candidateId, change, number } = candidate;
  const reason = `the run's ref stands at ${actual ?? 'nothing'} and not at ${candidate.onto}; something else wrote it`;
  turn.emit(run.runId, 'candidate-discarded', changeSubject(change), { candidateId, reason });
  if (isCancelling(run)) {
    dropChange(turn, run, change, `the run was cancelled: ${run.controlReason}`);
    return cancelTask(turn, run, change.task, run.controlReason);
  }
  if (number < LIMITS.integrationTries) return;
  refuseChange(turn, run, change, { reason, code: 'E_BRANCH_MOVED', findings: [] });
}

function commitMessage(run: RunNode, change: Change): string {
  const { plan } = change.task;
  const isPatch = change.table === 'patches';
  const trailers = [
    `Patchbay-Run: ${run.runId}`,
    `Patchbay-Task: ${plan.taskId}`,
    `${isPatch ? 'Patchbay-Patch' : 'Patchbay-Change'}: ${changeIdOf(change)}`,
    `Patchbay-Tool: ${change.attempt.tool}`,
    ...(plan.issueRef === null ? [] : [`Patchbay-Issue: ${plan.issueRef.trim()}`]),
    ...(isPatch ? [] : ['Patchbay-Unprotected: direct-edit']),
  ];
  return `${plan.name.replaceAll(/\s+/g, ' ').trim()}\n\n${trailers.join('\n')}\n`;
}
