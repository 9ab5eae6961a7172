// Pages of a log: together they are the whole, and none is larger than an answer may be.
import { expect, test } from 'vitest';
import { logPage } from '../../../../../src/main/hosts/service/log-page.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';
import type { EventRow } from '../../../../../src/shared/events/read-event.ts';

function storeOf(sizes: readonly number[]) {
  const rows = sizes.map((size, at) => ({ seq: at * 3 + 1, payload: 'x'.repeat(size) }) as EventRow); // a page looks at no more
  return {
    eventRows: ({ from, limit }: { readonly from: number; readonly limit: number }) =>
      rows.filter((row) => row.seq >= from).slice(0, limit),
  };
}

function pagesOf(sizes: readonly number[], limit: number): readonly (readonly number[])[] {
  const store = storeOf(sizes);
  const pages: number[][] = [];
  for (let from: number | null = 0; from !== null; ) {
    const page: ReturnType<typeof logPage> = logPage(store, { runId: 'r', from, limit });
    pages.push(page.events.map((row) => row.payload.length));
    from = page.next;
  }
  return pages;
}

test('a short log is one page', () => {
  expect(pagesOf([1, 2, 3], 4)).toEqual([[1, 2, 3]]);
  expect(pagesOf([], 4)).toEqual([[]]);
});

test('a page has at most as many events as were asked for', () => {
  expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(pagesOf([1, 2], 2)).toEqual([[1, 2], []]);
});

test('a page ends before it is too large, and an event that is too large alone goes alone', () => {
  const large = LIMITS.logPageBytes;
  expect(pagesOf([1, large + 1, 1, 2], 10)).toEqual([[1], [large + 1], [1, 2]]);
});
