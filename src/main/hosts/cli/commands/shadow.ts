// `patchbay shadow`: how the dag of a run in sequence would have gone, and what its plan does not declare.
import { PatchbayError } from '../../../../shared/lib/errors.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { shadowText } from '../shadow-text.ts';

export const addShadow: AddCommand = (program, act) => {
  program
    .command('shadow')
    .description('compare a run with the strategy shadow with the dag it would have been')
    .argument('<run>', 'id of a run')
    .action(act((call, runId: string) => shadow(call, runId)));
};

/** 1 where a dependency is certainly missing. */
function shadow(call: Invocation, runId: string): Promise<number> {
  return withSession(call, 'reader', async ({ service }) => {
    const { shadow: answer, state } = await service.call('run.report', { runId });
    if (answer === null) throw notCompared(runId, state);
    call.out.result({ run_id: runId, ...answer }, () => shadowText(answer, call.out));
    return answer.missing_dependencies.some((one) => one.certain) ? 1 : 0;
  });
}

function notCompared(runId: string, state: string): PatchbayError {
  const advice =
    'Run the plan with `--strategy shadow`. The comparison is there when that run has ended, and not where it was cancelled.';
  return new PatchbayError('E_NOT_FOUND', `Run ${runId} (${state}) has no comparison with a dag.`, advice, {
    runId,
    state,
  });
}
