// A patch from elsewhere on its way into a run: what can be refused is refused here, before the run hears of it.
import { createHash } from 'node:crypto';
import { refuses } from '../../../shared/domain/action-of.ts';
import type { MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import { present } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { giveCommand } from './give-command.ts';
import { engineOf, type ServiceParts } from './service-parts.ts';

/** Rejects with `E_PATCH_REFUSED`, and with the reason why the run does not take it. */
export async function importPatch(
  parts: ServiceParts,
  params: MethodParams<'patch.import'>,
): Promise<MethodResult<'patch.import'>> {
  engineOf(parts);
  const { base64, file, taskId = null, runId, commandId, reason } = params;
  const diff = Buffer.from(base64, 'base64');
  const { head, commands } = parts.library.run(runId);
  const before = commands.get(commandId);
  // Delivered again, it may be on the head already, where it fits no more.
  const paths = before?.name === 'import-patch' ? before.paths : await pathsOf(parts, { diff, head, file });
  const sha256 = createHash('sha256').update(diff).digest('hex');
  const command = { runId, commandId, patch: base64, ...(reason === undefined ? {} : { reason }) };
  await giveCommand(parts, command, { name: 'import-patch', taskId, file, sha256, paths });
  const run = parts.library.run(runId);
  const brought = run.added.findLast(
    ({ plan: { launch } }) => launch.kind === 'patch' && launch.patch.base64 === base64,
  );
  return { taskId: present(brought, `the task that brings ${file}`).plan.taskId };
}

interface Foreign {
  readonly diff: Uint8Array;
  readonly head: string;
  readonly file: string;
}

/** As the run's head is now; it is applied again when its turn comes. */
async function pathsOf(parts: ServiceParts, { diff, head, file }: Foreign): Promise<readonly string[]> {
  const { execution, integration } = parts.rooms;
  const fault = integration.checkText(diff).find(refuses);
  if (fault !== undefined)
    throw refused(file, `${fault.message}${fault.line > 0 ? ` (line ${fault.line})` : ''}`, fault.advice);
  const staged = await execution.stagePatch({ useId: parts.newRunId(), diff, base: head });
  if (staged.kind === 'refused') {
    const advice = `Make it anew on ${head}, the head of the run.`;
    throw refused(file, `It does not apply to the head of the run: ${staged.reason}`, advice);
  }
  if (staged.patch === null) throw refused(file, 'It changes nothing', 'Check that the file is the right one.');
  const { files } = staged.patch;
  const touched = files.flatMap(({ path, oldPath }) => (oldPath === null ? [path] : [oldPath, path]));
  return [...new Set(touched)].sort();
}

function refused(file: string, why: string, advice: string): PatchbayError {
  const message = `The patch ${file} was not taken in. ${why.replace(/[.]$/, '')}.`;
  return new PatchbayError('E_PATCH_REFUSED', message, advice, { file });
}
