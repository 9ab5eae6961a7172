// `patchbay verify`: hash chain, rebuilt state and git against the ledger.
import type { VerifyReport } from '../../../../shared/ipc/log-reports.ts';
import type { AddCommand } from '../add-command.ts';
import { withSession } from '../cli-options.ts';
import { findOwnRun } from '../find-run.ts';

export const addVerify: AddCommand = (program, act) => {
  program
    .command('verify')
    .description("check a run's log, its state and its commits against each other")
    .argument('<run>', 'id of the run')
    .action(
      act(async (call, id: string) => {
        const runId = await findOwnRun(call, id);
        return withSession(call, 'reader', async ({ service }) => {
          const report = await service.call('run.verify', { runId });
          call.out.result(report, () => verifyText(report));
          return report.ok ? 0 : 1;
        });
      }),
    );
};

function verifyText({ ok, events, rebuilt, git, problems }: VerifyReport): string {
  const row = (name: string, part: { readonly ok: boolean }, what: string) =>
    `${part.ok ? 'ok    ' : 'WRONG '} ${name}: ${what}`;
  return [
    row('events', events, `${events.count} in an unbroken chain`),
    row('state', rebuilt, `${rebuilt.tables} tables equal what the events say`),
    row('git', git, `${git.commits} commits match the ledger`),
    ...problems.map((problem) => `  ${problem}`),
    ok ? 'Everything agrees.' : 'Something is wrong; nothing was changed.',
  ].join('\n');
}
