// Hands a command to the engine and answers the run: at once, whatever the command takes to have its whole effect.
import type { CommandWork } from '../../../shared/domain/command.ts';
import type { CommandParams } from '../../../shared/ipc/command-methods.ts';
import type { RunReport } from '../../../shared/ipc/contract.ts';
import { judgeCommand } from '../../engine/judge-command.ts';
import { runReport } from '../../projections/run-report.ts';
import { engineOf, type ServiceParts } from './service-parts.ts';

/** Rejects with the reason of a refusal; then nothing was changed. */
export async function giveCommand(
  parts: ServiceParts,
  params: CommandParams & { readonly patch?: string },
  work: CommandWork,
): Promise<RunReport> {
  const engine = engineOf(parts);
  const { runId, commandId, reason = '', patch } = params;
  const run = parts.library.run(runId);
  const command = { commandId, work, by: parts.person, why: reason, ...(patch === undefined ? {} : { patch }) };
  if (engine.runs.has(runId)) await engine.ask({ type: 'command', runId, command });
  else {
    // A run that no engine has in memory has ended before this one began: all that can be said is what was said before.
    const judgement = judgeCommand(run, command);
    if (judgement.kind === 'refused') throw judgement.error;
  }
  return runReport(parts.library.run(runId));
}
