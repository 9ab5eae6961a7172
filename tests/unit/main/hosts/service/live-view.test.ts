// What a subscription pushes, and what it keeps to itself.
import { expect, test } from 'vitest';
import { type LiveView, openLiveView, type Push } from '../../../../../src/main/hosts/service/live-view.ts';

interface Item {
  readonly key: string;
  readonly value: number;
}

function setUp(keep = 10) {
  const world = new Map<string, Item>([['a', { key: 'a', value: 1 }]]);
  let title = 'one';
  let dirty: readonly string[] = [];
  const view: LiveView<string, Item> = {
    head: () => title,
    items: () => [...world.values()],
    dirty: () => dirty,
    item: (key) => world.get(key) ?? null,
    restless: () => [],
    keep,
  };
  const pushes: Push<string, Item>[] = [];
  const subscription = openLiveView(view, (push) => pushes.push(push));
  const change = (keys: readonly string[]) => {
    dirty = keys;
    subscription.note({ touched: new Map(), events: [] });
    subscription.flush();
  };
  return { world, pushes, change, rename: (name: string) => (title = name) };
}

test('the snapshot comes at once', () => {
  expect(setUp().pushes).toEqual([{ kind: 'snapshot', head: 'one', items: [{ key: 'a', value: 1 }] }]);
});

test('only what differs from what was sent is pushed', () => {
  const { world, pushes, change } = setUp();
  change(['a']);
  expect(pushes.length).toBe(1);
  world.set('b', { key: 'b', value: 2 });
  change(['a', 'b']);
  expect(pushes.at(-1)).toEqual({ kind: 'delta', upsert: [{ key: 'b', value: 2 }], remove: [] });
});

test('a changed head is pushed without items', () => {
  const { pushes, change, rename } = setUp();
  rename('two');
  change([]);
  expect(pushes.at(-1)).toEqual({ kind: 'delta', head: 'two', upsert: [], remove: [] });
});

test('what is gone is removed, and the oldest goes when there are too many', () => {
  const { world, pushes, change } = setUp(2);
  world.delete('a');
  change(['a']);
  expect(pushes.at(-1)).toEqual({ kind: 'delta', upsert: [], remove: ['a'] });
  for (const key of ['b', 'c', 'd']) world.set(key, { key, value: 0 });
  change(['b', 'c', 'd']);
  expect(pushes.at(-1)).toMatchObject({ remove: ['b'] });
});
