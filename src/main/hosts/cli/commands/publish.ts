// `patchbay publish`: takes the work of a run over into a branch, which nothing else does.
import { Option } from 'commander';
import type { PublishOutcome } from '../../../../shared/ports/integration.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findOwnRun } from '../find-run.ts';

interface Given {
  readonly to?: string;
  readonly mode?: 'ff' | 'merge' | 'squash';
  readonly preview?: boolean;
}

export const addPublish: AddCommand = (program, act) => {
  program
    .command('publish')
    .description('take the work of a run over into a branch')
    .argument('<run>', 'id of the run')
    .option('--to <branch>', 'the branch (default: the one the run began on)')
    .addOption(new Option('--mode <mode>', 'how').choices(['ff', 'merge', 'squash']))
    .option('--preview', 'say what would happen and change nothing')
    .action(act(async (call, id: string, given: Given) => publish(call, await findOwnRun(call, id), given)));
};

async function publish(call: Invocation, runId: string, { to, mode, preview }: Given): Promise<number> {
  const params = {
    runId,
    ...(to === undefined ? {} : { branch: to }),
    ...(mode === undefined ? {} : { mode }),
    ...(preview === undefined ? {} : { preview }),
  };
  return withSession(call, 'owner', async ({ service }) => {
    const outcome = await service.call('run.publish', params);
    const { branch, from, to: head, files, checkoutUpdated, unprotected } = outcome;
    const document = {
      branch,
      from,
      to: head,
      files,
      checkout_updated: checkoutUpdated,
      unprotected_commits: unprotected,
    };
    call.out.result(document, () => publishText(outcome, preview === true));
    if (unprotected > 0)
      call.out.note(
        `Unprotected: ${unprotected} of its commits ${unprotected === 1 ? 'is a direct edit' : 'are direct edits'}, without a patch.`,
      );
    return 0;
  });
}

function publishText({ branch, from, to, files, checkoutUpdated }: PublishOutcome, preview: boolean): string {
  if (from === to) return `${branch} holds the work of this run already; nothing is to be done.`;
  const verb = preview ? 'would go' : 'went';
  const move = from === null ? `new at ${to.slice(0, 10)}` : `${from.slice(0, 10)}..${to.slice(0, 10)}`;
  const checkout = checkoutUpdated ? ' Your checkout was updated.' : '';
  return `${files.length} ${files.length === 1 ? 'file' : 'files'} ${verb} to ${branch} (${move}).${preview ? '' : checkout}`;
}
