// How late the event loop of this process is, beside that of a process that does nothing at the same time.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Seconds. */
export interface Lag {
  readonly p99: number;
  readonly max: number;
}

export interface LagMeter {
  begin(): void;
  end(): Promise<{ readonly ours: Lag; readonly idle: Lag }>;
  close(): void;
}

export async function startLagMeter(): Promise<LagMeter> {
  const other = fork(join(import.meta.dirname, 'idle-lag.ts'), [], { execArgv: ['--no-warnings'] });
  await once(other, 'spawn');
  const lag = monitorEventLoopDelay({ resolution: 5 });
  return {
    begin: () => {
      other.send('begin');
      lag.reset();
      lag.enable();
    },
    end: async () => {
      lag.disable();
      const answered = once(other, 'message') as Promise<[Lag]>; // idle-lag.ts sends nothing else
      other.send('end');
      const [idle] = await answered;
      return { ours: { p99: lag.percentile(99) / 1e9, max: lag.max / 1e9 }, idle };
    },
    close: () => other.kill(),
  };
}
