// Tests how pushed snapshots and deltas change what a view holds.
import { describe, expect, it } from 'vitest';
import { applyPush, NOTHING_HELD } from '../../../../src/renderer/views/apply-push.ts';

const item = (key: string, value = 0) => ({ key, value });
const snapshot = (...items: { key: string; value: number }[]) => ({ kind: 'snapshot' as const, head: { n: 1 }, items });

describe('applyPush', () => {
  it('replaces everything by a snapshot but keeps the identity of equal items and heads', () => {
    const first = applyPush(NOTHING_HELD, snapshot(item('a', 1), item('b', 1)));
    const second = applyPush(first, snapshot(item('a', 1), item('b', 2)));
    expect(second.items[0]).toBe(first.items[0]);
    expect(second.items[1]).not.toBe(first.items[1]);
    expect(second.head).toBe(first.head);
  });

  it('changes items in place, appends new ones and leaves the others untouched', () => {
    const first = applyPush(NOTHING_HELD, snapshot(item('a'), item('b')));
    const second = applyPush(first, { kind: 'delta', upsert: [item('c', 3), item('a', 9), item('c', 4)], remove: [] });
    expect(second.items).toEqual([item('a', 9), item('b'), item('c', 4)]);
    expect(second.items[1]).toBe(first.items[1]);
    expect(first.items).toEqual([item('a'), item('b')]);
  });

  it('removes items and still finds the rest by key afterwards', () => {
    const first = applyPush(NOTHING_HELD, snapshot(item('a'), item('b'), item('c')));
    const second = applyPush(first, { kind: 'delta', upsert: [], remove: ['a'] });
    const third = applyPush(second, { kind: 'delta', upsert: [item('c', 7)], remove: [] });
    expect(third.items).toEqual([item('b'), item('c', 7)]);
  });

  it('keeps the head when a delta says nothing about it, and the items when only the head changes', () => {
    const first = applyPush(NOTHING_HELD, snapshot(item('a')));
    const second = applyPush(first, { kind: 'delta', upsert: [item('a', 2)], remove: [] });
    expect(second.head).toBe(first.head);
    const third = applyPush(second, { kind: 'delta', head: { n: 2 }, upsert: [], remove: [] });
    expect(third.items).toBe(second.items);
    expect(third.head).toEqual({ n: 2 });
  });
});
