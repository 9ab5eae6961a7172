// The Machine port: what the processors, the memory and the disks of this computer have left.
import { readFile, statfs } from 'node:fs/promises';
import { cpus, freemem, totalmem } from 'node:os';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { MachineSample } from '../../../shared/domain/resources.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Machine } from '../../../shared/ports/machine.ts';

/** Processor time since the start of the machine, in whatever unit it counts. */
interface CpuTimes {
  readonly busy: number;
  readonly all: number;
  /** Monotonic milliseconds. */
  readonly at: number;
}

/** Looks at the volumes of `folders` as well. */
export function readMachine(folders: readonly string[], clock: Clock): Machine {
  let times: readonly CpuTimes[] = [];
  return {
    sample: async () => {
      times = [...times, await cpuTimes(clock.monotonic())];
      // One that is older than the window stays: the window is full only when it reaches back to it.
      while (times[1] !== undefined && isOlder(times[1], times)) times = times.slice(1);
      return { cpuBusy: cpuBusy(times), memoryFree: await memoryFree(), disk: await fullestDisk(folders) };
    },
  };
}

function isOlder(one: CpuTimes, times: readonly CpuTimes[]): boolean {
  return (times.at(-1)?.at ?? 0) - one.at >= LIMITS.cpuWindowMs;
}

/** Null until the window is full: that the processors are busy for a moment means nothing. */
function cpuBusy(times: readonly CpuTimes[]): number | null {
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined || !isOlder(first, times)) return null;
  return last.all === first.all ? null : (last.busy - first.busy) / (last.all - first.all);
}

async function cpuTimes(at: number): Promise<CpuTimes> {
  if (process.platform === 'linux') {
    const [line = ''] = (await readFile('/proc/stat', 'latin1')).split('\n', 1);
    // user, nice, system, idle, waiting for disks, interrupts (two sorts), stolen; guests are counted in user.
    const [user = 0, nice = 0, system = 0, idle = 0, disks = 0, hard = 0, soft = 0, stolen = 0] = line
      .split(/\s+/)
      .slice(1)
      .map(Number);
    const busy = user + nice + system + hard + soft + stolen;
    return { at, busy, all: busy + idle + disks };
  }
  const all = cpus().map(({ times }) => ({ ...times, sum: Object.values(times).reduce((sum, ms) => sum + ms, 0) }));
  const sum = all.reduce((total, one) => total + one.sum, 0);
  return { at, all: sum, busy: sum - all.reduce((total, one) => total + one.idle, 0) };
}

/**
 * Of the whole computer, with what it only caches. Inside a container its own limit may be lower; but what counts against
 * that one includes the cache of files, which would stop runs for nothing. macOS tells no such figure at all.
 */
async function memoryFree(): Promise<number | null> {
  if (process.platform === 'darwin') return null;
  if (process.platform !== 'linux') return freemem() / totalmem();
  const text = await readFile('/proc/meminfo', 'latin1');
  const [all, available] = ['MemTotal', 'MemAvailable'].map((name) =>
    Number(new RegExp(`${name}:\\s*(\\d+)`).exec(text)?.[1]),
  );
  return all && available !== undefined ? available / all : null;
}

/** A folder that cannot be asked about says nothing; the others do. */
async function fullestDisk(folders: readonly string[]): Promise<MachineSample['disk']> {
  const disks = await Promise.all(
    folders.map(async (folder) => {
      const found = await statfs(folder).catch(() => null);
      return found === null ? [] : [{ folder, freeBytes: found.bavail * found.bsize }];
    }),
  );
  return disks.flat().sort((a, b) => a.freeBytes - b.freeBytes)[0] ?? null;
}
