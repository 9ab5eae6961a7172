// CPU time that a server has used so far, with its children, those that have ended included.
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** Seconds; not a number where there is no `/proc`. */
export function cpuOfTree(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const rows = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [statOf(Number(name))] : []));
  const ticks = rows.flatMap((row) => {
    if (row === null) return [];
    if (row.pid === pid) return [row.own + row.ended];
    return row.parent === pid ? [row.own] : [];
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_A_SECOND;
}

function statOf(pid: number) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0, , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields;
    return { pid, parent, own: user + system, ended: endedUser + endedSystem };
  } catch {
    return null; // it ended between the listing and now
  }
}
