// What the helper sees of running tools at one moment: alive or not, stopped, processor time, memory, output.
import { readFileSync } from 'node:fs';
import type { ProcessProbe } from '../../../shared/ports/spawn.ts';
import { findProcesses } from './find-processes.ts';
import { listProcesses, type ProcessRow, readStat } from './list-processes.ts';

/** What is looked at of a running order. */
export interface Probed {
  readonly pid: number | null;
  readonly seen: ReadonlyMap<number, string>;
  readonly outputBytes: number;
}

/** Of every Linux that programs see, whatever the kernel counts in. */
const TICK_MS = 10;

/** One look at the process table for all of them: with 64 tools it is as dear as with one. */
export function probeOrders(orders: ReadonlyMap<string, Probed>, ids: readonly string[]): readonly ProcessProbe[] {
  const rows = listProcesses();
  return ids.map((id) => {
    const order = orders.get(id);
    return order === undefined || order.pid === null ? notFound(id, order) : probe(id, order, order.pid, rows);
  });
}

/** An order that is known and has no number yet is being started. */
function notFound(id: string, order: Probed | undefined): ProcessProbe {
  const state = order === undefined ? 'gone' : 'running';
  return { id, state, processes: 0, cpuMs: null, memoryBytes: null, outputBytes: order?.outputBytes ?? 0 };
}

function probe(id: string, order: Probed, pid: number, rows: readonly ProcessRow[]): ProcessProbe {
  const { outputBytes, seen } = order;
  if (process.platform !== 'linux') {
    const state = isAlive(pid) ? 'running' : 'gone';
    return { id, state, processes: 1, cpuMs: null, memoryBytes: null, outputBytes };
  }
  const tree = findProcesses(rows, { id: null, pid, seen });
  let cpuMs = 0;
  let memoryBytes = 0;
  for (const row of tree) {
    const stat = readStat(row.pid);
    if (stat === null) continue;
    cpuMs += runTimeMs(row.pid) ?? stat.cpuTicks * TICK_MS;
    cpuMs += stat.childTicks * TICK_MS;
    memoryBytes += residentBytes(row.pid);
  }
  return { id, state: stateOf(pid), processes: tree.length, cpuMs, memoryBytes, outputBytes };
}

/** Of the tool's first process: while that one is stopped, nobody answers for the others. */
function stateOf(pid: number): ProcessProbe['state'] {
  switch (readStat(pid)?.state) {
    case undefined:
    case 'X':
      return 'gone';
    case 'Z':
      return 'zombie';
    case 'T':
      return 'stopped';
    default:
      return 'running';
  }
}

/** To the nanosecond, so that a tool that only waits for its network and wakes now and then is seen to live; null where the kernel does not count. */
function runTimeMs(pid: number): number | null {
  try {
    const [nanoseconds = ''] = readFileSync(`/proc/${pid}/schedstat`, 'latin1').split(' ');
    return nanoseconds === '' || nanoseconds === '0' ? null : Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}

/** In kilobytes there, whatever the size of a page. A kernel thread has none. */
function residentBytes(pid: number): number {
  try {
    const found = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return Number(found?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, and another user's
  }
}
