// Ends a tool with everything it started, and makes sure that it is gone.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findProcesses, type ProcessTarget } from './find-processes.ts';
import { listProcesses } from './list-processes.ts';

/** Rounds of look and kill: 100 × 20 ms, then a process that will not die (stuck in the kernel) is left and counted. */
const ROUNDS = 100;
const ROUND_MS = 20;

export interface KilledTree {
  /** Processes ended besides `pid` itself. */
  readonly killed: number;
  readonly survivors: number;
}

export async function killTree(target: ProcessTarget): Promise<KilledTree> {
  if (process.platform === 'win32') return killWindowsTree(target.pid);
  const killed = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const alive = findProcesses(listProcesses(), target);
    if (alive.length === 0) return { killed: killed.size, survivors: 0 };
    // The group first, in one call: its members cannot fork past it.
    if (target.pid !== null) signal(-target.pid, 'SIGKILL');
    for (const { pid } of alive) {
      signal(pid, 'SIGKILL');
      if (pid !== target.pid) killed.add(pid);
    }
    await delay(round === 0 ? 2 : ROUND_MS);
  }
  return { killed: killed.size, survivors: findProcesses(listProcesses(), target).length };
}

/** Asks the tool's group to end by itself. On Windows there is no such request for console programs. */
export function askTreeToEnd(pid: number): void {
  if (process.platform !== 'win32') signal(-pid, 'SIGTERM');
}

/** A process or group that is gone is what was wanted; one that is another user's cannot be helped. */
function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // ESRCH or EPERM, see above
  }
}

/**
 * `taskkill /T` follows parent numbers, so it must run while the tool lives: what outlives it is found by a Job Object only.
 * The absolute path keeps a `taskkill.exe` of the workspace out.
 */
async function killWindowsTree(pid: number | null): Promise<KilledTree> {
  if (pid === null) return { killed: 0, survivors: 0 };
  const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  await new Promise<void>((resolve) => {
    const child = spawn(taskkill, ['/T', '/F', '/PID', String(pid)], { stdio: 'ignore', windowsHide: true });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  return { killed: 0, survivors: 0 };
}
