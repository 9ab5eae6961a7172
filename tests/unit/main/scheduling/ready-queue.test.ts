// The order in which ready tasks start.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRank, popReady, pushReady, type Ranked } from '../../../../src/main/scheduling/ready-queue.ts';

const rank = (part: Partial<Ranked>): Ranked => ({
  background: false,
  priority: 0,
  impact: 0,
  weight: 1,
  dependents: 0,
  age: 0,
  index: 0,
  ...part,
});

function drain(items: readonly Ranked[]): readonly Ranked[] {
  const queue: Ranked[] = [];
  for (const item of items) pushReady(queue, item);
  const out: Ranked[] = [];
  for (let item = popReady(queue); item !== undefined; item = popReady(queue)) out.push(item);
  return out;
}

test('foreground goes before priority, priority before impact, impact before weight, weight before dependents, dependents before age, age before place', () => {
  const background = rank({ background: true, priority: 9, index: 0 });
  const late = rank({ index: 5, age: 2 });
  const older = rank({ index: 6, age: 1 });
  const wanted = rank({ index: 4, dependents: 3 });
  const heavy = rank({ index: 3, weight: 7 });
  const added = rank({ index: 7, impact: 1 });
  const urgent = rank({ index: 2, priority: 2 });
  expect(drain([late, background, wanted, urgent, older, heavy, added])).toEqual([
    urgent,
    added,
    heavy,
    wanted,
    older,
    late,
    background,
  ]);
});

test('an empty queue gives nothing', () => {
  expect(popReady([])).toBeUndefined();
});

test('any sequence comes out sorted', () => {
  const item = fc.record({
    background: fc.boolean(),
    priority: fc.integer({ min: -1, max: 2 }),
    impact: fc.integer({ min: 0, max: 2 }),
    weight: fc.integer({ min: 1, max: 4 }),
    dependents: fc.integer({ min: 0, max: 3 }),
    age: fc.integer({ min: 0, max: 3 }),
    index: fc.integer({ min: 0, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(drain(items)).toEqual([...items].sort(compareRank));
    }),
  );
});
