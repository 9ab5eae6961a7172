// The stack of the merge train: candidates in order, each built on the one before, the lowest on the head.
import type { Candidate, Change, RunNode } from './run-state.ts';

/** Null when it is no longer in the stack. */
export function findCandidate(run: RunNode, candidateId: string): Candidate | null {
  return run.candidates.find((candidate) => candidate.candidateId === candidateId) ?? null;
}

/** Null while the change waits below or beside the stack. */
export function candidateOf(run: RunNode, change: Change): Candidate | null {
  return run.candidates.find((candidate) => candidate.change === change) ?? null;
}

/** Its commit is being put onto the head: from here on only the outcome of the swap counts. */
export function isLanding(run: RunNode, change: Change): boolean {
  return candidateOf(run, change)?.accepted === true;
}

/** Something of the stack is on its way onto the head. */
export function isSwapping(run: RunNode): boolean {
  return run.candidates.some(({ accepted }) => accepted);
}
