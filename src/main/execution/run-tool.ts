// Runs the tool of one attempt in its workspace: a process with limits, or edits in place.
import { join } from 'node:path';
import type { AttemptFailure, AttemptUsage } from '../../shared/domain/attempt.ts';
import { classifyFailure } from '../../shared/domain/classify-failure.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { asPatchbayError } from '../../shared/lib/errors.ts';
import { fixDocument } from '../../shared/plan/fix-document.ts';
import type { AttemptOrder, AttemptStarted } from '../../shared/ports/execution.ts';
import type { SpawnExit, SpawnOrder } from '../../shared/ports/spawn.ts';
import type { Workspace } from '../../shared/ports/workspaces.ts';
import type { Adapter, ToolStart } from './adapters/adapter.ts';
import { applyEdits } from './apply-edits.ts';
import type { AttemptProgress } from './attempt-progress.ts';
import { buildEnvironment } from './build-environment.ts';
import type { ExecutionPorts } from './execution-ports.ts';
import { isText } from './is-text.ts';
import { type Judgement, judgeExit, usageOf } from './judge-exit.ts';
import { lastWords } from './last-words.ts';
import { leaveMessages, readNote } from './tool-messages.ts';

export interface ToolRun {
  readonly ports: ExecutionPorts;
  readonly order: AttemptOrder;
  readonly adapter: Adapter;
  readonly workspace: Workspace;
  readonly onStarted: (started: AttemptStarted) => void;
  /** Aborts when the attempt is to be stopped. */
  readonly signal: AbortSignal;
  readonly progress: AttemptProgress;
}

export interface ToolEnd {
  readonly judgement: Judgement;
  readonly usage: AttemptUsage | null;
  readonly logs: string | null;
  readonly notes: readonly string[];
}

/** Never rejects. */
export async function runTool(run: ToolRun, start: Exclude<ToolStart, { kind: 'patch' }>): Promise<ToolEnd> {
  try {
    return start.kind === 'process' ? await runProcess(run, start) : await runEdits(run, start);
  } catch (error) {
    const { code, message, advice } = asPatchbayError(error);
    const failure = { code, message: advice === '' ? message : `${message}. ${advice}` };
    return { judgement: { kind: 'failed', failure }, usage: null, logs: null, notes: [] };
  }
}

async function runProcess(run: ToolRun, start: Extract<ToolStart, { kind: 'process' }>): Promise<ToolEnd> {
  const { ports, order, workspace, signal, progress } = run;
  const logs = join(ports.artifactsDir, 'attempts', order.attemptId);
  if (signal.aborted) return { judgement: { kind: 'stopped' }, usage: null, logs: null, notes: [] };
  const messages = await leaveMessages(workspace, { ...order, fix: fixDocument(order.task) });
  const handle = ports.spawn.start(spawnOrder(run, start, { logs, messages }));
  signal.addEventListener('abort', () => handle.stop(), { once: true });
  const { pid, processStart } = await handle.started;
  run.onStarted({ pid, processStart, workspace: workspace.path });
  ports.faults.at('attempt-after-start');
  progress.at = 'tool';
  const exit = await handle.exit.finally(() => {
    progress.at = 'ours';
  });
  const note = await readNote(workspace);
  const binary = [];
  // A tool that said nothing left two empty files.
  const written = exit.outputBytes > 0 ? ['stdout', 'stderr'] : [];
  for (const name of written) if (!(await isText(join(logs, `${name}.log`)))) binary.push(name);
  return {
    judgement: await withLastWords(run, judgeExit(run.adapter, order.task, exit), { exit, logs }),
    usage: usageOf(exit),
    logs,
    notes: [
      ...(note === null ? [] : [`The tool notes: ${note}`]),
      ...(exit.leftovers > 0 ? [leftoversNote(exit.leftovers)] : []),
      ...(binary.length > 0 ? [`Output is not valid UTF-8 (${binary.join(', ')}); the logs keep its bytes.`] : []),
    ],
  };
}

/** Only where the tool itself says that it failed: what it said when it was ended by us is no reason. */
async function withLastWords(run: ToolRun, judgement: Judgement, end: { exit: SpawnExit; logs: string }) {
  if (judgement.kind !== 'failed' || judgement.failure.code !== 'E_TOOL_FAILURE') return judgement;
  const words = await lastWords(end.logs);
  const { message } = judgement.failure;
  const failure =
    words === null ? judgement.failure : { ...judgement.failure, message: `${message}. It said last: ${words.line}` };
  return { kind: 'failed', failure: classified(run, failure, { ...end.exit, text: words?.text ?? '' }) } as const;
}

/** An adapter that knows the class itself is believed. */
function classified(
  { ports }: ToolRun,
  failure: AttemptFailure,
  end: Pick<SpawnExit, 'exitCode' | 'signal'> & { readonly text: string },
): AttemptFailure {
  if (failure.class !== undefined) return failure;
  const { exitCode, signal, text } = end;
  const read = classifyFailure({ code: failure.code, exitCode, signal, text }, ports.clock.now());
  return {
    ...failure,
    ...(read.class === null ? {} : { class: read.class }),
    ...(read.retryAfterMs === null ? {} : { retryAfterMs: read.retryAfterMs }),
  };
}

function leftoversNote(count: number): string {
  return count === 1
    ? 'A process outlived the tool and was killed.'
    : `${count} processes outlived the tool and were killed.`;
}

interface Beside {
  readonly logs: string;
  /** Variables that name the files of `tool-messages.ts`. */
  readonly messages: Readonly<Record<string, string>>;
}

function spawnOrder(
  run: ToolRun,
  start: Extract<ToolStart, { kind: 'process' }>,
  { logs, messages }: Beside,
): SpawnOrder {
  const { order, workspace, ports } = run;
  const { path, home, tmp } = workspace;
  const additions = [order.setup.env, start.env, messages];
  return {
    id: order.attemptId,
    argv: start.argv,
    cwd: path,
    env: buildEnvironment({
      hostEnv: ports.hostEnv,
      platform: process.platform,
      workspace: path,
      home,
      tmp,
      additions,
    }),
    stdin: start.stdin,
    stdoutFile: join(logs, 'stdout.log'),
    stderrFile: join(logs, 'stderr.log'),
    maxOutputBytes: LIMITS.outputFileBytes,
    wallMs: order.task.timeoutMs,
    idleMs: order.task.idleTimeoutMs,
    graceMs: LIMITS.terminateGraceMs,
  };
}

async function runEdits(run: ToolRun, start: Extract<ToolStart, { kind: 'edits' }>): Promise<ToolEnd> {
  const { ports, order, workspace, signal } = run;
  const startedAt = ports.clock.monotonic();
  run.onStarted({ pid: null, processStart: null, workspace: workspace.path });
  ports.faults.at('attempt-after-start');
  const tooLong = start.waitMs > order.task.timeoutMs;
  await pause(run, Math.min(start.waitMs, order.task.timeoutMs));
  if (!signal.aborted && !tooLong) await applyEdits(workspace.path, start.edits);
  const durationMs = Math.round(ports.clock.monotonic() - startedAt);
  const usage = { exitCode: null, signal: null, durationMs, outputBytes: 0, outputTruncated: false, leftovers: 0 };
  return { judgement: judgeEdits(run, tooLong), usage, logs: null, notes: [] };
}

function judgeEdits({ signal, order }: ToolRun, tooLong: boolean): Judgement {
  if (signal.aborted) return { kind: 'stopped' };
  if (!tooLong) return { kind: 'done' };
  const message = `The script waited longer than ${order.task.timeoutMs / 1000} s and was ended`;
  return { kind: 'failed', failure: { code: 'E_TIMEOUT', message } };
}

function pause({ ports, signal }: ToolRun, ms: number): Promise<void> {
  if (ms === 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const cancel = ports.clock.after(ms, resolve);
    const stop = () => {
      cancel();
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
