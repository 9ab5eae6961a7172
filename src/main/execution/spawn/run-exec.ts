// Runs one short command inside the helper, with its output in memory.
import { type ChildProcess, spawn } from 'node:child_process';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { ExecOrder, ExecResult } from '../../../shared/ports/spawn.ts';
import { askTreeToEnd } from './kill-tree.ts';
import { resolveProgram } from './resolve-program.ts';
import { spawnFailure } from './spawn-failure.ts';

const STDERR_BYTES = 64 * 1024;
/** git removes its lock files on SIGTERM, and leaves them on SIGKILL. */
const GRACE_MS = 1_000;

export interface RunningExec {
  readonly result: Promise<ExecResult>;
  /** SIGTERM, then SIGKILL; settles when the program is gone. */
  stop(): Promise<void>;
}

export function runExec(order: ExecOrder): RunningExec {
  let child: ChildProcess | null = null;
  const result = (async () => {
    try {
      child = startExec(order);
      return await collect(order, child);
    } catch (error) {
      throw spawnFailure(order.argv[0] ?? '', error);
    }
  })();
  result.catch(() => {}); // whoever waits for it is told
  return {
    result,
    stop: async () => {
      if (child !== null) endExec(child);
      await result.catch(() => {});
    },
  };
}

function startExec(order: ExecOrder): ChildProcess {
  const call = resolveProgram(order);
  return spawn(call.file, call.args, {
    cwd: order.cwd,
    env: order.env,
    detached: process.platform !== 'win32',
    stdio: [order.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
    windowsVerbatimArguments: call.verbatim,
  });
}

function collect(order: ExecOrder, child: ChildProcess): Promise<ExecResult> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const bytes = { stdout: 0, stderr: 0 };
  return new Promise((resolve, reject) => {
    let failure: PatchbayError | null = null;
    const fail = (error: PatchbayError): void => {
      failure ??= error;
      endExec(child);
    };
    const timer = setTimeout(() => fail(tookTooLong(order)), order.timeoutMs);
    child.once('error', reject);
    child.stdin?.on('error', () => {}); // a command may close its input unread
    child.stdin?.end(order.input);
    child.stdout?.on('data', (chunk: Buffer) => {
      bytes.stdout += chunk.length;
      if (bytes.stdout > order.maxBytes) return fail(tooMuchOutput(order));
      stdout.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      if (bytes.stderr < STDERR_BYTES) stderr.push(chunk.subarray(0, STDERR_BYTES - bytes.stderr));
      bytes.stderr += chunk.length;
    });
    // What it left running in its group would hold the pipes open: `close` would never come.
    child.once('exit', () => kill(child));
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      if (failure) reject(failure);
      else resolve({ exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') });
    });
  });
}

function endExec(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else askTreeToEnd(child.pid);
  const timer = setTimeout(() => kill(child), GRACE_MS);
  child.once('close', () => clearTimeout(timer));
  // A reader that stops reading ends a flood at once.
  child.stdout?.destroy();
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // nothing was left
  }
}

function tookTooLong({ argv, timeoutMs }: ExecOrder): PatchbayError {
  return new PatchbayError(
    'E_TIMEOUT',
    `${argv.slice(0, 4).join(' ')} … did not end within ${timeoutMs / 1000} s`,
    'Check that the disk answers and that no other program holds the repository, then retry.',
    { argv, timeoutMs },
  );
}

function tooMuchOutput({ argv, maxBytes }: ExecOrder): PatchbayError {
  return new PatchbayError(
    'E_OUTPUT_LIMIT',
    `${argv.slice(0, 4).join(' ')} … wrote more than ${maxBytes} bytes`,
    'Make the change smaller, for example by splitting the task.',
    { argv, maxBytes },
  );
}
