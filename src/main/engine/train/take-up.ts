// The train takes up the next change: a commit of it is built on the head, or on the candidate that is on top of the stack.
import { candidateOf } from '../../state/find-candidate.ts';
import { changeIdOf } from '../../state/find-change.ts';
import type { Change, RunNode } from '../../state/run-state.ts';
import { nextInTrain } from '../../state/train/next-in-train.ts';
import { changeSubject } from '../change-subject.ts';
import { rootOf } from '../feedback/failed-tries.ts';
import type { Turn } from '../turn.ts';
import { verdictOf } from './candidate-verdict.ts';

/** The stage: one at a time, for each is built on the one before. */
export function takeUp(turn: Turn, run: RunNode): void {
  if (!mayStack(run)) return;
  const change = nextInTrain(run);
  if (change === null || candidateOf(run, change) !== null) return;
  const candidateId = turn.nextId();
  const number = change.applyAttempts + 1;
  const onto = run.candidates.at(-1)?.commit ?? run.head;
  turn.emit(run.runId, 'candidate-started', changeSubject(change), { candidateId, onto, number });
  turn.want(run.runId, 'build-candidate', {
    candidateId,
    changeId: changeIdOf(change),
    onto,
    message: commitMessage(run, change),
    atSeconds: Math.floor(turn.nowMs / 1000),
  });
}

/** Nothing is put on a stack that is deep enough, that is about to lose its top, or whose top is not there yet. */
function mayStack(run: RunNode): boolean {
  const { candidates } = run;
  if (candidates.length === 0) return true;
  if (candidates.length >= run.stacking.depth || run.stacking.closed) return false;
  return candidates.every((one) => one.commit !== null && verdictOf(run, one) !== 'failed');
}

/** By the task of the plan, whoever finished it. */
function commitMessage(run: RunNode, change: Change): string {
  const { plan } = rootOf(change.task);
  const isPatch = change.table === 'patches';
  const trailers = [
    `Patchbay-Run: ${run.runId}`,
    `Patchbay-Task: ${plan.taskId}`,
    ...(plan === change.task.plan ? [] : [`Patchbay-Added-Task: ${change.task.plan.taskId}`]),
    `${isPatch ? 'Patchbay-Patch' : 'Patchbay-Change'}: ${changeIdOf(change)}`,
    `Patchbay-Tool: ${change.attempt.tool}`,
    ...(plan.issueRef === null ? [] : [`Patchbay-Issue: ${plan.issueRef.trim()}`]),
    ...(isPatch ? [] : ['Patchbay-Unprotected: direct-edit']),
  ];
  return `${plan.name.replaceAll(/\s+/g, ' ').trim()}\n\n${trailers.join('\n')}\n`;
}
