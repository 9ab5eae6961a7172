// The machine of a simulated world: its disk, the workspaces on it and the processes of tools. It outlives every engine.

import type { MachineSample } from '../../../src/shared/domain/resources.ts';
import { PatchbayError } from '../../../src/shared/lib/errors.ts';
import type { ProcessClock } from '../../fakes/virtual-clock.ts';

const ROOM_BYTES = 1e12;

export interface SimProcess {
  readonly pid: number;
  /** Monotonic. */
  readonly startedAt: number;
  /** What ails it; `null` for a process that works. */
  ailing: 'stopped' | 'silent' | 'hungry' | null;
  readonly attemptId: string;
  readonly taskKey: string;
}

export interface SimWorkspace {
  readonly attemptId: string;
  readonly base: string;
  /** True once its tool may have written something. */
  dirty: boolean;
  /** Its content could not be captured: giving it back keeps the folder for a person. */
  unread: boolean;
}

export interface SimMachine {
  readonly processes: ReadonlyMap<number, SimProcess>;
  /** Of an attempt; null when it has none that lives. */
  processOf(attemptId: string): SimProcess | null;
  readonly workspaces: Map<string, SimWorkspace>;
  readonly isFull: boolean;
  /** How often a full disk was in the way, by whose. */
  readonly refusals: { ledger: number; workspace: number; git: number };
  start(attemptId: string, taskKey: string): SimProcess;
  end(pid: number): void;
  /** Ends every process of the attempt. */
  reap(attemptId: string): void;
  fillDisk(ms: number): void;
  /** Other programs take it for so long. */
  take(what: 'cpu' | 'memory', ms: number): void;
  sample(): MachineSample;
  /** Throws `E_DISK` while the disk is full. */
  write(by: 'ledger' | 'workspace' | 'git'): void;
}

export function createSimMachine(clock: ProcessClock): SimMachine {
  const processes = new Map<number, SimProcess>();
  const refusals = { ledger: 0, workspace: 0, git: 0 };
  const short = new Map<'cpu' | 'memory', number>();
  const isShort = (what: 'cpu' | 'memory') => clock.monotonic() < (short.get(what) ?? 0);
  let lastPid = 100;
  let fullUntil = 0;
  return {
    processes,
    workspaces: new Map(),
    refusals,
    get isFull() {
      return clock.monotonic() < fullUntil;
    },
    start: (attemptId, taskKey) => {
      lastPid += 1;
      const process: SimProcess = { pid: lastPid, attemptId, taskKey, startedAt: clock.monotonic(), ailing: null };
      processes.set(lastPid, process);
      return process;
    },
    processOf: (attemptId) => [...processes.values()].find((process) => process.attemptId === attemptId) ?? null,
    end: (pid) => void processes.delete(pid),
    reap: (attemptId) => {
      for (const process of processes.values()) if (process.attemptId === attemptId) processes.delete(process.pid);
    },
    sample: () => {
      const freeBytes = clock.monotonic() < fullUntil ? 0 : ROOM_BYTES;
      const [cpuBusy, memoryFree] = [isShort('cpu') ? 1 : 0.1, isShort('memory') ? 0.001 : 0.9];
      return { cpuBusy, memoryFree, disk: { freeBytes, folder: '/data' } };
    },
    take: (what, ms) => void short.set(what, clock.monotonic() + ms),
    fillDisk: (ms) => {
      fullUntil = Math.max(fullUntil, clock.monotonic() + ms);
    },
    write: (by) => {
      if (clock.monotonic() >= fullUntil) return;
      refusals[by] += 1;
      throw new PatchbayError('E_DISK', 'no space left on device', 'Free some space.', { by });
    },
  };
}
