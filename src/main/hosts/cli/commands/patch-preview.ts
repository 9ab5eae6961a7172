// `patchbay patch preview`: what integrating one patch, or a whole queue, would give; nothing is changed.
import type { Command } from 'commander';
import type { MergePreview } from '../../../../shared/ipc/merge-preview.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findOwnPatch, findOwnRun } from '../find-run.ts';
import { table } from '../output.ts';
import { usage } from '../report-error.ts';

interface Given {
  readonly run?: string;
}

/** 0 where everything would be merged, 1 where something conflicts. */
export function addPatchPreview(patch: Command, act: Parameters<AddCommand>[1]): void {
  patch
    .command('preview')
    .description('what integrating it now would give: clean, merged or a conflict; nothing is changed')
    .argument('[patch]', 'id of the patch')
    .option('--run <run>', 'all that waits in the train of a run, in its order')
    .action(act((call, id: string | undefined, given: Given) => preview(call, id, given)));
}

async function preview(call: Invocation, id: string | undefined, { run }: Given): Promise<number> {
  if ((id === undefined) === (run === undefined))
    throw usage('Say one patch, or a run', 'patchbay patch preview PATCH, or patchbay patch preview --run RUN', {});
  const ask =
    id === undefined
      ? { method: 'run.preview' as const, params: { runId: await findOwnRun(call, run ?? '') } }
      : { method: 'patch.preview' as const, params: { patchId: await findOwnPatch(call, id) } };
  const report = await withSession(call, 'reader', ({ service }) =>
    ask.method === 'run.preview' ? service.call(ask.method, ask.params) : service.call(ask.method, ask.params),
  );
  call.out.result(report, () => previewText(report));
  return report.entries.some(({ verdict }) => verdict === 'conflict') ? 1 : 0;
}

function previewText({ head, entries }: MergePreview): string {
  if (entries.length === 0) return 'Nothing waits to be integrated.';
  const rows = entries.map((entry) => [
    entry.patch_id ?? entry.change_id ?? '',
    entry.verdict,
    entry.task_id,
    entry.message,
  ]);
  return `Onto ${head.slice(0, 10)}; gates are not run.\n${table(['PATCH', 'MERGE', 'TASK', ''], rows)}`;
}
