// Virtual time: by time, then by the order of coming, and never back.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { createTimeline } from '../../../../../src/main/engine/rehearsal/timeline.ts';

test('whatever is added comes out by its time, and at one time in the order in which it came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), (times) => {
      const timeline = createTimeline<number>(0);
      for (const [index, atMs] of times.entries()) timeline.add(atMs, index);
      const out: number[] = [];
      for (let next = timeline.next(); next !== null; next = timeline.next()) out.push(next);
      const sorted = times.map((_, index) => index).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
      expect(out).toEqual(sorted);
    }),
  );
});

it('what comes too late happens now', () => {
  const timeline = createTimeline<string>(0);
  timeline.add(10, 'a');
  expect(timeline.next()).toBe('a');
  timeline.add(3, 'b');
  expect([timeline.next(), timeline.nowMs, timeline.next()]).toEqual(['b', 10, null]);
});
