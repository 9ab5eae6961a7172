// One attempt from order to outcome: workspace, tool, capture.

import type { AttemptFailure } from '../../shared/domain/attempt.ts';
import type { CapturedPatch } from '../../shared/domain/patch.ts';
import { asPatchbayError } from '../../shared/lib/errors.ts';
import type { AttemptOrder, AttemptOutcome, AttemptStarted } from '../../shared/ports/execution.ts';
import type { Workspace } from '../../shared/ports/workspaces.ts';
import type { Adapter, ToolStart } from './adapters/adapter.ts';
import { adapterFor } from './adapters/registry.ts';
import type { AttemptProgress } from './attempt-progress.ts';
import type { ExecutionPorts } from './execution-ports.ts';
import type { Judgement } from './judge-exit.ts';
import { runTool, type ToolEnd } from './run-tool.ts';
import { stageAttempt } from './stage-attempt.ts';

export interface AttemptRun {
  readonly ports: ExecutionPorts;
  readonly order: AttemptOrder;
  readonly onStarted: (started: AttemptStarted) => void;
  readonly signal: AbortSignal;
  readonly progress: AttemptProgress;
}

/** Never rejects. Whatever the tool's end, what it changed is captured. */
export async function runAttempt(run: AttemptRun): Promise<AttemptOutcome> {
  const { ports, order, signal } = run;
  const adapter = adapterFor(order.task.launch);
  if (adapter === undefined) return outcome('failed', { failure: unknownTool(order) });
  const start = adapter.describe(order.task, order.number, process.platform);
  if (start.kind === 'patch') return stageAttempt(run, start.diff);
  let workspace: Workspace;
  try {
    workspace = await acquire(run);
  } catch (error) {
    if (signal.aborted) return outcome('stopped', {});
    return outcome('failed', { failure: asFailure(error) });
  }
  if (signal.aborted) return outcome('stopped', {});
  ports.faults.at('attempt-before-start');
  return work(run, { adapter, start }, workspace);
}

async function acquire({ ports, order, signal }: AttemptRun): Promise<Workspace> {
  const { attemptId, base, startFrom = base, setup, workerId = null } = order;
  const interrupt = () => ports.workspaces.interrupt(attemptId);
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    return await ports.workspaces.acquire({ useId: attemptId, commit: base, startFrom, setup, worker: workerId });
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

interface Started {
  readonly adapter: Adapter;
  readonly start: Exclude<ToolStart, { kind: 'patch' }>;
}

async function work(run: AttemptRun, { adapter, start }: Started, workspace: Workspace): Promise<AttemptOutcome> {
  const { ports } = run;
  const before = await ports.workspaces.strays(workspace);
  const end = await runTool({ ...run, adapter, workspace }, start);
  const after = await ports.workspaces.strays(workspace);
  const outside = after.filter((path) => !before.includes(path));
  const notes = [...end.notes, ...outsideNote(outside)];
  try {
    const captured = await ports.workspaces.captureNoted(workspace, start.kind === 'process' ? start.litter : []);
    ports.faults.at('attempt-after-capture');
    return decide(held(run, end, captured.patch), captured.patch, [...notes, ...captured.notes]);
  } catch (error) {
    const failure = end.judgement.kind === 'failed' ? end.judgement.failure : asFailure(error);
    const unsaved = `Its changes could not be captured: ${asPatchbayError(error).message}`;
    const { usage, logs } = end;
    return outcome(end.judgement.kind === 'stopped' ? 'stopped' : 'failed', {
      failure,
      usage,
      logs,
      notes: [...notes, unsaved],
    });
  }
}

/** A tool that was to look at a patch and changed something has not done what it was asked for. */
function held({ order }: AttemptRun, end: ToolEnd, patch: CapturedPatch | null): ToolEnd {
  if (order.task.mode !== 'patch_review' || patch === null || end.judgement.kind !== 'done') return end;
  const changed = patch.files.slice(0, 3).map(({ path }) => path);
  const message = `It was to look and changed ${patch.files.length} file(s): ${changed.join(', ')}`;
  return { ...end, judgement: { kind: 'failed', failure: { code: 'E_REVIEW_EDITED', message } } };
}

function decide(end: ToolEnd, patch: CapturedPatch | null, notes: readonly string[]): AttemptOutcome {
  const { judgement, usage, logs } = end;
  const failure = judgement.kind === 'failed' ? judgement.failure : null;
  return { result: resultOf(judgement, patch), failure, patch, usage, logs, notes };
}

function resultOf(judgement: Judgement, patch: CapturedPatch | null): AttemptOutcome['result'] {
  if (judgement.kind !== 'done') return judgement.kind;
  return patch === null ? 'no_change' : 'patch';
}

function outcome(result: AttemptOutcome['result'], parts: Partial<AttemptOutcome>): AttemptOutcome {
  return { result, failure: null, patch: null, usage: null, logs: null, notes: [], ...parts };
}

function outsideNote(paths: readonly string[]): readonly string[] {
  return paths.length === 0
    ? []
    : [`While it ran, files appeared outside its workspace: ${paths.slice(0, 5).join(', ')}.`];
}

function asFailure(error: unknown): AttemptFailure {
  const { code, message } = asPatchbayError(error);
  return { code, message };
}

function unknownTool({ task }: AttemptOrder): AttemptFailure {
  return {
    code: 'E_UNKNOWN_TOOL',
    message: `Tool ${task.tool} of task ${task.taskId} cannot be started by this version`,
  };
}
