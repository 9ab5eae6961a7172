// Invariant: a pause before the next try is as long as it was said to be, whatever is done to the wall clock.

import { taskOf } from '../../../src/main/state/evolve-task.ts';
import { LIMITS } from '../../../src/shared/domain/limits.ts';
import type { Invariant } from './invariant.ts';

/** Delays of a turn and of what the simulation itself adds. */
const SLACK_MS = 1_000;
/** Set-up, the last heartbeats, the saving of what was written, and a report that is as late as any. */
const LATEST_MS = 25 * 60_000;

interface Pause {
  readonly life: number;
  readonly since: number;
  readonly ms: number;
}

export const WAITS: Invariant = {
  name: 'waits',
  says: 'a task is tried again after the pause that was stated, neither before nor much later, and no attempt outlasts its time, when no crash comes between',
  watch: ({ world, breach }) => {
    const pauses = new Map<string, Pause>();
    const attempts = new Map<string, Pause>();
    return {
      event: ({ event, run }) => {
        if (event.kind === 'attempt-created') {
          const { timeoutMs: ms } = taskOf(run, event.data.taskId).plan;
          attempts.set(event.id, { life: world.life(), since: world.clock.monotonic(), ms });
        }
        if (event.kind === 'attempt-finished') {
          const { life, since, ms } = attempts.get(event.id) ?? { life: 0, since: 0, ms: 0 };
          const took = world.clock.monotonic() - since;
          const isLong = life === world.life() && took > ms + LATEST_MS;
          if (isLong) breach(`event ${event.seq}: ${event.data.taskId} was in hand for ${took} ms, allowed were ${ms}`);
        }
        const key = `${event.runId} ${event.id}`;
        if (event.kind === 'task-retrying') {
          const ms = Math.max(0, Date.parse(event.data.notBefore) - Date.parse(event.at));
          const asked = taskOf(run, event.data.taskId).attempts.at(-1)?.failure?.retryAfterMs;
          if (ms > (asked ?? LIMITS.backoffMaxMs)) breach(`event ${event.seq}: ${event.data.taskId} waits ${ms} ms`);
          pauses.set(key, { life: world.life(), since: world.clock.monotonic(), ms });
        }
        // A person who asks for another try does not wait for the end of the pause.
        if (event.kind === 'command-accepted' && event.data.work.name === 'retry') {
          pauses.delete(`${event.runId} ${run.tasks.get(event.data.work.taskId)?.ulid ?? ''}`);
        }
        if (event.kind !== 'task-queued') return;
        const pause = pauses.get(key);
        pauses.delete(key);
        if (pause === undefined || pause.life !== world.life()) return;
        const took = world.clock.monotonic() - pause.since;
        const said = `event ${event.seq}: ${event.data.taskId} is tried again after ${took} ms, said were ${pause.ms}`;
        if (took < pause.ms || took > pause.ms + SLACK_MS) breach(said);
      },
    };
  },
};
