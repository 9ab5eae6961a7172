// The methods about tools of the project: how they stand in runs, and that one works again.
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { ToolReport } from '../../../shared/ipc/tool-report.ts';
import { toolReport } from '../../projections/tool-report.ts';
import { giveCommand } from './give-command.ts';
import type { ServiceParts } from './service-parts.ts';

type ToolMethods = Extract<MethodName, `tools.${string}`>;
type ToolHandlers = {
  readonly [M in ToolMethods]: (params: MethodParams<M>) => Promise<MethodResult<M>> | MethodResult<M>;
};

export function toolHandlers(parts: ServiceParts): ToolHandlers {
  return {
    'tools.list': ({ runId }) => ({
      tools: (runId === undefined ? parts.store.openRunIds() : [runId]).flatMap((id) => toolsOf(parts, id)),
    }),
    'tools.reset': async ({ tool, ...params }) => {
      await giveCommand(parts, params, { name: 'reset-tool', tool });
      return { tools: toolsOf(parts, params.runId).filter((one) => one.tool === tool) };
    },
  };
}

function toolsOf(parts: ServiceParts, runId: string): readonly ToolReport[] {
  const run = parts.library.run(runId);
  return [...run.tools.values()].map((tool) => toolReport(run, tool));
}
