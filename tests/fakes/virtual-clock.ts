// The clock port with time that only moves when told to.
import type { Clock } from '../../src/shared/ports/clock.ts';

/** The clock of one process: its timers end with it. */
export interface ProcessClock extends Clock {
  /** Timers that have not run and were not taken back. */
  readonly pending: number;
  /** Forgets its timers, as the end of a process does. */
  clear(): void;
}

export interface VirtualClock extends ProcessClock {
  /** Runs the next timer of any process and moves time to it; false when there is none. */
  step(): boolean;
  /** Somebody sets the wall clock by so much; timers and durations do not notice. */
  jump(ms: number): void;
  /** The same time for another process. */
  share(): ProcessClock;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
  state: 'waiting' | 'over';
}

export function createVirtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  const heap: Timer[] = [];
  let elapsed = 0;
  let jumped = 0;
  let order = 0;
  const share = (): ProcessClock => {
    const own = new Set<Timer>();
    return {
      now: () => start + elapsed + jumped,
      monotonic: () => elapsed,
      after: (ms, wake) => {
        const timer: Timer = {
          at: elapsed + ms,
          order: order++,
          state: 'waiting',
          wake: () => {
            own.delete(timer);
            wake();
          },
        };
        own.add(timer);
        push(heap, timer);
        return () => {
          timer.state = 'over';
          own.delete(timer);
        };
      },
      get pending() {
        return own.size;
      },
      clear: () => {
        for (const timer of own) timer.state = 'over';
        own.clear();
      },
    };
  };
  const main = share();
  return {
    ...main,
    get pending() {
      return main.pending;
    },
    share,
    jump: (ms) => {
      jumped += ms;
    },
    step: () => {
      for (let next = pop(heap); next !== undefined; next = pop(heap)) {
        if (next.state === 'over') continue;
        next.state = 'over';
        elapsed = Math.max(elapsed, next.at);
        next.wake();
        return true;
      }
      return false;
    },
  };
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.push(timer) - 1;
  for (let parent = (at - 1) >> 1; at > 0; at = parent, parent = (at - 1) >> 1) {
    const above = heap[parent];
    if (above === undefined || !isBefore(timer, above)) break;
    heap[at] = above;
  }
  heap[at] = timer;
}

function pop(heap: Timer[]): Timer | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const [left, right] = [heap[child], heap[child + 1]];
    const least = right !== undefined && left !== undefined && isBefore(right, left) ? child + 1 : child;
    const below = heap[least];
    if (below === undefined || !isBefore(below, last)) break;
    heap[at] = below;
    at = least;
  }
  heap[at] = last;
  return top;
}
