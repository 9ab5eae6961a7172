// Tests where the cards of a run's graph stand.
import { describe, expect, it } from 'vitest';
import { CARD, layoutGraph, structureOf } from '../../../../../src/renderer/panels/run/graph-layout.ts';
import type { LaidTask } from '../../../../../src/renderer/panels/run/graph-place.ts';

const task = (taskId: string, wave: number, after: string[] = [], workstreamId = 'A'): LaidTask => ({
  taskId,
  workstreamId,
  wave,
  after: after.map((each) => ({ task: each, edge: 'success' })),
});

const diamond = [task('a', 0), task('b', 1, ['a']), task('c', 1, ['a']), task('d', 2, ['b', 'c'])];

function large(count: number, perWave: number): LaidTask[] {
  return Array.from({ length: count }, (_, index) =>
    task(`t${index}`, Math.floor(index / perWave), index < perWave ? [] : [`t${index - perWave}`]),
  );
}

function overlaps(tasks: readonly LaidTask[]): number {
  const places = [...layoutGraph(tasks).places.values()];
  const cells = new Set(places.map((place) => `${place.x} ${place.y}`));
  return places.length - cells.size;
}

describe('layoutGraph', () => {
  it('puts every task to the right of what it comes after', () => {
    const { places } = layoutGraph(diamond);
    for (const each of diamond) {
      for (const { task: before } of each.after) {
        const right = (places.get(before)?.x ?? Number.NaN) + CARD.width;
        expect(places.get(each.taskId)?.x).toBeGreaterThan(right);
      }
    }
  });

  it('frames workstreams without frames that cut into each other', () => {
    const { areas } = layoutGraph([task('a', 0), task('b', 1, ['a'], 'B'), task('c', 1, ['a'], 'C')]);
    expect(areas.map((area) => area.id).sort()).toEqual(['A', 'B', 'C']);
    expect(layoutGraph(diamond).areas).toEqual([]);
  });

  it('puts many tasks that stand alike into rows and columns, between what is before and after them', () => {
    const wave = Array.from({ length: 30 }, (_, index) => task(`w${index}`, 1, ['first']));
    const last = task(
      'last',
      2,
      wave.map((each) => each.taskId),
    );
    const { places } = layoutGraph([task('first', 0), ...wave, last]);
    const cards = wave.map((each) => places.get(each.taskId) ?? { x: Number.NaN, y: Number.NaN });
    expect(new Set(cards.map(({ x }) => x)).size).toBe(4);
    expect(new Set(cards.map(({ y }) => y)).size).toBe(8);
    const left = Math.min(...cards.map(({ x }) => x));
    const right = Math.max(...cards.map(({ x }) => x)) + CARD.width;
    expect(left).toBeGreaterThan((places.get('first')?.x ?? Number.NaN) + CARD.width);
    expect(places.get('last')?.x).toBeGreaterThan(right);
  });

  it('keeps a few tasks that stand alike in one column', () => {
    const { places } = layoutGraph(Array.from({ length: 8 }, (_, index) => task(`t${index}`, 0)));
    expect(new Set([...places.values()].map(({ x }) => x)).size).toBe(1);
  });

  it('ignores edges to tasks that are not there', () => {
    expect(layoutGraph([task('a', 0, ['gone'])]).places.size).toBe(1);
  });

  it('gives every card a place of its own, small and large', () => {
    expect(overlaps(diamond)).toBe(0);
    expect(overlaps(large(3000, 150))).toBe(0);
  });

  it('lays out ten thousand tasks in linear time', () => {
    const started = performance.now();
    layoutGraph(large(10_000, 100));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('structureOf', () => {
  it('does not change with states, so that nothing moves during a run', () => {
    const running = diamond.map((each) => ({ ...each, state: 'running' }));
    expect(structureOf(running)).toBe(structureOf(diamond));
    expect(structureOf(diamond.slice(1))).not.toBe(structureOf(diamond));
  });
});
