// Order, waves and critical path: right on any plan, and linear in its size.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalPath } from '../../../../src/shared/plan/critical-path.ts';
import type { Ordered } from '../../../../src/shared/plan/task-graph.ts';
import { TaskOrder } from '../../../../src/shared/plan/task-order.ts';
import { topologicalOrder } from '../../../../src/shared/plan/topological-order.ts';
import { waveCount, waves } from '../../../../src/shared/plan/waves.ts';

const plan = (tasks: Readonly<Record<string, readonly string[]>>): Ordered => ({
  tasks: Object.entries(tasks).map(([taskId, after]) => ({
    taskId,
    workstreamId: 'W',
    after: after.map((task) => ({ task })),
  })),
  workstreams: [{ workstreamId: 'W', after: [] }],
});

/** Tasks wait for earlier tasks only, workstreams for earlier ones only; file order is shuffled by reversing. */
const anyPlan: fc.Arbitrary<Ordered> = fc
  .record({
    deps: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 24 }),
    streams: fc.integer({ min: 1, max: 4 }),
    chained: fc.boolean(),
    reversed: fc.boolean(),
  })
  .map(({ deps, streams, chained, reversed }) => {
    const tasks = deps.map((list, index) => ({
      taskId: `t${index}`,
      workstreamId: `w${Math.floor((index * streams) / deps.length)}`,
      after: index === 0 ? [] : list.map((one) => ({ task: `t${one % index}` })),
    }));
    const workstreams = Array.from({ length: streams }, (_, index) => ({
      workstreamId: `w${index}`,
      after: chained && index > 0 ? [`w${index - 1}`] : [],
    }));
    return { tasks: reversed ? tasks.reverse() : tasks, workstreams };
  });

/** Everything a task waits for, by brute force. */
function before(ordered: Ordered, taskId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [taskId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const task = ordered.tasks.find((one) => one.taskId === id);
    const streams = new Set(ordered.workstreams.find((one) => one.workstreamId === task?.workstreamId)?.after);
    for (const stream of streams) {
      for (const more of ordered.workstreams.find((one) => one.workstreamId === stream)?.after ?? []) streams.add(more);
    }
    const inStreams = ordered.tasks.filter((one) => streams.has(one.workstreamId)).map((one) => one.taskId);
    for (const next of [...(task?.after ?? []).map((one) => one.task), ...inStreams]) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

it('a diamond has three waves and a critical path through one side', () => {
  const diamond = plan({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] });
  expect(Object.fromEntries(waves(diamond))).toEqual({ a: 0, b: 1, c: 1, d: 2 });
  expect(waveCount(waves(diamond))).toBe(3);
  expect(criticalPath(diamond)).toEqual(['a', 'b', 'd']);
  expect(criticalPath(diamond, (id) => (id === 'c' ? 5 : 1))).toEqual(['a', 'c', 'd']);
  expect(topologicalOrder(diamond)).toEqual(['a', 'b', 'c', 'd']);
});

it('the order of workstreams counts like dependencies', () => {
  const two: Ordered = {
    tasks: [
      { taskId: 'b', workstreamId: 'W2', after: [] },
      { taskId: 'a1', workstreamId: 'W1', after: [] },
      { taskId: 'a2', workstreamId: 'W1', after: [{ task: 'a1' }] },
    ],
    workstreams: [
      { workstreamId: 'W2', after: ['W1'] },
      { workstreamId: 'W1', after: [] },
    ],
  };
  expect(Object.fromEntries(waves(two))).toEqual({ b: 2, a1: 0, a2: 1 });
  expect(criticalPath(two)).toEqual(['a1', 'a2', 'b']);
  expect(topologicalOrder(two)).toEqual(['a1', 'a2', 'b']);
});

it('an empty plan has no waves and no path', () => {
  const empty: Ordered = { tasks: [], workstreams: [] };
  expect([waveCount(waves(empty)), criticalPath(empty), topologicalOrder(empty)]).toEqual([0, [], []]);
});

it('on any plan: order, waves, path and pairwise order agree with brute force', () => {
  fc.assert(
    fc.property(anyPlan, (ordered) => {
      const ids = ordered.tasks.map((task) => task.taskId);
      const order = topologicalOrder(ordered);
      const wave = waves(ordered);
      const pairs = new TaskOrder(ordered, ids);
      expect([...order].sort()).toEqual([...ids].sort());
      for (const id of ids) {
        const all = before(ordered, id);
        const deepest = Math.max(-1, ...[...all].map((one) => wave.get(one) ?? 0));
        expect(wave.get(id)).toBe(deepest + 1);
        for (const one of all) expect(order.indexOf(one)).toBeLessThan(order.indexOf(id));
        for (const other of ids) {
          expect(pairs.ordered(id, other)).toBe(all.has(other) || before(ordered, other).has(id));
        }
      }
      const path = criticalPath(ordered);
      expect(path).toHaveLength(waveCount(wave));
      path.forEach((id, index) => {
        expect(wave.get(id)).toBe(index);
        if (index > 0) expect(before(ordered, id).has(path[index - 1] ?? '')).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});

describe('ten thousand tasks', () => {
  /** Counts every read of a task's edges: work that grows faster than the plan shows here, whatever the machine. */
  const reads = (size: number, work: (ordered: Ordered) => unknown): number => {
    let count = 0;
    const tasks = Array.from({ length: size }, (_, index) => {
      const edges = [1, 7, 100].filter((back) => index >= back).map((back) => ({ task: `t${index - back}` }));
      const after = new Proxy(edges, {
        get(target, key, self) {
          count += 1;
          return Reflect.get(target, key, self);
        },
      });
      return { taskId: `t${index}`, workstreamId: 'W', after };
    });
    work({ tasks, workstreams: [{ workstreamId: 'W', after: [] }] });
    return count;
  };

  it.each([
    ['waves', waves],
    ['criticalPath', criticalPath],
    ['topologicalOrder', topologicalOrder],
  ] as const)('%s reads each edge a fixed number of times', (_name, work) => {
    const small = reads(1_000, work);
    expect(reads(10_000, work)).toBeLessThan(small * 11);
    expect(small).toBeLessThan(1_000 * 3 * 6);
  });
});
