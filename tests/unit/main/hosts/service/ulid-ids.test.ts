// Ids are ULIDs that sort in the order in which they were given, whatever the clock does.
import { decodeTime, isValid } from 'ulid';
import { expect, test } from 'vitest';
import { createUlids } from '../../../../../src/main/hosts/service/ulid-ids.ts';

const NOW = Date.UTC(2026, 10, 25, 12);

test('an id is a ULID that tells its millisecond', () => {
  const id = createUlids(() => NOW).next();
  expect(isValid(id)).toBe(true);
  expect(decodeTime(id)).toBe(NOW);
});

test('ids of one millisecond, of later ones and of a clock set back differ and sort', () => {
  const clock = [NOW, NOW, NOW + 1, NOW - 60_000, NOW - 60_000, NOW + 2];
  const ids = createUlids(() => clock.shift() ?? NOW + 3);
  const given = Array.from({ length: 8 }, () => ids.next());
  expect(new Set(given).size).toBe(8);
  expect([...given].sort()).toEqual(given);
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
