// What the end of an attempt means for its tool: shut off, let in again, or sent to rest; and said in every run that has it.
import { CLASS_POLICY, classOf, type FailureClass } from '../../shared/domain/failure-class.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { EventData } from '../../shared/events/event.ts';
import { backoffMs } from '../../shared/lib/duration.ts';
import { freeTool, isAwaited } from '../state/admission/tool-condition.ts';
import type { AttemptNode, RunNode, TaskNode, ToolNode } from '../state/run-state.ts';
import { dueOf } from '../state/tool-dues.ts';
import { MINUTE_MS, routeNow, toolHold } from '../state/tools.ts';
import type { Subject, Turn } from './turn.ts';

function toolSubject(toolId: string): Subject {
  return { entity: 'tool', id: toolId };
}

/** Records which tool a rule gave the task, where that is new. Its hold was looked at just before, so one is free. */
export function routeTask(turn: Turn, run: RunNode, task: TaskNode): void {
  const choice = routeNow(run, task);
  if (choice === null || !('toolId' in choice) || (task.routed && choice.toolId === task.tool)) return;
  const { route, taskId } = task.plan;
  if (route === undefined) return;
  const { rule, strategy } = route;
  const { toolId, reason, candidates } = choice;
  turn.emit(
    run.runId,
    'task-routed',
    { entity: 'task', id: task.ulid },
    {
      taskId,
      toolId,
      rule,
      strategy,
      from: task.routed ? task.tool : null,
      reason,
      turn: run.turns.get(rule) ?? 0,
      candidates,
    },
  );
}

/** Whether it is the one attempt that its tool was let try with; asked before its end is recorded. */
export function isProbe(run: RunNode, attempt: AttemptNode): boolean {
  return run.tools.get(attempt.tool)?.probe === attempt.attemptId;
}

/** `probed`: it was the one attempt that a tool was let try with. Whoever waits for the tool is offered again. */
export function toolAnswered(turn: Turn, run: RunNode, attempt: AttemptNode, probed: boolean): void {
  const tool = run.tools.get(attempt.tool);
  if (tool === undefined) return;
  freeTool(run, tool.toolId);
  if (attempt.state === 'completed') {
    if (probed && tool.state === 'half_open') close(turn, run, tool, 'an attempt ended well');
    return;
  }
  const found = attempt.failure === null ? null : classOf(attempt.failure);
  if (found === null || attempt.failure === null) return;
  const asked = attempt.failure.retryAfterMs ?? null;
  const { breaker } = CLASS_POLICY[found];
  if (breaker === 'waits') return rest(turn, run, tool, { task: attempt.task, askedMs: asked });
  const isDue = breaker === 'opens' || tool.failures >= tool.definition.breaker.failures;
  if (tool.state === 'closed' ? isDue : tool.state === 'half_open' && probed) {
    open(turn, run, tool, { class: found, askedMs: asked });
  }
}

function open(turn: Turn, run: RunNode, tool: ToolNode, why: { class: FailureClass; askedMs: number | null }): void {
  const { toolId, failures } = tool;
  const waitMs = Math.max(tool.definition.breaker.cooldownMs, why.askedMs ?? 0);
  const { words, breaker } = CLASS_POLICY[why.class];
  const reason = breaker === 'opens' || failures < 2 ? words : `${words}, ${failures} failures in a row`;
  const until = new Date(turn.nowMs + waitMs).toISOString();
  const data = { class: why.class, reason, failures, until };
  announce(turn, run, { toolId, kind: 'breaker-opened', data, isNews: (one) => one.state !== 'open' });
}

function close(turn: Turn, run: RunNode, tool: ToolNode, reason: string): void {
  const { toolId } = tool;
  // From `open` there is no way to `closed` but over the trial, which somebody else has just made.
  for (const other of runsWith(turn, run, toolId)) {
    if (other.tools.get(toolId)?.state === 'open') halfOpen(turn, other, toolId);
  }
  announce(turn, run, { toolId, kind: 'breaker-closed', data: { reason }, isNews: (one) => one.state !== 'closed' });
  for (const other of runsWith(turn, run, toolId)) freeTool(other, toolId);
}

function halfOpen(turn: Turn, run: RunNode, toolId: string): void {
  turn.emit(run.runId, 'breaker-half-opened', toolSubject(toolId), { toolId });
}

/** As long as the provider asks; where it does not say, as long as a task waits between its attempts. */
function rest(turn: Turn, run: RunNode, tool: ToolNode, by: { task: TaskNode; askedMs: number | null }): void {
  const { toolId } = tool;
  const tries = by.task.failures + by.task.uncounted + 1;
  const waitMs = by.askedMs ?? backoffMs(tries, LIMITS.backoffFirstMs, LIMITS.backoffMaxMs, 1);
  const untilMs = turn.nowMs + waitMs;
  const until = new Date(untilMs).toISOString();
  const reason = CLASS_POLICY.rate_limit.words;
  const isNews = (one: ToolNode) => one.limitedUntil === null || Date.parse(one.limitedUntil) < untilMs;
  announce(turn, run, { toolId, kind: 'tool-limited', data: { until, reason }, isNews });
}

type Announced = 'breaker-opened' | 'breaker-closed' | 'tool-limited';

interface Announcement<K extends Announced> {
  readonly toolId: string;
  readonly kind: K;
  readonly data: Omit<EventData[K], 'toolId' | 'fromRun'>;
  /** Whether it is news for a run in which the tool stands like this. */
  readonly isNews: (tool: ToolNode) => boolean;
}

/** The same event in every running run in memory that has the tool and does not know it yet, so that each log explains itself. */
function announce<K extends Announced>(turn: Turn, run: RunNode, news: Announcement<K>): void {
  const { toolId, kind, isNews } = news;
  for (const other of runsWith(turn, run, toolId)) {
    const tool = other.tools.get(toolId);
    if (tool === undefined || !isNews(tool)) continue;
    const data = { ...news.data, toolId, fromRun: other === run ? null : run.runId };
    turn.emit(other.runId, kind, toolSubject(toolId), data as unknown as EventData[K]); // the parts of K's data, put together again
  }
}

/** The run itself first. */
function runsWith(turn: Turn, run: RunNode, toolId: string): readonly RunNode[] {
  const others = [...turn.runs.values()].filter(
    (one) => one !== run && one.state === 'running' && one.tools.has(toolId),
  );
  return [run, ...others];
}

/** Lets in again what time lets in again, and what a timer says is due whatever the clock shows; called before tasks are started. */
export function toolsDue(turn: Turn, run: RunNode, dues: readonly string[] = []): void {
  for (const tool of run.tools.values()) {
    while ((tool.starts[0] ?? Number.POSITIVE_INFINITY) + MINUTE_MS <= turn.nowMs) tool.starts.shift();
    for (let due = dueOf(tool); due !== null; due = dueOf(tool)) {
      if (due.atMs > turn.nowMs && !dues.includes(due.key)) break;
      passDue(turn, run, tool);
    }
    if (toolHold(tool) === null && isAwaited(run, tool.toolId)) freeTool(run, tool.toolId);
  }
}

function passDue(turn: Turn, run: RunNode, tool: ToolNode): void {
  const { toolId } = tool;
  if (tool.state === 'open') return halfOpen(turn, run, toolId);
  if (tool.limitedUntil === null) tool.starts.shift();
  else
    turn.emit(run.runId, 'tool-limited', toolSubject(toolId), {
      toolId,
      until: null,
      reason: PAUSE_OVER,
      fromRun: null,
    });
}

const PAUSE_OVER = 'the pause is over';

/** What other runs know of its tools holds for a run that begins, too. */
export function inheritTools(turn: Turn, run: RunNode): void {
  for (const { toolId } of run.tools.values()) {
    const [, ...others] = runsWith(turn, run, toolId);
    for (const other of others) {
      const known = other.tools.get(toolId);
      if (known?.state === 'open' && known.until !== null && run.tools.get(toolId)?.state === 'closed') {
        const { reason, failures, until, openedFor } = known;
        const data = { toolId, class: openedFor ?? 'unknown', reason, failures, until, fromRun: other.runId };
        turn.emit(run.runId, 'breaker-opened', toolSubject(toolId), data);
      }
      if (known?.limitedUntil != null && Date.parse(known.limitedUntil) > turn.nowMs) {
        const data = { toolId, until: known.limitedUntil, reason: known.limitReason, fromRun: other.runId };
        turn.emit(run.runId, 'tool-limited', toolSubject(toolId), data);
      }
    }
  }
}

/** A person says that it works again. */
export function resetTool(turn: Turn, run: RunNode, toolId: string, reason: string): void {
  const tool = run.tools.get(toolId);
  if (tool === undefined) return;
  close(turn, run, tool, reason);
  const isNews = (one: ToolNode) => one.limitedUntil !== null;
  announce(turn, run, { toolId, kind: 'tool-limited', data: { until: null, reason }, isNews });
  for (const other of runsWith(turn, run, toolId)) freeTool(other, toolId);
}
