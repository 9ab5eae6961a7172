// How long a provider asks to wait, in the forms in which it is said.
import { expect, test } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { retryAfterMs } from '../../../../src/shared/domain/retry-after.ts';

const NOW = Date.UTC(2026, 10, 25, 12);

test.each([
  ['Retry-After: 30', 30_000],
  ['"retry-after":"2"', 2_000],
  ['retry-after-ms: 1500', 1_500],
  ['{"retry_after": 1.5}', 1_500],
  ['retry_after=2m', 120_000],
  ['Please try again in 20s.', 20_000],
  ['Please try again in 450ms', 450],
  ['retrying in 1.5 minutes', 90_000],
  ['retry after 3 seconds', 3_000],
  ['Retry-After: Wed, 25 Nov 2026 12:01:30 GMT', 90_000],
  ['Retry-After: Wed, 25 Nov 2026 11:00:00 GMT', 0],
])('%s', (text, ms) => {
  expect(retryAfterMs(text, NOW)).toBe(ms);
});

test('nothing is read where nothing is said, and no pause is longer than a day', () => {
  expect(retryAfterMs('HTTP 429 too many requests', NOW)).toBeNull();
  expect(retryAfterMs('Retry-After: 99999999', NOW)).toBe(LIMITS.retryAfterMaxMs);
});
