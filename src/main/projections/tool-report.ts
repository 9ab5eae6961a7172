// A tool of the project as it stands in a run, for the command line.
import type { ToolReport } from '../../shared/ipc/tool-report.ts';
import type { RunNode, ToolNode } from '../state/run-state.ts';

export function toolReport(run: RunNode, tool: ToolNode): ToolReport {
  const { definition, record } = tool;
  return {
    tool: tool.toolId,
    run_id: run.runId,
    breaker: tool.state,
    reason: tool.limitedUntil === null ? tool.reason : tool.limitReason,
    failures_in_a_row: tool.failures,
    retry_at: tool.until,
    limited_until: tool.limitedUntil,
    running: tool.active.size,
    max_parallel: definition.maxParallel,
    starts_per_minute: definition.startsPerMinute,
    attempts_completed: record.successes,
    attempts_failed: record.failures,
  };
}
