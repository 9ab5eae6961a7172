// Publishes a run's head to a branch: the only way in which a user's branch or checkout is written.
import type { MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { RunNode } from '../../state/run-state.ts';
import { engineOf, type ServiceParts } from './service-parts.ts';

/** A preview says what would happen and changes nothing. */
export async function publishRun(
  parts: ServiceParts,
  params: MethodParams<'run.publish'>,
): Promise<MethodResult<'run.publish'>> {
  const engine = engineOf(parts);
  const run = parts.library.run(params.runId);
  refuseUnready(run);
  const { runId } = run;
  const { mode = 'ff', preview = false } = params;
  if (!preview) refuseArchived(parts, run);
  const branch =
    params.branch ?? run.created.baseRef?.replace(/^refs\/heads\//, '') ?? `patchbay/${run.created.plan.planId}`;
  if (!preview) {
    engine.runs.set(runId, run);
    await engine.ask({
      type: 'note-run',
      runId,
      message: `Publishing ${run.head.slice(0, 10)} to ${branch} (${mode})`,
    });
  }
  const outcome = await parts.rooms.integration.publish({
    runId,
    head: run.head,
    base: run.created.base,
    branch,
    mode,
    preview,
    message: `${run.created.plan.name}\n\nPatchbay-Run: ${runId}\n${unprotectedTrailer(run)}`,
    atSeconds: Math.floor(parts.clock.now() / 1000),
  });
  if (!preview) {
    const published = { branch, mode, from: outcome.from, to: outcome.to };
    await engine.ask({ type: 'run-published', runId, published });
  }
  return { ...outcome, unprotected: directCommits(run) };
}

/** A commit that holds several must say, too, that not all of it was a patch. */
function unprotectedTrailer(run: RunNode): string {
  return directCommits(run) > 0 ? 'Patchbay-Unprotected: direct-edit\n' : '';
}

function directCommits(run: RunNode): number {
  return [...run.directChanges.values()].filter(({ state }) => state === 'committed').length;
}

/** Publishing is said in the run's log, and an archived log takes nothing any more. */
function refuseArchived({ store }: ServiceParts, run: RunNode): void {
  const archived = store.archiveOf(run.runId);
  if (archived === null) return;
  const advice = `Bring it back first: patchbay archive restore ${run.runId}`;
  throw new PatchbayError('E_WRONG_STATE', `Run ${run.runId} is archived (${archived.file}).`, advice, {
    runId: run.runId,
  });
}

function refuseUnready(run: RunNode): void {
  const values = { runId: run.runId, state: run.state };
  if (run.endedAt === null) {
    const advice = 'Wait for its end, or cancel it, and publish then.';
    throw new PatchbayError('E_WRONG_STATE', `Run ${run.runId} has not ended.`, advice, values);
  }
  if (run.head === run.created.base) {
    const advice = 'See its tasks for why no patch was committed.';
    throw new PatchbayError(
      'E_WRONG_STATE',
      `Run ${run.runId} committed no patch, so there is nothing to publish.`,
      advice,
      values,
    );
  }
}
