// The clock port with time that only moves when told to.
import type { Clock } from '../../src/shared/ports/clock.ts';

export interface VirtualClock extends Clock {
  /** Runs the next timer and moves time to it; false when there is none. */
  step(): boolean;
  /** Forgets all timers, as the end of a process does. */
  clear(): void;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

export function createVirtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = start;
  let order = 0;
  let timers: Timer[] = [];
  return {
    now: () => now,
    monotonic: () => now - start,
    after: (ms, wake) => {
      const timer = { at: now + ms, order: order++, wake };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    step: () => {
      timers.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = timers.shift();
      if (next === undefined) return false;
      now = Math.max(now, next.at);
      next.wake();
      return true;
    },
    clear: () => {
      timers = [];
    },
  };
}
