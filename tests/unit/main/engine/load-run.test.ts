// A run loaded from a snapshot and the events after it is the run that all its events give.
import { beforeAll, expect, test } from 'vitest';
import { loadRun, loadRunAt } from '../../../../src/main/engine/load-run.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { packRun } from '../../../../src/main/state/pack-run.ts';
import type { LoggedEvent } from '../../../../src/shared/events/event.ts';
import type { Snapshot } from '../../../../src/shared/ports/snapshots.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import type { MemoryStore } from '../../../fakes/memory-store.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

let store: MemoryStore;
let events: readonly LoggedEvent[] = [];

beforeAll(async () => {
  const plan = makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' })] });
  ({ store } = await simulate({ plan, seed: 5, troubleChance: 0.3 }));
  events = store.eventsOf(SIM_RUN);
});

/** One snapshot after `seq` events. */
function savedAt(seq: number, change: Partial<Snapshot> = {}) {
  const run = replay(events.slice(0, seq)) ?? expect.fail('no events');
  const saved = { runId: SIM_RUN, seq, hash: events[seq - 1]?.hash ?? '', state: packRun(run), ...change };
  return { newest: (_: string, upTo: number) => (seq <= upTo ? structuredClone(saved) : null) };
}

test('from any snapshot to any event', () => {
  for (let seq = 1; seq <= events.length; seq += 3) {
    for (let upTo = seq; upTo <= events.length; upTo += 5) {
      const loaded = loadRunAt({ store, snapshots: savedAt(seq) }, SIM_RUN, upTo) ?? expect.fail('no run');
      expect(loaded).toMatchObject({ seq: upTo, hash: events[upTo - 1]?.hash, replayed: upTo - seq });
      expect(loaded.at).toBe(events[upTo - 1]?.at);
      expect(loaded.run).toEqual(replay(events.slice(0, upTo)));
    }
  }
});

test('a snapshot after another event than the log has is not believed', () => {
  const wrong = savedAt(6, { hash: 'f'.repeat(64) });
  expect(loadRunAt({ store, snapshots: wrong }, SIM_RUN)).toMatchObject({ replayed: events.length });
  expect(loadRun({ store, snapshots: wrong }, SIM_RUN)).toEqual(replay(events));
});

test('an unknown run is not found, and before its first event there is none', () => {
  expect(() => loadRun({ store, snapshots: null }, '01JX')).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
  expect(loadRunAt({ store, snapshots: null }, SIM_RUN, 0)).toBeNull();
});
