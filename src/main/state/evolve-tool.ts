// How a tool of the project changes: by events of its own, and by the attempts that it makes.
import { BREAKER_MACHINE, type BreakerState } from '../../shared/domain/breaker.ts';
import { CLASS_POLICY, classOf } from '../../shared/domain/failure-class.ts';
import type { ToolEvents } from '../../shared/events/tool-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { taskOf } from './evolve-task.ts';
import type { AttemptNode, RunNode, ToolNode } from './run-state.ts';
import type { Family, Step } from './step.ts';

export const TOOL_FAMILY: Family<keyof ToolEvents> = {
  'task-routed': ({ run, data, touch }) => {
    const task = taskOf(run, data.taskId);
    task.tool = data.toolId;
    task.routed = true;
    run.turns.set(data.rule, data.turn + 1);
    touch(task);
  },
  'breaker-opened': (step) => {
    const tool = enter(step, 'open');
    tool.reason = step.data.reason;
    tool.failures = step.data.failures;
    tool.openedFor = step.data.class;
    tool.openedAt = step.at;
    tool.until = step.data.until;
    tool.probe = null;
  },
  'breaker-half-opened': (step) => {
    enter(step, 'half_open').until = null;
  },
  'breaker-closed': (step) => {
    const tool = enter(step, 'closed');
    tool.reason = '';
    tool.failures = 0;
    tool.openedFor = null;
    tool.openedAt = null;
    tool.until = null;
    tool.probe = null;
  },
  'tool-limited': ({ run, at, data, touch }) => {
    const tool = toolOf(run, data.toolId);
    tool.limitedAt = data.until === null ? null : at;
    tool.limitedUntil = data.until;
    tool.limitReason = data.reason;
    touch(tool);
  },
};

export function toolOf(run: RunNode, toolId: string): ToolNode {
  return present(run.tools.get(toolId), `tool ${toolId} of run ${run.runId}`);
}

/** An attempt of the tool begins; where it was shut off, this is the one that tries. Null for a tool without a node. */
export function beginWith(run: RunNode, attempt: AttemptNode): ToolNode | null {
  const tool = run.tools.get(attempt.tool);
  if (tool === undefined) return null;
  tool.active.add(attempt);
  if (tool.state === 'half_open') tool.probe = attempt.attemptId;
  const { startsPerMinute } = tool.definition;
  if (startsPerMinute === null) return tool;
  tool.starts.push(Date.parse(attempt.createdAt));
  if (tool.starts.length > startsPerMinute) tool.starts.shift();
  return tool;
}

/** It ended: what it says about the tool is counted. Whether a breaker moves is decided, and an event of its own. */
export function endWith(run: RunNode, attempt: AttemptNode): ToolNode | null {
  const tool = run.tools.get(attempt.tool);
  if (tool === undefined || !tool.active.delete(attempt)) return null;
  if (tool.probe === attempt.attemptId) tool.probe = null;
  const good = attempt.state === 'completed';
  const found = attempt.failure === null ? null : classOf(attempt.failure);
  if (!good && found === null) return tool;
  const { record } = tool;
  tool.record = {
    ...record,
    successes: record.successes + (good ? 1 : 0),
    failures: record.failures + (good ? 0 : 1),
    totalMs: record.totalMs + durationMs(attempt),
  };
  if (good) tool.failures = 0;
  else if (found !== null && CLASS_POLICY[found].breaker !== 'waits') tool.failures += 1;
  return tool;
}

function durationMs({ usage, startedAt, endedAt }: AttemptNode): number {
  if (usage !== null) return usage.durationMs;
  return startedAt === null || endedAt === null ? 0 : Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
}

function enter<K extends Extract<keyof ToolEvents, `breaker-${string}`>>(step: Step<K>, to: BreakerState): ToolNode {
  const tool = toolOf(step.run, step.data.toolId);
  tool.state = move(BREAKER_MACHINE, tool.state, to, tool.toolId);
  step.touch(tool);
  return tool;
}
