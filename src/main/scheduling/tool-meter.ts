// Counts how many of each tool run and how often it started within the last minute.
import type { SeatRefusal, ToolLimits } from '../../shared/ports/capacity.ts';
import type { Clock } from '../../shared/ports/clock.ts';

const MINUTE_MS = 60_000;

export interface ToolMeter {
  /** Null when the tool may start now. */
  refusal(tool: string): SeatRefusal | null;
  started(tool: string): void;
  ended(tool: string): void;
}

interface Reading {
  running: number;
  /** Monotonic milliseconds, oldest first; only where starts are limited. */
  readonly starts: number[];
  cancel: (() => void) | null;
}

/** `onFree` is called when a minute has passed that kept a tool from starting. */
export function createToolMeter(
  limits: Readonly<Record<string, ToolLimits>>,
  clock: Clock,
  onFree: () => void,
): ToolMeter {
  const readings = new Map<string, Reading>();
  const limitsOf = (tool: string): ToolLimits | undefined => (Object.hasOwn(limits, tool) ? limits[tool] : undefined);
  const readingOf = (tool: string): Reading => {
    const known = readings.get(tool);
    if (known !== undefined) return known;
    const fresh = { running: 0, starts: [], cancel: null };
    readings.set(tool, fresh);
    return fresh;
  };
  const forgetOld = (reading: Reading) => {
    const since = clock.monotonic() - MINUTE_MS;
    while (reading.starts[0] !== undefined && reading.starts[0] <= since) reading.starts.shift();
  };
  return {
    refusal: (tool) => {
      const limit = limitsOf(tool);
      if (limit === undefined) return null;
      const reading = readingOf(tool);
      if (limit.maxParallel !== undefined && reading.running >= limit.maxParallel) {
        const reason = `${tool} runs ${reading.running} times already, as often as it may at once over all runs.`;
        return { of: 'tool', reason, freedBy: `the end of a ${tool} in any run` };
      }
      if (limit.startsPerMinute === undefined) return null;
      forgetOld(reading);
      const oldest = reading.starts[0];
      if (oldest === undefined || reading.starts.length < limit.startsPerMinute) return null;
      const wait = oldest + MINUTE_MS - clock.monotonic();
      reading.cancel ??= clock.after(wait, () => {
        reading.cancel = null;
        onFree();
      });
      const reason = `${tool} may start ${limit.startsPerMinute} times a minute over all runs, and has.`;
      return { of: 'tool', reason, freedBy: `the time ${new Date(clock.now() + wait).toISOString()}` };
    },
    started: (tool) => {
      const limit = limitsOf(tool);
      if (limit === undefined) return;
      const reading = readingOf(tool);
      reading.running += 1;
      if (limit.startsPerMinute !== undefined) reading.starts.push(clock.monotonic());
    },
    ended: (tool) => {
      if (limitsOf(tool) !== undefined) readingOf(tool).running -= 1;
    },
  };
}
