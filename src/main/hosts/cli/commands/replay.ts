// `patchbay replay`: a run as it was at any moment, made from its events.
import type { AddCommand } from '../add-command.ts';
import { withSession } from '../cli-options.ts';
import { findOwnRun } from '../find-run.ts';
import { runText } from '../run-text.ts';
import { sequenceNumber } from '../sequence-number.ts';

export const addReplay: AddCommand = (program, act) => {
  program
    .command('replay')
    .description('a run as it was after one of its events; nothing is changed')
    .argument('<run>', 'id of the run')
    .option('--to <seq>', 'number of the event, as `events` lists them (default: the last one)', sequenceNumber)
    .action(
      act(async (call, id: string, { to }: { readonly to?: number }) => {
        const runId = await findOwnRun(call, id);
        return withSession(call, 'reader', async ({ service }) => {
          const report = await service.call('run.replay', { runId, ...(to === undefined ? {} : { to }) });
          const when = `After event ${report.seq} of ${report.first_seq} to ${report.last_seq}, ${report.at}`;
          call.out.result(report, () => `${runText(report, call.out)}\n\n${when}`);
          return 0;
        });
      }),
    );
};
