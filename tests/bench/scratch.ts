// What a benchmark leaves behind while it runs, and its end in every case: folders, processes, servers, also after Ctrl-C.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Scratch {
  /** On the disk of the temporary folder; removed at the end. */
  readonly dir: string;
  /** Starts a program that is ended with everything else. */
  start(file: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  /** Ends a program that `start` started, with its group; settles when it is gone. */
  end(child: ChildProcess): Promise<void>;
}

const GRACE_MS = 5_000;

/** Whatever becomes of `work`, nothing of it is left when this settles. */
export async function withScratch<T>(work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  chmodSync(dir, 0o755); // a database server that refuses to run as root must reach its own folder below
  const children = new Set<ChildProcess>();
  // A server that was just killed may still leave a file behind: the folder is tried again.
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  const interrupted = async (name: NodeJS.Signals) => {
    await Promise.all(
      [...children].map(async (child) => {
        const gone = once(child, 'exit');
        signal(child, 'SIGKILL');
        await gone;
      }),
    );
    remove();
    process.exit(name === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const end = async (child: ChildProcess) => {
    if (!children.delete(child) || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    signal(child, 'SIGTERM');
    const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(timer);
  };
  try {
    return await work({
      dir,
      start: (file, args, options) => {
        const child = spawn(file, args, { ...options, detached: process.platform !== 'win32' });
        children.add(child);
        child.once('exit', () => children.delete(child));
        return child;
      },
      end,
    });
  } finally {
    await Promise.all([...children].map(end));
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    remove();
  }
}

/** To its whole group: a server's own workers go with it. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // it is gone already
  }
}
