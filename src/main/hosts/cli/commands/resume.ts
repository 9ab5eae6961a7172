// `patchbay resume`: lets an interrupted run go on, to its end.
import type { Service } from '../../../../shared/ports/service.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findOwnRun } from '../find-run.ts';
import { followRun } from '../follow-run.ts';

export const addResume: AddCommand = (program, act) => {
  program
    .command('resume')
    .description('let an interrupted run go on, or join one that goes on by itself, to its end')
    .argument('<run>', 'id of the run')
    .action(
      act(async (call, id: string) => {
        const runId = await findOwnRun(call, id);
        return withSession(call, 'owner', ({ service }) =>
          followRun(call, service, () => resume(call, service, runId)),
        );
      }),
    );
};

/** An engine takes up open runs when it starts, so the run may have ended before it is asked for: then its end is told. */
async function resume({ out }: Invocation, service: Service, id: string): Promise<string> {
  const { state } = await service.call('run.report', { runId: id });
  if (state === 'pending' || state === 'running') await service.call('run.resume', { runId: id });
  else out.note(`The run has ended already: ${state}.`);
  return id;
}
