// Opens the judgement of a level; its checks are taken up by the stage that runs checks.
import type { AcceptanceLevel } from '../../shared/domain/acceptance.ts';
import { changeIdOf } from '../state/find-change.ts';
import type { Candidate, RunNode } from '../state/run-state.ts';
import type { Turn } from './turn.ts';

/** On the head of the run. */
export function startAcceptance(turn: Turn, run: RunNode, level: AcceptanceLevel, levelId: string): void {
  const tree = run.headTree ?? run.head;
  const onHead = { level, levelId, changeId: null, candidateId: null, commit: run.head, tree };
  turn.emit(run.runId, 'acceptance-started', { entity: 'acceptance', id: turn.nextId() }, onHead);
}

/** Of a task, on the commit that its work would become. */
export function startCandidateAcceptance(turn: Turn, run: RunNode, candidate: Candidate, commit: string): void {
  const { candidateId, change } = candidate;
  const { taskId } = change.task.plan;
  turn.emit(
    run.runId,
    'acceptance-started',
    { entity: 'acceptance', id: turn.nextId() },
    {
      level: 'task',
      levelId: taskId,
      changeId: changeIdOf(change),
      candidateId,
      commit,
      tree: candidate.tree ?? commit,
    },
  );
}
