// Which processes belong to a tool: its group and session, its descendants, and everything that carries its mark.
import { readFileSync } from 'node:fs';
import type { ProcessRow } from './list-processes.ts';

export interface ProcessTarget {
  /** Value of `PATCHBAY_PROCESS`; null to leave environments unread. */
  readonly id: string | null;
  /** The tool's own number, which is also its group and session; null when nothing is known to be it. */
  readonly pid: number | null;
  /** Descendants seen earlier, by number, with the start that proves them to be the same. */
  readonly seen: ReadonlyMap<number, string>;
}

export function findProcesses(rows: readonly ProcessRow[], target: ProcessTarget): readonly ProcessRow[] {
  const mine = new Set<number>();
  for (const row of rows) if (row.pid !== process.pid && belongs(row, target)) mine.add(row.pid);
  // A child of a member is a member, whatever it did to its environment; repeat until nobody joins.
  for (let joined = true; joined; ) {
    joined = false;
    for (const row of rows) {
      if (mine.has(row.pid) || !mine.has(row.parent) || row.pid === process.pid) continue;
      mine.add(row.pid);
      joined = true;
    }
  }
  return rows.filter((row) => mine.has(row.pid));
}

function belongs(row: ProcessRow, { id, pid, seen }: ProcessTarget): boolean {
  if (pid !== null && (row.pid === pid || row.group === pid || row.session === pid)) return true;
  if (seen.get(row.pid) === row.start) return true;
  return id !== null && isMarked(row.pid, id);
}

/** Linux only; elsewhere another process's environment cannot be read cheaply. `<id>.part` marks a part of the same work. */
function isMarked(pid: number, id: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const environ = `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}\0`;
    return environ.includes(`\0PATCHBAY_PROCESS=${id}\0`) || environ.includes(`\0PATCHBAY_PROCESS=${id}.`);
  } catch {
    return false; // gone, or another user's
  }
}
