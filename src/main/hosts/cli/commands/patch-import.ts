// `patchbay patch import`: a patch from elsewhere enters a run and passes everything that others pass.
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Service } from '../../../../shared/ports/service.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { addControlOptions, type ControlOptions, commandParams } from '../control-run.ts';
import { findOwnRun } from '../find-run.ts';
import { followRun, INTERRUPTED } from '../follow-run.ts';
import { patchDocument, patchText } from '../patch-text.ts';
import { readPatchFile } from '../read-patch-file.ts';

interface Given extends ControlOptions {
  readonly run: string;
  readonly task?: string;
}

/** How long another process may take to apply it before only what is known so far is answered. */
const PATIENCE_MS = 30_000;

export function addPatchImport(patch: Command, act: Parameters<AddCommand>[1]): void {
  const command = patch
    .command('import')
    .description('bring a patch from elsewhere into a run under way, where it passes rules, gates and train')
    .argument('<file>', 'a unified diff; - reads standard input')
    .requiredOption('--run <run>', 'id of the run')
    .option('--task <task>', 'in place of the patch of this task that waits for a person');
  addControlOptions(command).action(act((call, file: string, given: Given) => bringIn(call, file, given)));
}

/** Where no other process has the engine, this one stays with the run, whose end it answers. */
async function bringIn(call: Invocation, file: string, given: Given): Promise<number> {
  const bytes = await readPatchFile(call, file);
  const params = {
    ...commandParams(await findOwnRun(call, given.run), given),
    base64: bytes.toString('base64'),
    file: file === '-' ? 'standard input' : basename(file),
    ...(given.task === undefined ? {} : { taskId: given.task }),
  };
  return withSession(call, 'owner', async ({ service, inProcess }) => {
    const { taskId } = await service.call('patch.import', params);
    if (inProcess) {
      const quiet = { ...call, out: { ...call.out, result: () => {} } };
      const end = await followRun(quiet, service, { start: async () => params.runId, atInterrupt: 'leave' });
      if (end === null) return INTERRUPTED;
    }
    return answer(call, service, { runId: params.runId, taskId, stands: inProcess });
  });
}

/** Null while there is none, and where it came to none. */
async function firstPatch(service: Service, runId: string, taskId: string): Promise<string | null> {
  for (const until = performance.now() + PATIENCE_MS; ; await wait(50)) {
    const { tasks } = await service.call('run.report', { runId });
    const task = tasks.find((one) => one.task_id === taskId);
    const patchId = task?.patch_ids.at(-1);
    if (patchId !== undefined) return patchId;
    const isOver = task === undefined || ['completed', 'failed', 'cancelled'].includes(task.state);
    if (isOver || performance.now() > until) return null;
  }
}

interface Import {
  readonly runId: string;
  readonly taskId: string;
  /** The run has come to a stand, so that what is not decided yet waits for a person. */
  readonly stands: boolean;
}

const REFUSED: readonly string[] = ['quarantined', 'dropped', 'rolled_back'];

async function answer({ out }: Invocation, service: Service, { runId, taskId, stands }: Import): Promise<number> {
  const patchId = await firstPatch(service, runId, taskId);
  if (patchId === null) {
    const { tasks } = await service.call('run.report', { runId });
    const { state = '', reason = '' } = tasks.find((one) => one.task_id === taskId) ?? {};
    out.result(
      { patch_id: null, run_id: runId, task_id: taskId, state, reason },
      () => `${taskId} ${state}: ${reason}`,
    );
    return state === 'failed' || state === 'cancelled' ? 1 : 0;
  }
  const shown = await service.call('patch.show', { patchId });
  out.result(patchDocument(shown), () => patchText(shown.patch, out.paint));
  const { state } = shown.patch;
  if (REFUSED.includes(state)) return 1;
  return stands && state !== 'committed' ? 3 : 0;
}
