// Wall time and CPU time of a piece of work of this process.

export interface Cost {
  readonly seconds: number;
  /** User and system time of every thread of this process: what a busy machine does not change. */
  readonly cpuSeconds: number;
}

export async function measureCost(work: () => Promise<void> | void): Promise<Cost> {
  const cpu = process.cpuUsage();
  const from = process.hrtime.bigint();
  await work();
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  const used = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (used.user + used.system) / 1e6 };
}
