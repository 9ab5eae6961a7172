// Tells one process from a later one with the same pid: the system uses pids again, start times it does not.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** When the process began, as an opaque text; null where it is gone or the platform does not tell. */
export function processStart(pid: number): string | null {
  if (process.platform === 'linux') return linuxStart(pid);
  if (process.platform === 'darwin') return darwinStart(pid);
  // Windows tells it through PowerShell only, which takes half a second: there the pipe is asked instead.
  return null;
}

/** Boot id and start ticks. A zombie counts as gone: it holds nothing and answers nobody. */
function linuxStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in brackets and may itself hold brackets and spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8);
    return `${boot}:${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

function darwinStart(pid: number): string | null {
  try {
    const options = { encoding: 'utf8', env: { LC_ALL: 'C' }, timeout: 5_000, stdio: 'pipe' } as const;
    const [state, ...start] = execFileSync('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)], options)
      .trim()
      .split(/\s+/);
    return state?.startsWith('Z') ? null : start.join(' ') || null;
  } catch {
    return null;
  }
}
