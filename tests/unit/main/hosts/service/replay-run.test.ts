// Any moment of a run, forwards and backwards, and what is said of a moment it does not have.
import { beforeAll, expect, test } from 'vitest';
import { createReplayer } from '../../../../../src/main/hosts/service/replay-run.ts';
import { runReport } from '../../../../../src/main/projections/run-report.ts';
import { replay } from '../../../../../src/main/state/evolve.ts';
import { makePlan, makeTask } from '../../../../fakes/make-plan.ts';
import type { MemoryStore } from '../../../../fakes/memory-store.ts';
import { SIM_RUN, simulate } from '../../../../simulation/simulate.ts';

let store: MemoryStore;

beforeAll(async () => {
  ({ store } = await simulate({ plan: makePlan({ tasks: [makeTask({ taskId: 'a' })] }), seed: 1 }));
});

test('each moment is what the events up to it give, in whatever order they are asked for', () => {
  const events = store.eventsOf(SIM_RUN);
  const replayer = createReplayer({ store, snapshots: null });
  const last = events.length;
  for (const to of [last, 1, 5, 6, 4, last - 1, 2]) {
    const at = events[to - 1]?.at;
    const report = runReport(replay(events.slice(0, to)) ?? expect.fail('no run'));
    const { replayed, ...rest } = replayer.at(SIM_RUN, to);
    expect(rest).toEqual({ ...report, seq: to, at, first_seq: 1, last_seq: last });
    expect(replayed).toBeLessThanOrEqual(to);
  }
});

test('going forwards replays only what lies between', () => {
  const replayer = createReplayer({ store, snapshots: null });
  expect(replayer.at(SIM_RUN, 4).replayed).toBe(4);
  expect(replayer.at(SIM_RUN, 7).replayed).toBe(3);
  expect(replayer.at(SIM_RUN, 7).replayed).toBe(0);
  expect(replayer.at(SIM_RUN, 3).replayed).toBe(3);
});

test('without a number it is the newest moment', () => {
  const replayer = createReplayer({ store, snapshots: null });
  expect(replayer.at(SIM_RUN)).toMatchObject({ state: 'succeeded', seq: store.eventsOf(SIM_RUN).length });
});

test('a moment outside of the run is refused with the numbers it has', () => {
  const replayer = createReplayer({ store, snapshots: null });
  const last = store.eventsOf(SIM_RUN).length;
  for (const to of [0, last + 1]) {
    expect(() => replayer.at(SIM_RUN, to)).toThrow(
      expect.objectContaining({ code: 'E_USAGE', message: expect.stringContaining(`from 1 to ${last}`) }),
    );
  }
  expect(() => replayer.at('01JX')).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
});
