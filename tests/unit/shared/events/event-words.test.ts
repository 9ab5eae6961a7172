// Our kinds against the names of others: each name is said by an event or has a reason, and the page of events says which.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EVENTS_PAGE, listEvents } from '../../../../build/list-events.ts';
import { ABSENT_NAMES } from '../../../../src/shared/events/absent-names.ts';
import {
  BUS_NAMES,
  EVENT_NAMES,
  FURTHER_NAMES,
  RUN_EVENT_KINDS,
  TRANSITION_NAMES,
} from '../../../../src/shared/events/event-names.ts';
import { EVENT_KINDS, EVENT_WORDS, type Words, wordsOf } from '../../../../src/shared/events/event-words.ts';

const ENTRIES: readonly Words<never>[] = EVENT_KINDS.flatMap((kind): readonly Words<never>[] => EVENT_WORDS[kind]);
const SAID: ReadonlySet<string> = new Set(ENTRIES.flatMap(({ exportedAs, also }) => [exportedAs, ...also]));

test('the lists have as many names as the framework counts', () => {
  expect([RUN_EVENT_KINDS.length, BUS_NAMES.length]).toEqual([15, 35]);
  expect(new Set(EVENT_NAMES).size).toBe(15 + 35 + TRANSITION_NAMES.length + FURTHER_NAMES.length);
});

test('every name is said by a kind of ours or has a reason, and none has both', () => {
  const unclear = EVENT_NAMES.filter((name) => SAID.has(name) === (ABSENT_NAMES[name] !== undefined));
  expect(unclear).toEqual([]);
});

test('every reason is a sentence', () => {
  for (const reason of Object.values(ABSENT_NAMES)) expect(reason).toMatch(/^[A-Z].*\.$/);
});

test.each(EVENT_KINDS)(
  '%s always has words: its last entry has no condition, and each condition is explained',
  (kind) => {
    const entries: readonly Words<never>[] = EVENT_WORDS[kind];
    expect(entries.at(-1)?.holds).toBeUndefined();
    for (const { when, holds } of entries) expect(when === undefined).toBe(holds === undefined);
  },
);

test('the data of an event decides between its names', () => {
  const failed = { taskId: 'a', code: 'E_MERGE_CONFLICT', message: 'a conflict', files: ['a'], attempt: 1 } as const;
  const event = { kind: 'patch-apply-failed', entity: 'patch' } as const;
  expect(wordsOf({ ...event, data: failed }).also).toContain('MERGE_CONFLICT');
  expect(wordsOf({ ...event, data: { ...failed, code: 'E_GIT' } }).also).not.toContain('MERGE_CONFLICT');
});

test('a candidate of a direct change is never told as a patch', () => {
  const started = { kind: 'candidate-started', data: { candidateId: 'c', onto: 'o', number: 1 } } as const;
  expect(wordsOf({ ...started, entity: 'patch' }).exportedAs).toBe('patch_apply_started');
  expect(wordsOf({ ...started, entity: 'direct_change' }).exportedAs).toBe('note');
});

test('docs/events.md is what the tables say', () => {
  expect(readFileSync(EVENTS_PAGE, 'utf8')).toBe(listEvents());
});
