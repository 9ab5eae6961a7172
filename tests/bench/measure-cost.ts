// Wall time and CPU time of a piece of work of this process.
import { cpuOfTree } from './cpu-of-tree.ts';

export interface Cost {
  readonly seconds: number;
  /** User and system time of every thread of this process: what a busy machine does not change. */
  readonly cpuSeconds: number;
}

/** As `measureCost`, with the CPU time of every process that this one started, in steps of 10 ms. */
export async function measureTreeCost(work: () => Promise<void>): Promise<Cost> {
  const before = cpuOfTree(process.pid);
  const { seconds } = await measureCost(work);
  return { seconds, cpuSeconds: cpuOfTree(process.pid) - before };
}

export async function measureCost(work: () => Promise<void> | void): Promise<Cost> {
  const cpu = process.cpuUsage();
  const from = process.hrtime.bigint();
  await work();
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  const used = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (used.user + used.system) / 1e6 };
}
