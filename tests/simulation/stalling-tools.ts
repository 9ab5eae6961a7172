// Tools that stall now and then: silent, stopped, hungry or gone, with a report that never comes or comes too late.
import type { Clock } from '../../src/shared/ports/clock.ts';
import type { AttemptOrder, AttemptOutcome, AttemptProbe, Execution } from '../../src/shared/ports/execution.ts';

const STALLS = ['silent', 'stopped', 'hungry', 'gone'] as const;
export type Stall = (typeof STALLS)[number];

export interface StallingTools {
  readonly execution: Execution;
  /** How many attempts stalled, by kind, and reports that came after their attempt was given up. */
  readonly counts: Readonly<Record<Stall | 'late', number>>;
  /** The process died with all it ran. */
  crash(): void;
}

export interface StallOptions {
  readonly execution: Execution;
  readonly random: () => number;
  readonly chance: number;
  readonly clock: Clock;
  /** What a late report brings. */
  readonly outcomeOf: (order: AttemptOrder) => AttemptOutcome;
}

const HUNGRY_BYTES = 2 ** 50;
const LATE_MS = 5_000;

export function stallingTools({ execution, random, chance, clock, outcomeOf }: StallOptions): StallingTools {
  const stalled = new Map<string, { readonly how: Stall; readonly giveUp: () => void }>();
  const running = new Set<string>();
  const counts = { silent: 0, stopped: 0, hungry: 0, gone: 0, late: 0 };
  const begun = clock.monotonic();

  const stall = (order: AttemptOrder): Promise<AttemptOutcome> => {
    const how = STALLS[Math.floor(random() * STALLS.length)] ?? 'silent';
    counts[how] += 1;
    const { attemptId } = order;
    return new Promise((resolve) => {
      const giveUp = () => {
        if (random() < 0.5) return; // lost for good
        counts.late += 1;
        clock.after(LATE_MS, () => resolve(outcomeOf(order)));
      };
      stalled.set(attemptId, { how, giveUp });
    });
  };

  return {
    counts,
    crash: () => {
      stalled.clear();
      running.clear();
    },
    execution: {
      ...execution,
      runAttempt: async (order, onStarted) => {
        if (chance === 0 || random() >= chance) {
          running.add(order.attemptId);
          return execution.runAttempt(order, onStarted).finally(() => running.delete(order.attemptId));
        }
        onStarted({ pid: 1, processStart: null, workspace: `/ws/${order.attemptId}` });
        return stall(order);
      },
      stopAttempt: (attemptId, reason) => {
        stalled.get(attemptId)?.giveUp();
        execution.stopAttempt(attemptId, reason);
      },
      probe: async (attemptIds) => {
        const now = clock.monotonic() - begun;
        return attemptIds.map((attemptId) => probeOf(attemptId, stalled.get(attemptId)?.how ?? null, now));
      },
    },
  };

  function probeOf(attemptId: string, how: Stall | null, now: number): AttemptProbe {
    const runningMs = 1;
    if (how === 'gone' || (how === null && !running.has(attemptId)))
      return { attemptId, at: 'gone', process: null, runningMs };
    const state = how === 'stopped' ? 'stopped' : 'running';
    const cpuMs = how === null ? now : 1;
    const memoryBytes = how === 'hungry' ? HUNGRY_BYTES : 1;
    const process = { id: attemptId, state, processes: 1, cpuMs, memoryBytes, outputBytes: 0 } as const;
    return { attemptId, at: 'tool', process, runningMs };
  }
}
