// How a run went over time, from what happened when: counts after each of a few of its events, without their payloads.

import type { HotEvent } from '../../shared/events/event.ts';
import type { TimelinePoint } from '../../shared/ipc/log-reports.ts';

type Counts = { -readonly [K in keyof Omit<TimelinePoint, 'seq' | 'at'>]: number };

/** Kind → which counts it moves, and how far. */
const MOVES: ReadonlyMap<string, readonly (readonly [keyof Counts, 1 | -1])[]> = new Map([
  ['attempt-created', [['running', 1]]],
  ['attempt-finished', [['running', -1]]],
  ['task-completed', [['completed', 1]]],
  ['task-failed', [['failed', 1]]],
  ['task-cancelled', [['cancelled', 1]]],
  ['task-retrying', [['retries', 1]]],
  ['patch-created', [['patches', 1]]],
  ['patch-committed', [['committed', 1]]],
  ['direct-change-committed', [['committed', 1]]],
  ['patch-quarantined', [['quarantined', 1]]],
]);

export interface Timeline {
  /** Events in order; any number of times. */
  add(events: readonly HotEvent[]): void;
  points(): readonly TimelinePoint[];
}

/** A point after every `every`th event, and after the last one. */
export function createTimeline(every: number): Timeline {
  const counts: Counts = {
    running: 0,
    completed: 0,
    failed: 0,
    cancelled: 0,
    retries: 0,
    patches: 0,
    committed: 0,
    quarantined: 0,
  };
  const points: TimelinePoint[] = [];
  let seen = 0;
  let last: HotEvent | null = null;
  return {
    add: (events) => {
      for (const event of events) {
        const moves = MOVES.get(event.kind);
        if (moves !== undefined) for (const [count, by] of moves) counts[count] += by;
        last = event;
        seen += 1;
        if (seen % every === 0) points.push({ seq: event.seq, at: event.at, ...counts });
      }
    },
    points: () => {
      if (last === null || points.at(-1)?.seq === last.seq) return points;
      return [...points, { seq: last.seq, at: last.at, ...counts }];
    },
  };
}
