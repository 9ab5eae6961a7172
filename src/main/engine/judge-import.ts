// Whether a patch from elsewhere may enter a run now, and where.
import type { CommandWork } from '../../shared/domain/command.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { openReviewOf } from '../state/open-reviews.ts';
import type { ReviewNode, RunNode, TaskNode, WorkstreamNode } from '../state/run-state.ts';

export type ImportWork = Extract<CommandWork, { name: 'import-patch' }>;

/** Null when it may; the run goes on and is not stopping. Pure. */
export function refuseImport(run: RunNode, { taskId }: ImportWork): PatchbayError | null {
  const imports = run.added.filter(({ plan }) => plan.origin?.kind === 'import').length;
  if (imports >= LIMITS.importedPatches) {
    const message = `Run ${run.runId} has taken ${imports} patches from elsewhere, and ${LIMITS.importedPatches} are the most.`;
    return new PatchbayError('E_LIMIT', message, 'Bring the others in by tasks of a plan.', { runId: run.runId });
  }
  if (taskId === null) return openWorkstream(run) === null ? noPlace(run) : null;
  const task = run.tasks.get(taskId);
  if (task === undefined) {
    const advice = 'Nothing was changed. `patchbay status RUN` lists the tasks of a run.';
    const message = `Run ${run.runId} has no task \`${taskId}\`.`;
    return new PatchbayError('E_NOT_FOUND', message, advice, { runId: run.runId, taskId });
  }
  return replaceable(run, task) === null ? nothingToReplace(run, task) : null;
}

/** The question about a patch that another one may take the place of. */
export function replaceable(run: RunNode, task: TaskNode): ReviewNode | null {
  return task.state !== 'validating' || run.handedOn.has(task) ? null : openReviewOf(run, task);
}

/** A patch that belongs to no task goes into the first part of the plan that is not over. */
export function openWorkstream(run: RunNode): WorkstreamNode | null {
  return [...run.workstreams.values()].find(({ waitingFor, unsettled }) => waitingFor === 0 && unsettled > 0) ?? null;
}

function noPlace(run: RunNode): PatchbayError {
  const message = `Nothing of run ${run.runId} is open any more, so that no patch can join it.`;
  const advice = 'Try a task of it again first, or bring the patch in by a plan: `mode: patch_apply_validate`.';
  return new PatchbayError('E_WRONG_STATE', message, advice, { runId: run.runId });
}

function nothingToReplace(run: RunNode, { plan: { taskId }, state }: TaskNode): PatchbayError {
  const message = `Task \`${taskId}\` has no patch that waits for a person (${state}), so that nothing can take its place.`;
  const advice = 'Nothing was changed. Without --task the patch stands for itself.';
  return new PatchbayError('E_WRONG_STATE', message, advice, { runId: run.runId, taskId, state });
}
