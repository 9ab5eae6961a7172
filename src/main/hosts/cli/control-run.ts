// What the commands about a run under way have in common: their options, their id, and how long they stay.
import type { Command } from 'commander';
import { ulid } from 'ulid';
import type { CommandParams } from '../../../shared/ipc/command-methods.ts';
import type { RunReport } from '../../../shared/ipc/contract.ts';
import type { Service } from '../../../shared/ports/service.ts';
import { type Invocation, withSession } from './cli-options.ts';
import { findOwnRun } from './find-run.ts';
import { followRun, followToEnd, INTERRUPTED } from './follow-run.ts';
import { usage } from './report-error.ts';
import { runText } from './run-text.ts';

export interface ControlOptions {
  readonly why?: string;
  readonly commandId?: string;
}

export function addControlOptions(command: Command): Command {
  return command
    .option('--why <reason>', 'a sentence for the log')
    .option('--command-id <ulid>', 'an id of yours: given again with the same one, the command changes nothing');
}

export interface Control {
  readonly give: (service: Service, params: CommandParams) => Promise<RunReport>;
  /**
   * `done`: the command is finished when the run stands still, and has done its work whatever became of the run.
   * `given`: when it holds. Where no other process has the engine, this one stays with the run, whose end it answers.
   */
  readonly until: 'done' | 'given';
}

/** Resolves to the exit code. */
export async function controlRun(
  call: Invocation,
  id: string,
  given: ControlOptions,
  control: Control,
): Promise<number> {
  const params = commandParams(await findOwnRun(call, id), given);
  return withSession(call, 'owner', async (session) => {
    const { service } = session;
    const report = await control.give(service, params);
    const start = async () => params.runId;
    if (control.until === 'done') {
      const end = await followRun(call, service, { start, atInterrupt: 'leave' });
      return end === null ? INTERRUPTED : 0;
    }
    if (session.inProcess) return followToEnd(call, service, start, 'leave');
    call.out.result(report, () => runText(report, call.out));
    return 0;
  });
}

export function commandParams(runId: string, { why, commandId }: ControlOptions): CommandParams {
  const id = commandId?.toUpperCase() ?? ulid();
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) {
    const advice = 'An id is a ULID: 26 digits and letters without I, L, O and U. Left out, the command makes one.';
    throw usage(`\`${commandId}\` is no id of a command`, advice, { commandId });
  }
  return { runId, commandId: id, ...(why === undefined ? {} : { reason: why }) };
}
