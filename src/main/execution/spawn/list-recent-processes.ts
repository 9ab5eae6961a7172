// The processes that may have come from one that ended a moment ago: few numbers come into question, so few are looked at.
import { readdirSync, readFileSync } from 'node:fs';
import { listProcesses, type ProcessRow, rowOf } from './list-processes.ts';

/** Numbers are given out in order and begin anew at 32 768 at the earliest: so many starts in a second no machine does. */
const NUMBERS_LAST_MS = 1_000;

/**
 * Everything that was started since `pid` was, `ageMs` ago, and maybe more. After a while a number says nothing any more,
 * and on other systems there is no last number to read: then these are all processes.
 */
export function listRecentProcesses(pid: number, ageMs: number): readonly ProcessRow[] {
  if (process.platform !== 'linux' || ageMs > NUMBERS_LAST_MS) return listProcesses();
  // The names first: whatever they hold was started before the last number is read.
  const names = readdirSync('/proc');
  const last = lastNumber();
  if (last === null) return listProcesses();
  return names.flatMap((name) => {
    const number = Number(name);
    return isBetween(number, pid, last) ? rowOf(number) : [];
  });
}

/** Numbers wrap around. False for what is no number. */
export function isBetween(number: number, first: number, last: number): boolean {
  return first <= last ? number >= first && number <= last : number >= first || number <= last;
}

/** The newest number of our own process namespace. Not the one in `/proc/loadavg`: containers may show an older one there. */
function lastNumber(): number | null {
  try {
    const last = Number(readFileSync('/proc/sys/kernel/ns_last_pid', 'latin1'));
    return Number.isInteger(last) && last > 0 ? last : null;
  } catch {
    return null; // this kernel or sandbox does not tell
  }
}
