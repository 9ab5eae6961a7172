// The door from stored JSON to events: older versions are brought up to today, newer ones are refused.
import { expect, test } from 'vitest';
import { EVENT_HISTORY, eventVersion, readEvent, type StoredEvent } from '../../../../src/shared/events/read-event.ts';

function stored(parts: Partial<StoredEvent>): StoredEvent {
  return {
    seq: 7,
    eventId: '01KB7Q3T0E8W6S5R4Q3P2N1M0A',
    runId: '01KB7Q3T0E8W6S5R4Q3P2N1M0B',
    kind: 'run-noted',
    version: 1,
    at: '2026-11-24T01:02:03.456Z',
    entity: 'run',
    id: '01KB7Q3T0E8W6S5R4Q3P2N1M0B',
    data: { message: 'a note' },
    prevHash: '0'.repeat(64),
    hash: '1'.repeat(64),
    ...parts,
  };
}

test('an event of today is read as it is, without its version', () => {
  const { version: _, ...event } = stored({});
  expect(readEvent(stored({}))).toEqual(event);
});

test('an attempt from before requests were kept has none, and its number is its try', () => {
  const example = EVENT_HISTORY['attempt-created']?.[0]?.example ?? {};
  const { data } = readEvent(stored({ kind: 'attempt-created', version: 1, data: example }));
  expect(data).toEqual({ ...example, tryNumber: 2, slot: null, promptId: null, request: null });
});

test('a completed task from before failures were counted does not claim to have none', () => {
  const example = EVENT_HISTORY['task-completed']?.[0]?.example ?? {};
  const { data } = readEvent(stored({ kind: 'task-completed', version: 1, data: example }));
  expect(data).toEqual({ ...example, failures: null });
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
  expect(() => readEvent(stored({ kind: 'attempt-created', version: next }))).toThrow(
    expect.objectContaining({
      code: 'E_LEDGER_NEWER',
      message: `Event 7 of the ledger is \`attempt-created\` in version ${next}; this Patchbay knows this kind up to version ${next - 1}`,
      values: { seq: 7, kind: 'attempt-created', version: next },
    }),
  );
});

test('a kind that is not known is refused by its name', () => {
  expect(() => readEvent(stored({ kind: 'tea-served' }))).toThrow(
    /`tea-served` in version 1; .* does not know this kind/,
  );
  expect(() => readEvent(stored({ kind: 'toString' }))).toThrow(/does not know this kind/);
});
