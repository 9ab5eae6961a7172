// Tests that a push renders only what it changed: unchanged nodes and edges stay the same objects.
import { describe, expect, it } from 'vitest';
import { createGraphElements } from '../../../../../src/renderer/panels/run/graph-elements.ts';
import { layoutGraph } from '../../../../../src/renderer/panels/run/graph-layout.ts';
import { newestGates } from '../../../../../src/renderer/panels/run/newest-gates.ts';
import { liveRun } from '../../../../e2e/fixture/fixture-world.ts';

function scene() {
  const run = liveRun();
  const elementsOf = createGraphElements();
  const layout = layoutGraph([...run.tasks.values()]);
  const show = (selected: string | null = null) =>
    elementsOf({ tasks: [...run.tasks.values()], head: run.head, layout, selected });
  return { run, show };
}

describe('graph elements', () => {
  it('keeps the objects of tasks that a push did not change', () => {
    const { run, show } = scene();
    const before = show();
    const task = run.tasks.get('cache');
    if (task === undefined) throw new Error('the fixture has a task cache');
    run.change(task, { state: 'running' });
    const after = show();
    const changed = after.nodes.filter((node, index) => node !== before.nodes[index]).map((node) => node.id);
    expect(changed).toEqual(['cache']);
    const edges = after.edges.filter((edge, index) => edge !== before.edges[index]);
    expect(edges.map((edge) => [edge.target, edge.animated])).toEqual([['cache', true]]);
  });

  it('changes two cards when the selection moves from one to the other', () => {
    const { show } = scene();
    const before = show('cache');
    const after = show('retry');
    expect(after.nodes.filter((node, index) => node !== before.nodes[index])).toHaveLength(2);
  });

  it('animates no edge when nothing is at work', () => {
    const { run, show } = scene();
    while (run.head.state === 'running') run.step();
    expect(show().edges.some((edge) => edge.animated)).toBe(false);
  });
});

describe('newestGates', () => {
  it('lets the verdict of the last attempt stand', () => {
    const { run } = scene();
    while (run.head.state === 'running') run.step();
    const gates = run.tasks.get('retry')?.gates ?? [];
    expect(gates.map((gate) => gate.state)).toEqual(['failed', 'passed']);
    expect(newestGates(gates).map((gate) => gate.state)).toEqual(['passed']);
  });
});
