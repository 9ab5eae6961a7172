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

type Histogram = ReturnType<typeof monitorEventLoopDelay>;

/** How often the loop is looked at; the histogram counts this interval with what came on top. */
const EVERY_MS = 5;
/** Less than this is not told apart from nothing. */
const LEAST = 0.000_1;

export function watchLoop(): Histogram {
  return monitorEventLoopDelay({ resolution: EVERY_MS });
}

export function lagOf(histogram: Histogram): Lag {
  // A histogram of nothing answers with no number or with nothing.
  const late = (nanoseconds: number) => Math.max(LEAST, (nanoseconds || 0) / 1e9 - EVERY_MS / 1_000);
  return { p99: late(histogram.percentile(99)), max: late(histogram.max) };
}

export interface LagMeter {
  begin(): void;
  end(): Promise<{ readonly ours: Lag; readonly idle: Lag }>;
  close(): void;
}

export async function startLagMeter(): Promise<LagMeter> {
  const other = fork(join(import.meta.dirname, 'idle-lag.ts'), [], { execArgv: ['--no-warnings'] });
  await once(other, 'message'); // it is up
  const lag = watchLoop();
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
      return { ours: lagOf(lag), idle };
    },
    close: () => other.kill(),
  };
}
