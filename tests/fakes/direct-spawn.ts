// A spawn port that starts real programs straight from the test process: no helper, no grace, no search for strays.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { PatchbayError } from '../../src/shared/lib/errors.ts';
import type {
  ExecOrder,
  ExecResult,
  Spawn,
  SpawnExit,
  SpawnHandle,
  SpawnOrder,
  StopReason,
} from '../../src/shared/ports/spawn.ts';

export interface DirectSpawn extends Spawn {
  /** Argument vectors of every `exec` so far. */
  readonly executed: readonly (readonly string[])[];
}

export function directSpawn(): DirectSpawn {
  const executed: (readonly string[])[] = [];
  return {
    executed,
    start,
    exec(order) {
      executed.push(order.argv);
      return exec(order);
    },
    probe: async (ids) =>
      ids.map((id) => ({ id, state: 'running', processes: 1, cpuMs: null, memoryBytes: null, outputBytes: 0 })),
    reap: async () => 0,
    close: async () => undefined,
  };
}

function exec(order: ExecOrder): Promise<ExecResult> {
  const [program = '', ...args] = order.argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: order.cwd, env: order.env, timeout: order.timeoutMs });
    const chunks: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8');
    });
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => reject(notStarted(program, error)));
    child.on('close', (exitCode) => resolve({ exitCode, stdout: Buffer.concat(chunks), stderr }));
    child.stdin.end(order.input ?? '');
  });
}

function start(order: SpawnOrder): SpawnHandle {
  const [program = '', ...args] = order.argv;
  const startedAt = performance.now();
  const child = spawn(program, args, { cwd: order.cwd, env: order.env, detached: process.platform !== 'win32' });
  let reason: StopReason = 'exit';
  let outputBytes = 0;
  const end = (why: StopReason) => {
    reason = why;
    killTree(child);
  };
  const files = [
    { stream: child.stdout, file: createWriteStream(order.stdoutFile) },
    { stream: child.stderr, file: createWriteStream(order.stderrFile) },
  ];
  for (const { stream, file } of files) {
    stream.on('data', (chunk: Buffer) => {
      file.write(chunk);
      outputBytes += chunk.length;
      if (outputBytes > order.maxOutputBytes) end('output');
    });
  }
  child.stdin.on('error', () => undefined);
  child.stdin.end(order.stdin);
  const wall = setTimeout(() => end('wall'), order.wallMs);
  const started = new Promise<{ pid: number; processStart: string | null }>((resolve, reject) => {
    child.on('spawn', () => resolve({ pid: child.pid ?? 0, processStart: null }));
    child.on('error', (error) => reject(notStarted(program, error)));
  });
  const exit = new Promise<SpawnExit>((resolve, reject) => {
    child.on('error', (error) => reject(notStarted(program, error)));
    child.on('close', async (exitCode, signal) => {
      clearTimeout(wall);
      await Promise.all(files.map(({ file }) => new Promise((done) => file.end(done))));
      const durationMs = Math.round(performance.now() - startedAt);
      resolve({ reason, exitCode, signal, outputBytes, durationMs, leftovers: 0 });
    });
  });
  return { started, exit, stop: () => end('stopped') };
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function notStarted(program: string, error: Error): PatchbayError {
  return new PatchbayError(
    'E_SPAWN',
    `${program} could not be started: ${error.message}`,
    'Check that it is installed.',
    { program, code: (error as NodeJS.ErrnoException).code ?? '' }, // Node's system errors carry `code`
  );
}
