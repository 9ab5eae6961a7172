// A snapshot of the machine's processes, on systems where processes have groups.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** When it started, in the system's own words; together with `pid` it names one process. */
  readonly start: string;
}

/** Living processes only: a zombie holds nothing and cannot be killed. Empty on Windows, where `taskkill /T` walks the tree. */
export function listProcesses(): readonly ProcessRow[] {
  if (process.platform === 'linux') return listFromProc();
  return process.platform === 'win32' ? [] : listFromPs();
}

function listFromProc(): readonly ProcessRow[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? rowOf(Number(name)) : []));
}

/** Linux only: the process as a list of one, or of none when it is not living. */
export function rowOf(pid: number): readonly ProcessRow[] {
  const row = readStat(pid);
  return row === null || row.state === 'Z' || row.state === 'X' ? [] : [row];
}

export interface ProcessStat extends ProcessRow {
  readonly state: string;
  /** Processor time of its own and of its children that have ended, in clock ticks. */
  readonly cpuTicks: number;
  readonly childTicks: number;
}

/** One line of `/proc/<pid>/stat`; null when the process is gone. The name in it may hold any character, so fields count from its last `)`. */
export function readStat(pid: number): ProcessStat | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const [state = '', parent, group, session] = fields;
    return {
      pid,
      state,
      parent: Number(parent),
      group: Number(group),
      session: Number(session),
      start: fields[19] ?? '',
      cpuTicks: Number(fields[11]) + Number(fields[12]),
      childTicks: Number(fields[13]) + Number(fields[14]),
    };
  } catch {
    return null; // it ended between the listing and now
  }
}

function listFromPs(): readonly ProcessRow[] {
  const args = ['-A', '-o', 'pid=,ppid=,pgid=,stat=,lstart='];
  const { stdout } = spawnSync('/bin/ps', args, { encoding: 'utf8', env: { LC_ALL: 'C' } });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line);
    if (!found || found[4]?.startsWith('Z')) return [];
    const [, pid, parent, group, , start = ''] = found;
    // macOS shows no session number; the group stands in for it.
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), session: Number(group), start }];
  });
}
