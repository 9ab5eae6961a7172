// The merge train with one candidate in hand: take up, build, accept, swap.
import { LIMITS } from '../../shared/domain/limits.ts';
import { present } from '../../shared/lib/assert.ts';
import type { CandidateOutcome, SwapOutcome } from '../../shared/ports/integration.ts';
import type { Candidate, PatchNode, RunNode } from '../state/run-state.ts';
import { openGates } from './decide-gate.ts';
import { completeTask, isOver } from './decide-order.ts';
import { giveUpPatch, patchSubject, refusePatch } from './decide-patch.ts';
import type { EffectBody } from './effect.ts';
import type { Turn } from './turn.ts';

export function startCandidate(turn: Turn, run: RunNode): void {
  if (run.candidate !== null) return;
  const patch = nextInTrain(run);
  if (patch === null) return;
  const candidateId = turn.nextId();
  const number = patch.applyAttempts + 1;
  turn.emit(run.runId, 'candidate-started', patchSubject(patch.patchId), { candidateId, onto: run.head, number });
  turn.want(run.runId, 'build-candidate', {
    candidateId,
    patchId: patch.patchId,
    onto: run.head,
    message: commitMessage(run, patch),
    atSeconds: Math.floor(turn.nowMs / 1000),
  });
}

/** Ready order: priority, then age. Plan order: the first task of the plan that has not ended, and only it. */
function nextInTrain(run: RunNode): PatchNode | null {
  if (run.created.plan.mergeOrder === 'plan') {
    const first = run.inOrder.find((task) => !isOver(task));
    return run.train.find((patch) => patch.task === first) ?? null;
  }
  let next: PatchNode | null = null;
  for (const patch of run.train) if (next === null || patch.task.priority > next.task.priority) next = patch;
  return next;
}

export function candidateAnswered(turn: Turn, run: RunNode, candidateId: string, outcome: CandidateOutcome): void {
  const { candidate } = run;
  if (candidate?.candidateId !== candidateId) return;
  const subject = patchSubject(candidate.patch.patchId);
  if (outcome.kind === 'built') {
    const { commit, tree } = outcome;
    turn.emit(run.runId, 'candidate-built', subject, { candidateId, onto: candidate.onto, commit, tree });
    return;
  }
  const { message, files } = outcome;
  const failed = { code: 'E_MERGE_CONFLICT', message, files, attempt: candidate.number } as const;
  turn.emit(run.runId, 'patch-apply-failed', subject, failed);
  giveUpPatch(turn, run, candidate.patch, { reason: message, code: 'E_MERGE_CONFLICT', findings: [] });
}

/** When every gate has had its say, the swap is intended: from here on only its outcome counts. */
export function acceptCandidate(turn: Turn, run: RunNode): void {
  const { candidate } = run;
  if (candidate === null || candidate.commit === null || candidate.accepted) return;
  if (openGates(run, candidate).length > 0 || isGating(candidate)) return;
  const { candidateId, onto, commit, patch } = candidate;
  turn.emit(run.runId, 'candidate-accepted', patchSubject(patch.patchId), { candidateId, old: onto, commit });
  turn.want(run.runId, 'swap-head', { candidateId, patchId: patch.patchId, old: onto, commit });
}

function isGating(candidate: Candidate): boolean {
  return candidate.patch.gateRuns.some((run) => run.candidateId === candidate.candidateId && run.state === 'running');
}

export function headSwapped(turn: Turn, run: RunNode, body: EffectBody<'swap-head'>, outcome: SwapOutcome): void {
  const { candidate } = run;
  if (candidate?.candidateId !== body.candidateId) return;
  const subject = patchSubject(body.patchId);
  if (run.control === 'waiting') {
    turn.emit(run.runId, 'run-control-changed', { entity: 'run', id: run.runId }, { control: 'active', reason: '' });
  }
  if (outcome.kind === 'moved') return headMoved(turn, run, candidate, outcome.actual);
  const { commit, old: onto } = body;
  const tree = present(candidate.tree, `tree of candidate ${body.candidateId}`);
  turn.emit(run.runId, 'patch-applied', subject, { commit, onto });
  turn.emit(run.runId, 'patch-verified', subject, { tree, gates: candidate.patch.task.plan.gates });
  turn.emit(run.runId, 'patch-committed', subject, { commit, tree });
  completeTask(turn, run, candidate.patch.task, 'committed');
}

/** Somebody else wrote the run's ref. The candidate is built again; a ref that keeps moving is not ours to fight over. */
function headMoved(turn: Turn, run: RunNode, candidate: Candidate, actual: string | null): void {
  const { candidateId, patch, number } = candidate;
  const reason = `the run's ref stands at ${actual ?? 'nothing'} and not at ${candidate.onto}; something else wrote it`;
  turn.emit(run.runId, 'candidate-discarded', patchSubject(patch.patchId), { candidateId, reason });
  if (number < LIMITS.integrationTries) return;
  refusePatch(turn, run, patch, { reason, code: 'E_BRANCH_MOVED', findings: [] });
}

function commitMessage(run: RunNode, patch: PatchNode): string {
  const { plan } = patch.task;
  const trailers = [
    `Patchbay-Run: ${run.runId}`,
    `Patchbay-Task: ${plan.taskId}`,
    `Patchbay-Patch: ${patch.patchId}`,
    `Patchbay-Tool: ${plan.tool}`,
    ...(plan.issueRef === null ? [] : [`Patchbay-Issue: ${plan.issueRef.trim()}`]),
  ];
  return `${plan.name.replaceAll(/\s+/g, ' ').trim()}\n\n${trailers.join('\n')}\n`;
}
