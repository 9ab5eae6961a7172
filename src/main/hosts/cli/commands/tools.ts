// `patchbay tools`: how the tools of the project stand in the runs under way, and that one which was shut off works again.
import type { ToolReport } from '../../../../shared/ipc/tool-report.ts';
import { PatchbayError } from '../../../../shared/lib/errors.ts';
import type { Service } from '../../../../shared/ports/service.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { addControlOptions, type ControlOptions, commandParams } from '../control-run.ts';
import { findOwnRun } from '../find-run.ts';
import { type Output, table } from '../output.ts';

interface OfRun {
  readonly run?: string;
}

export const addTools: AddCommand = (program, act) => {
  const group = program.command('tools').description('the tools of the project in runs: list, reset');
  group
    .command('list')
    .description('how they stand in the runs under way, or in one run')
    .option('--run <run>', 'id of a run')
    .action(act(list));
  const reset = group
    .command('reset')
    .description('let a tool in again that is shut off or rests, in every run under way')
    .argument('<tool>', 'its name')
    .option('--run <run>', 'id of the run to say it in; the first in which it is shut off where absent');
  addControlOptions(reset).action(
    act((call, tool: string, given: ControlOptions & OfRun) => resetTool(call, tool, given)),
  );
};

async function list(call: Invocation, { run }: OfRun): Promise<number> {
  const params = run === undefined ? {} : { runId: await findOwnRun(call, run) };
  return withSession(call, 'reader', async ({ service }) => {
    const { tools } = await service.call('tools.list', params);
    call.out.result({ tools }, () => toolsText(tools, call.out));
    return 0;
  });
}

/** What one run is told, the others of the service hear. */
async function resetTool(call: Invocation, tool: string, given: ControlOptions & OfRun): Promise<number> {
  const named = given.run === undefined ? null : await findOwnRun(call, given.run);
  return withSession(call, 'owner', async ({ service }) => {
    const runId = named ?? (await runWith(service, tool));
    const { tools } = await service.call('tools.reset', { ...commandParams(runId, given), tool });
    call.out.result({ tools }, () => toolsText(tools, call.out));
    return 0;
  });
}

async function runWith(service: Service, tool: string): Promise<string> {
  const { tools } = await service.call('tools.list', {});
  const own = tools.filter((one) => one.tool === tool);
  const found = own.find((one) => one.breaker !== 'closed' || one.limited_until !== null) ?? own[0];
  if (found !== undefined) return found.run_id;
  const advice = 'List them with `patchbay tools list`; a tool is let in anew with each run.';
  throw new PatchbayError('E_NOT_FOUND', `No run under way may use a tool ${tool}.`, advice, { tool });
}

function toolsText(tools: readonly ToolReport[], out: Output): string {
  if (tools.length === 0) return 'No tools: no run under way uses a tool that the project declares.';
  const rows = tools.map((tool) => [
    tool.tool,
    tool.run_id,
    tool.breaker === 'closed' && tool.limited_until === null ? 'in use' : out.paint('red', standing(tool)),
    `${tool.running}${tool.max_parallel === null ? '' : ` of ${tool.max_parallel}`}`,
    `${tool.attempts_completed} / ${tool.attempts_failed}`,
    tool.reason,
  ]);
  return table(['TOOL', 'RUN', 'STANDS', 'RUNNING', 'GOOD / BAD', ''], rows);
}

function standing({ breaker, retry_at, limited_until }: ToolReport): string {
  if (breaker === 'open') return `shut off until ${retry_at ?? 'it is reset'}`;
  return breaker === 'half_open' ? 'on trial' : `rests until ${limited_until ?? ''}`;
}
