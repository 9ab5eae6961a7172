// What time alone changes about the tools of a run: a shut-off or a pause ends, a start of the last minute is a minute old.
import { LIMITS } from '../../shared/domain/limits.ts';
import { isAdmitting } from './admission/admission.ts';
import { isAwaited } from './admission/tool-condition.ts';
import type { RunNode, ToolNode } from './run-state.ts';
import { MINUTE_MS, toolHold } from './tools.ts';

export interface ToolDue {
  /** Names the tool and what ends, so that a timer that comes late is known for what it was. */
  readonly key: string;
  /** By the wall clock. */
  readonly atMs: number;
  /** The whole of what ends; the wall clock may be set meanwhile, and nothing waits longer than that. */
  readonly lengthMs: number;
}

/** Only what somebody waits for, and every shut-off and pause. */
export function toolDues(run: RunNode): readonly ToolDue[] {
  if (run.state !== 'running') return [];
  return [...run.tools.values()].flatMap((tool) => dueOf(tool) ?? freeDue(run, tool) ?? []);
}

/** Null where nothing about the tool ends by itself. */
export function dueOf(tool: ToolNode): ToolDue | null {
  const { toolId, definition, starts } = tool;
  if (tool.state === 'open' && tool.until !== null) {
    const atMs = Date.parse(tool.until);
    const lengthMs = tool.openedAt === null ? definition.breaker.cooldownMs : atMs - Date.parse(tool.openedAt);
    return { key: `open ${toolId} ${tool.until}`, atMs, lengthMs };
  }
  if (tool.limitedUntil !== null) {
    const atMs = Date.parse(tool.limitedUntil);
    const lengthMs = tool.limitedAt === null ? LIMITS.retryAfterMaxMs : atMs - Date.parse(tool.limitedAt);
    return { key: `rest ${toolId} ${tool.limitedUntil}`, atMs, lengthMs };
  }
  const [oldest] = starts;
  if (oldest === undefined || toolHold(tool) === null) return null;
  return { key: `rate ${toolId} ${oldest} ${starts.length}`, atMs: oldest + MINUTE_MS, lengthMs: MINUTE_MS };
}

/** The tool was let in by what happened in another run, and tasks of this one stand aside for it. */
function freeDue(run: RunNode, tool: ToolNode): ToolDue | null {
  if (toolHold(tool) !== null || !isAwaited(run, tool.toolId) || !isAdmitting(run)) return null;
  return { key: `free ${tool.toolId}`, atMs: 0, lengthMs: 0 };
}
