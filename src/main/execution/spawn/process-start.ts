// When a process started, as a text that names this one process even after its number was given to another.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readStat } from './list-processes.ts';

/** Does not change while this process lives. */
let boot: string | null = null;

/** Null when the process is gone, and on Windows, where only the mark in the environment would tell. */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return startFromProc(pid);
  return process.platform === 'win32' ? null : startFromPs(pid);
}

/** Clock ticks since boot alone would repeat after a restart of the machine, hence the boot's own id. */
function startFromProc(pid: number): string | null {
  const row = readStat(pid);
  if (row === null) return null;
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  return `${boot}/${row.start}`;
}

function startFromPs(pid: number): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } }, (error, stdout) => {
      resolve(error ? null : stdout.trim() || null);
    });
  });
}
