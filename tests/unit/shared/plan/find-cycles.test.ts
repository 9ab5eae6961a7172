// Cycles: none invented, none missed, each shown once.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCycles, stronglyConnected } from '../../../../src/shared/plan/find-cycles.ts';

it('lists a loop on itself, two rings, and rings that share a node', () => {
  expect(findCycles([[0]])).toEqual([[0]]);
  expect(findCycles([[1], [0], [3], [2]])).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(findCycles([[1], [0, 2], [1]])).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

it('finds nothing in a long chain, without running out of stack', () => {
  const chain = Array.from({ length: 100_000 }, (_, index) => (index > 0 ? [index - 1] : []));
  expect(findCycles(chain)).toEqual([]);
  expect(findCycles([[99_999], ...chain.slice(1)])).toHaveLength(1);
});

const graph = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

it('what it lists are cycles, all different, and without their edges none is left', () => {
  fc.assert(
    fc.property(graph, (successors) => {
      const cycles = findCycles(successors, 1_000);
      const edges = new Set<string>();
      for (const cycle of cycles) {
        cycle.forEach((node, index) => {
          const next = cycle[(index + 1) % cycle.length] ?? -1;
          expect(successors[node]).toContain(next);
          edges.add(`${node},${next}`);
        });
        expect(new Set(cycle).size).toBe(cycle.length);
      }
      expect(new Set(cycles.map((cycle) => cycle.join())).size).toBe(cycles.length);
      const rest = successors.map((list, node) => list.filter((next) => !edges.has(`${node},${next}`)));
      expect(findCycles(rest)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

it('components are the nodes that reach each other', () => {
  fc.assert(
    fc.property(graph, (successors) => {
      const component = stronglyConnected(successors);
      const reach = successors.map((_, start) => {
        const seen = new Set([start]);
        for (const node of seen) for (const next of successors[node] ?? []) seen.add(next);
        return seen;
      });
      for (const a of successors.keys()) {
        for (const b of successors.keys()) {
          const mutual = reach[a]?.has(b) === true && reach[b]?.has(a) === true;
          expect(component[a] === component[b]).toBe(mutual);
        }
      }
    }),
  );
});
