// `patchbay patch split`: a part of a patch by its files, and the rest, as two patches that can be imported.
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findOwnPatch } from '../find-run.ts';
import { usage } from '../report-error.ts';
import { splitDiff } from '../split-diff.ts';
import { writeNewFile } from '../write-new-file.ts';

interface Given {
  readonly files: readonly string[];
  readonly out: string;
  readonly rest?: string;
}

/** Changes nothing: `patch import` brings either of the two into the run, where each passes the whole pipeline. */
export function addPatchSplit(patch: Command, act: Parameters<AddCommand>[1]): void {
  patch
    .command('split')
    .description('a part of a patch by its files, for `patch import`; the patch stays as it is')
    .argument('<patch>', 'id of the patch')
    .requiredOption('--files <path...>', 'files of the part, as `patch show` names them')
    .requiredOption('--out <file>', 'write the part there')
    .option('--rest <file>', 'write the rest there')
    .action(act((call, id: string, given: Given) => split(call, id, given)));
}

async function split(call: Invocation, id: string, { files, out, rest }: Given): Promise<number> {
  const patchId = await findOwnPatch(call, id);
  return withSession(call, 'reader', async ({ service }) => {
    const { patch } = await service.call('patch.show', { patchId });
    const { base64 } = await service.call('patch.export', { patchId });
    const strange = files.find((file) => !patch.files.some(({ path }) => path === file));
    if (strange !== undefined)
      throw usage(`The patch does not change ${strange}`, `It changes ${patch.paths.join(', ')}.`, { file: strange });
    const names = patch.files.map(({ path }) => path);
    const parts = splitDiff(Buffer.from(base64, 'base64'), names, new Set(files));
    if (parts === null || parts.rest.length === 0)
      throw usage('That is no part of the patch but all of it', 'Name some of its files.', { patchId });
    const { cwd } = call.ports;
    const written = [
      write(resolve(cwd, out), parts.picked),
      ...(rest === undefined ? [] : [write(resolve(cwd, rest), parts.rest)]),
    ];
    const part = names.filter((path) => files.includes(path));
    const document = {
      patch_id: patchId,
      run_id: patch.runId,
      task_id: patch.taskId,
      files: part,
      out: written[0],
      rest: written[1] ?? null,
    };
    call.out.result(
      document,
      () =>
        `${part.length} of ${names.length} files in ${written[0]}. To integrate them in place of the patch:\n  patchbay patch import ${written[0]} --run ${patch.runId} --task ${patch.taskId}`,
    );
    return 0;
  });
}

function write(file: string, bytes: Buffer): string {
  writeNewFile(file, bytes);
  return file;
}
