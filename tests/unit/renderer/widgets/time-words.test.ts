// Tests durations and moments in words.
import { describe, expect, it } from 'vitest';
import { agoWords, durationWords } from '../../../../src/renderer/widgets/time-words.ts';

describe('durationWords', () => {
  it.each([
    [0, '0s'],
    [430, '0.4s'],
    [1840, '1.8s'],
    [8000, '8s'],
    [59_999, '59s'],
    [65_000, '1m 05s'],
    [7_380_000, '2h 03m'],
    [-5, '0s'],
  ])('says %d ms as %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});

describe('agoWords', () => {
  const now = Date.parse('2026-03-01T12:00:00.000Z');
  it.each([
    ['2026-03-01T11:59:58.000Z', 'just now'],
    ['2026-03-01T11:59:15.000Z', '45 s ago'],
    ['2026-03-01T11:57:00.000Z', '3 min ago'],
    ['2026-03-01T09:30:00.000Z', '2 h ago'],
  ])('says %s as %s', (at, words) => {
    expect(agoWords(at, now)).toBe(words);
  });
});
