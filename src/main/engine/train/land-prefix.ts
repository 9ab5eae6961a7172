// The candidates that the gates let pass, from the lowest: each is accepted by its task, then the head moves to the last of them.
import { newestAcceptance } from '../../state/evolve-acceptance.ts';
import { changeIdOf } from '../../state/find-change.ts';
import type { Candidate, RunNode } from '../../state/run-state.ts';
import { changeSubject } from '../change-subject.ts';
import { startCandidateAcceptance } from '../start-acceptance.ts';
import type { Turn } from '../turn.ts';
import { verdictOf } from './candidate-verdict.ts';

/** Of the lowest `passed` candidates, as many as are accepted up to one that passed itself. From the swap on only its outcome counts. */
export function landPrefix(turn: Turn, run: RunNode, passed: number): void {
  let count = 0;
  for (const [at, candidate] of run.candidates.slice(0, passed).entries()) {
    if (!isJudged(turn, run, candidate)) break;
    if (verdictOf(run, candidate) === 'passed') count = at + 1;
  }
  const landing = run.candidates.slice(0, count);
  const tip = landing.at(-1);
  if (tip?.commit == null) return;
  for (const { candidateId, onto, commit, change } of landing) {
    if (commit === null) return;
    turn.emit(run.runId, 'candidate-accepted', changeSubject(change), { candidateId, old: onto, commit });
  }
  const changeId = changeIdOf(tip.change);
  turn.want(run.runId, 'swap-head', { candidateId: tip.candidateId, changeId, old: run.head, commit: tip.commit });
}

/** True where the task asks nothing or has passed; opens its acceptance where there is none on this candidate yet. */
function isJudged(turn: Turn, run: RunNode, candidate: Candidate): boolean {
  const { plan } = candidate.change.task;
  if (plan.acceptance === null) return true;
  const newest = newestAcceptance(run, 'task', plan.taskId);
  if (newest?.candidateId === candidate.candidateId) return newest.state === 'passed';
  if (candidate.commit !== null) startCandidateAcceptance(turn, run, candidate, candidate.commit);
  return false;
}
