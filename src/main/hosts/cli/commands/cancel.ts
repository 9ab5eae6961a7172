// `patchbay cancel`: ends a run; what its tools have done until then is kept.

import type { AddCommand } from '../add-command.ts';
import { withSession } from '../cli-options.ts';
import { findOwnRun } from '../find-run.ts';
import { runText } from '../run-text.ts';

export const addCancel: AddCommand = (program, act) => {
  program
    .command('cancel')
    .description('end a run; what its tools have done until then is kept')
    .argument('<run>', 'id of the run')
    .option('--why <reason>', 'a sentence for the log')
    .action(
      act(async (call, id: string, { why }: { readonly why?: string }) => {
        const runId = await findOwnRun(call, id);
        return withSession(call, 'owner', async ({ service }) => {
          const report = await service.call('run.cancel', { runId, ...(why === undefined ? {} : { reason: why }) });
          call.out.result(report, () => runText(report, call.out));
          return 0;
        });
      }),
    );
};
