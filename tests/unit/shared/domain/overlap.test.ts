// Where tasks at work meet, from what they have changed so far.
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { overlapWords, type PartialChange, predictOverlaps } from '../../../../src/shared/domain/overlap.ts';

const at = (path: string, ...starts: readonly number[]): PartialChange => ({
  path,
  places: starts.map((start) => ({ start, lines: 2 })),
});
const task = (taskId: string, ...changes: readonly PartialChange[]) => ({ taskId, changes });

describe('predictOverlaps', () => {
  it('calls the same lines hot, other lines of the same file soft, and says nothing of other files', () => {
    const found = predictOverlaps([
      task('a', at('x', 40), at('y', 1)),
      task('b', at('x', 41, 90), at('y', 50)),
      task('c', at('z', 1)),
    ]);
    expect(found).toEqual([
      { a: 'a', b: 'b', level: 'hot', path: 'x', near: { start: 40, lines: 2 } },
      { a: 'a', b: 'b', level: 'soft', path: 'y', near: { start: 1, lines: 2 } },
    ]);
    expect(found.map(overlapWords)).toEqual([
      'a and b both change x near line 40',
      'a and b both change y, in different places',
    ]);
  });

  it('takes edits that touch as hot, because git cannot join them, and a line between as soft', () => {
    const level = (start: number) => predictOverlaps([task('a', at('x', 10)), task('b', at('x', start))])[0]?.level;
    expect([level(12), level(13)]).toEqual(['hot', 'soft']);
  });

  it('takes a file that one of them makes, deletes or has as no text as hot', () => {
    const whole = { path: 'x', places: null };
    expect(predictOverlaps([task('a', whole), task('b', at('x', 1))])).toEqual([
      { a: 'a', b: 'b', level: 'hot', path: 'x', near: null },
    ]);
  });

  it('compares each pair, and shows so many', () => {
    const all = Array.from({ length: 12 }, (_, n) => task(`t${n}`, at('x', 1)));
    expect(predictOverlaps(all)).toHaveLength(LIMITS.overlapsShown);
    expect(predictOverlaps(all.slice(0, 4))).toHaveLength(6);
  });
});
