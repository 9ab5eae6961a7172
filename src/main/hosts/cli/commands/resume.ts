// `patchbay resume`: lets a paused or an interrupted run go on, to its end.
import type { CommandParams } from '../../../../shared/ipc/command-methods.ts';
import type { Service } from '../../../../shared/ports/service.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { addControlOptions, type ControlOptions, commandParams } from '../control-run.ts';
import { findOwnRun } from '../find-run.ts';
import { followToEnd } from '../follow-run.ts';

export const addResume: AddCommand = (program, act) => {
  const command = program
    .command('resume')
    .description('let a paused or interrupted run go on, or join one that goes on by itself, to its end')
    .argument('<run>', 'id of the run');
  addControlOptions(command).action(
    act(async (call, id: string, given: ControlOptions) => {
      const params = commandParams(await findOwnRun(call, id), given);
      return withSession(call, 'owner', ({ service }) =>
        followToEnd(call, service, () => resume(call, service, params)),
      );
    }),
  );
};

/** An engine takes up open runs when it starts, so the run may have ended before it is asked for: then its end is told. */
async function resume({ out }: Invocation, service: Service, params: CommandParams): Promise<string> {
  const { runId } = params;
  const { state, control } = await service.call('run.report', { runId });
  if (state !== 'pending' && state !== 'running') out.note(`The run has ended already: ${state}.`);
  // One that is stopping is joined: it cannot be taken back.
  else if (control !== 'stopping') await service.call('run.resume', params);
  return runId;
}
