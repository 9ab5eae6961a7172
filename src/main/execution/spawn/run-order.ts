// Runs one tool inside the helper: files for its output, its limits, and the end of its whole process tree.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { SpawnExit, SpawnOrder, StopReason } from '../../../shared/ports/spawn.ts';
import { findProcesses, type ProcessTarget } from './find-processes.ts';
import { askTreeToEnd, killTree } from './kill-tree.ts';
import { listProcesses } from './list-processes.ts';
import { listRecentProcesses } from './list-recent-processes.ts';
import { type OutputFiles, openOutput } from './open-output.ts';
import { processStart } from './process-start.ts';
import type { ProgramCall } from './program-call.ts';
import { resolveProgram } from './resolve-program.ts';
import { spawnFailure } from './spawn-failure.ts';
import { type OutputBudget, writeCapped } from './write-capped.ts';

/** Leftovers that are about to end by themselves (a `tee` after its writer) get this long before they count. */
const SETTLE_MS = 40;
/** After SIGKILL, a program stuck in the kernel is not waited for any longer. */
const DEAD_MS = 10_000;
/** The pipes of a dead tree end at once; one that does not is held by a process that we may not kill. */
const PIPE_MS = 1_000;
const TIMER_MAX_MS = 2 ** 31 - 1;

export interface RunningOrder {
  readonly pid: number | null;
  /** Descendants seen so far; the sampler adds to it. */
  readonly seen: Map<number, string>;
  readonly outputBytes: number;
  /** Rejects with `E_SPAWN` only. */
  readonly exit: Promise<SpawnExit>;
  /** SIGTERM, grace, SIGKILL. */
  stop(): void;
  /** SIGKILL now; settles when the tree is gone. */
  kill(): Promise<void>;
}

export interface OrderReport {
  started(pid: number, processStart: string | null): void;
}

interface Running {
  readonly order: SpawnOrder;
  readonly seen: Map<number, string>;
  readonly budget: OutputBudget;
  child: ChildProcessWithoutNullStreams | null;
  reason: StopReason;
  ending: boolean;
  /** Between SIGTERM and SIGKILL. */
  graceMs: number;
  readonly timers: Set<NodeJS.Timeout>;
  /** Settles the order although the program does not die. */
  giveUp: () => void;
}

interface ProgramEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

export function runOrder(order: SpawnOrder, report: OrderReport): RunningOrder {
  const running: Running = {
    order,
    seen: new Map(),
    budget: { left: order.maxOutputBytes, written: 0 },
    child: null,
    reason: 'exit',
    ending: false,
    graceMs: order.graceMs,
    timers: new Set(),
    giveUp: () => {},
  };
  const exit = run(running, report).catch((error) => {
    throw spawnFailure(order.argv[0] ?? '', error);
  });
  exit.catch(() => {}); // whoever waits for it is told; nobody waiting must not end the helper
  return {
    get pid() {
      return running.child?.pid ?? null;
    },
    seen: running.seen,
    get outputBytes() {
      return running.budget.written;
    },
    exit,
    stop: () => end(running, 'stopped'),
    kill: async () => {
      running.graceMs = 0;
      end(running, 'stopped');
      await killTree(target(running));
      await exit.catch(() => {});
    },
  };
}

async function run(running: Running, report: OrderReport): Promise<SpawnExit> {
  const { order } = running;
  const call = resolveProgram(order);
  const files = openOutput(order);
  try {
    const startedAt = performance.now();
    const child = startChild(order, call);
    const ended = new Promise<ProgramEnd>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
      running.giveUp = () => resolve({ code: null, signal: 'SIGKILL' });
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.on('error', reject); // stays: a later error (a failed kill) must not end the helper
    });
    running.child = child;
    const output = pump(running, child, files);
    if (child.pid !== undefined) report.started(child.pid, await processStart(child.pid));
    arm(running);
    const { code, signal } = await ended;
    const leftovers = await sweep(running, performance.now() - startedAt);
    await Promise.race([output, delay(PIPE_MS)]);
    child.stdout.destroy();
    child.stderr.destroy();
    await output;
    const durationMs = Math.round(performance.now() - startedAt);
    const outputBytes = running.budget.written;
    return { reason: running.reason, exitCode: code, signal, outputBytes, durationMs, leftovers };
  } finally {
    for (const timer of running.timers) clearTimeout(timer);
    files.close();
  }
}

function startChild(order: SpawnOrder, call: ProgramCall): ChildProcessWithoutNullStreams {
  const child = spawn(call.file, call.args, {
    cwd: order.cwd,
    env: { ...order.env, PATCHBAY_PROCESS: order.id },
    detached: process.platform !== 'win32', // its own session and group, so that the whole of it can be ended
    stdio: 'pipe',
    windowsHide: true,
    windowsVerbatimArguments: call.verbatim,
  });
  child.stdin.on('error', () => {}); // a tool may close its input unread
  child.stdin.end(order.stdin);
  return child;
}

/** Rejects when a file cannot be written, after it has ended the tool: output that is lost must not look like silence. */
async function pump(
  running: Running,
  child: ChildProcessWithoutNullStreams,
  { stdout, stderr }: OutputFiles,
): Promise<void> {
  const { order, budget } = running;
  const idle = order.idleMs === null ? null : after(running, order.idleMs, () => end(running, 'idle'));
  const shared = { budget, onData: () => idle?.refresh(), onFull: () => end(running, 'output') };
  const pumps = [
    writeCapped({ ...shared, source: child.stdout, file: stdout }),
    writeCapped({ ...shared, source: child.stderr, file: stderr }),
  ];
  const all = Promise.all(pumps);
  all.catch(() => end(running, 'stopped'));
  await all;
}

/** Limits count from the start of the program; a stop that came earlier is carried out now. */
function arm(running: Running): void {
  after(running, running.order.wallMs, () => end(running, 'wall'));
  if (running.ending) terminate(running);
}

/** The first reason stands. */
function end(running: Running, reason: StopReason): void {
  if (running.ending) return;
  running.ending = true;
  running.reason = reason;
  if (running.child !== null) terminate(running);
}

function terminate(running: Running): void {
  const pid = running.child?.pid;
  if (pid === undefined) return;
  remember(running);
  askTreeToEnd(pid);
  after(running, process.platform === 'win32' ? 0 : running.graceMs, () => {
    void killTree(target(running));
    after(running, DEAD_MS, running.giveUp);
  });
}

/** Ends what outlived the program, which was started `ageMs` ago, and says how many that were. */
async function sweep(running: Running, ageMs: number): Promise<number> {
  const { pid } = target(running);
  if (pid !== null && process.platform !== 'win32') {
    if (findProcesses(listRecentProcesses(pid, ageMs), target(running)).length === 0) return 0;
    await delay(SETTLE_MS);
  }
  const { killed } = await killTree(target(running));
  return killed;
}

function target(running: Running): ProcessTarget {
  return { id: running.order.id, pid: running.child?.pid ?? null, seen: running.seen };
}

/** Keeps descendants in mind while their parents still show whose they are. */
function remember(running: Running): void {
  const pid = running.child?.pid ?? null;
  for (const row of findProcesses(listProcesses(), { id: null, pid, seen: running.seen })) {
    running.seen.set(row.pid, row.start);
  }
}

function after(running: Running, ms: number, act: () => void): NodeJS.Timeout {
  const timer = setTimeout(act, Math.min(ms, TIMER_MAX_MS));
  running.timers.add(timer);
  return timer;
}
