// The door from stored JSON to events: older versions are brought up to today, newer ones are refused.
import { expect, test } from 'vitest';
import { EVENT_HISTORY, type EventRow, eventVersion, readEvent } from '../../../../src/shared/events/read-event.ts';

const RUN = '01KB7Q3T0E8W6S5R4Q3P2N1M0B';

function stored(event_type: string, version: number, data: unknown): EventRow {
  return {
    seq: 7,
    event_id: '01KB7Q3T0E8W6S5R4Q3P2N1M0A',
    run_id: RUN,
    event_type,
    version,
    timestamp: '2026-11-24T01:02:03.456Z',
    payload: JSON.stringify(data),
    source: `run:${RUN}`,
    entity: 'run',
    entity_id: RUN,
    prev_hash: '0'.repeat(64),
    hash: '1'.repeat(64),
  };
}

test('an event of today is read as it is', () => {
  expect(readEvent(stored('run-noted', 1, { message: 'a note' }))).toEqual({
    seq: 7,
    eventId: '01KB7Q3T0E8W6S5R4Q3P2N1M0A',
    runId: RUN,
    kind: 'run-noted',
    at: '2026-11-24T01:02:03.456Z',
    entity: 'run',
    id: RUN,
    data: { message: 'a note' },
    prevHash: '0'.repeat(64),
    hash: '1'.repeat(64),
  });
});

test('an attempt from before requests were kept has none, and its number is its try', () => {
  const example = EVENT_HISTORY['attempt-created']?.[0]?.example ?? {};
  const { data } = readEvent(stored('attempt-created', 1, example));
  expect(data).toEqual({
    ...example,
    tryNumber: 2,
    workerId: null,
    lease: null,
    promptId: null,
    request: null,
  });
});

test('an attempt from before there were workers names the slot that it took', () => {
  const example = EVENT_HISTORY['attempt-created']?.[1]?.example ?? {};
  const { slot, ...kept } = example;
  expect(readEvent(stored('attempt-created', 2, example)).data).toEqual({
    ...kept,
    workerId: `slot-${slot}`,
    lease: null,
  });
});

test('a completed task from before failures were counted does not claim to have none', () => {
  const example = EVENT_HISTORY['task-completed']?.[0]?.example ?? {};
  expect(readEvent(stored('task-completed', 1, example)).data).toEqual({ ...example, failures: null, skipped: null });
});

test.each(Object.entries(EVENT_HISTORY))(
  'every older version of %s has an example and leads to the next',
  (_, steps) => {
    for (const { change, example, up } of steps ?? []) {
      expect(change).toMatch(/^[A-Z].*\.$/);
      const before = structuredClone(example);
      expect(JSON.stringify(up(example)).length).toBeGreaterThan(JSON.stringify(example).length);
      expect(example).toEqual(before);
    }
  },
);

test('a version that is not known yet is refused with its number and the newest known one', () => {
  const next = eventVersion('attempt-created') + 1;
  expect(() => readEvent(stored('attempt-created', next, {}))).toThrow(
    expect.objectContaining({
      code: 'E_LEDGER_NEWER',
      message: `Event 7 of the ledger is \`attempt-created\` in version ${next}; this Patchbay knows this kind up to version ${next - 1}`,
      values: { seq: 7, kind: 'attempt-created', version: next },
    }),
  );
});

test('a kind that is not known is refused by its name', () => {
  expect(() => readEvent(stored('tea-served', 1, {}))).toThrow(/`tea-served` in version 1; .* does not know this kind/);
  expect(() => readEvent(stored('toString', 1, {}))).toThrow(/does not know this kind/);
});
