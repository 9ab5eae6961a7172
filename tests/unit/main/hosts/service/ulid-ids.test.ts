// Ids are ULIDs that sort in the order in which they were given, whatever the clock does.
import { decodeTime, isValid } from 'ulid';
import { expect, test } from 'vitest';
import { createUlids } from '../../../../../src/main/hosts/service/ulid-ids.ts';

const NOW = Date.UTC(2026, 10, 25, 12);

test('an id tells its millisecond', () => {
  const id = createUlids(() => NOW).next();
  expect(isValid(id)).toBe(true);
  expect(decodeTime(id)).toBe(NOW);
});

test('every id is a ULID greater than the one before', () => {
  let now = NOW;
  const ids = createUlids(() => now);
  let before = '';
  for (let count = 0; count < 10_000; count += 1) {
    if (count % 7 === 0) now += 1;
    // A clock that is set back must not make ids go backwards.
    if (count === 5_000) now -= 3_600_000;
    const id = ids.next();
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(id > before).toBe(true);
    before = id;
  }
});

test('more ids than a millisecond holds go on in the next one', () => {
  const ids = createUlids(() => NOW);
  let before = ids.next();
  let times = 0;
  for (let n = 0; n < 2 ** 20; n += 1) {
    const id = ids.next();
    if (id <= before) expect.fail(`${id} comes after ${before}`);
    if (id.slice(0, 10) !== before.slice(0, 10)) times += 1;
    before = id;
  }
  expect(times).toBeGreaterThanOrEqual(1);
  expect(decodeTime(before)).toBe(NOW + times);
});

test('two makers do not give the same ids', () => {
  const [one, other] = [createUlids(() => NOW), createUlids(() => NOW)];
  expect(one.next().slice(10, 22)).not.toBe(other.next().slice(10, 22));
});
