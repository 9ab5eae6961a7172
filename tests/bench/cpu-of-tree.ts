// CPU time that a process has used so far with everything that it started, living or ended.
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

interface Row {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and that of its children that have ended and were waited for. */
  readonly ticks: number;
}

/** Seconds, in steps of 10 ms; not a number where there is no `/proc`. */
export function cpuOfTree(root: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const rows = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? rowOf(Number(name)) : []));
  const open = rows.filter((row) => row.pid === root);
  let ticks = 0;
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    const { pid } = row;
    ticks += row.ticks;
    open.push(...rows.filter((other) => other.parent === pid));
  }
  return ticks / TICKS_A_SECOND;
}

function rowOf(pid: number): readonly Row[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    return [{ pid, parent, ticks: fields.slice(11, 15).reduce((sum, one) => sum + one, 0) }];
  } catch {
    return []; // it ended between the listing and now
  }
}
