// A git process that stays open: requests go to its input, an owner reads its output, it is started again when it dies.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Invocation } from './create-git.ts';

export interface LongProcess {
  /** Starts the process if there is none and writes to it. */
  write(bytes: string): void;
  /** Ends the current process; the next write starts a new one. */
  end(): Promise<void>;
}

export interface LongProcessOwner {
  /** Bytes as they come. */
  onOutput(chunk: Buffer): void;
  /** The process is gone; everything unanswered is lost. */
  onEnd(why: string): void;
}

/** Spawned once per repository, not once per patch, so that a large engine never forks in its loop. */
export function longProcess(command: Invocation, owner: LongProcessOwner): LongProcess {
  let child: ChildProcessWithoutNullStreams | null = null;
  let closed: Promise<void> = Promise.resolve();

  function start(): ChildProcessWithoutNullStreams {
    const [program, ...args] = command.argv;
    const started = spawn(program ?? 'git', args, { cwd: command.cwd, env: command.env, windowsHide: true });
    let stderr = '';
    started.stdout.on('data', (chunk: Buffer) => owner.onOutput(chunk));
    started.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString('utf8')).slice(-4000);
    });
    // A write to a process that just died is reported by its `close`, not here.
    started.stdin.on('error', () => undefined);
    let failure = '';
    started.on('error', (error) => {
      failure = error.message;
    });
    closed = new Promise((resolve) => {
      started.on('close', (code) => {
        if (child === started) child = null;
        owner.onEnd(failure || stderr.trim() || `git ended with ${code}`);
        resolve();
      });
    });
    return started;
  }

  return {
    write(bytes) {
      child ??= start();
      child.stdin.write(bytes);
    },
    async end() {
      const ending = child;
      child = null;
      ending?.stdin.end();
      await closed;
    },
  };
}
