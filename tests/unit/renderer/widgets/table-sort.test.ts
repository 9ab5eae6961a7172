// Tests sorting of table rows.
import { describe, expect, it } from 'vitest';
import { nextSorting, sortedRows } from '../../../../src/renderer/widgets/table-sort.ts';

describe('table sort', () => {
  it('sorts numbers inside text as people do, and keeps equal rows in order', () => {
    const rows = [{ n: 'task 10' }, { n: 'Task 2' }, { n: 'task 2' }];
    expect(sortedRows(rows, (row) => row.n, 'ascending').map((row) => row.n)).toEqual(['Task 2', 'task 2', 'task 10']);
  });

  it('puts missing values last in both directions', () => {
    const rows = [null, 2, 1].map((n) => ({ n }));
    expect(sortedRows(rows, (row) => row.n, 'ascending').map((row) => row.n)).toEqual([1, 2, null]);
    expect(sortedRows(rows, (row) => row.n, 'descending').map((row) => row.n)).toEqual([2, 1, null]);
  });

  it('goes from upwards to downwards to the given order', () => {
    const up = nextSorting(null, 'a');
    const down = nextSorting(up, 'a');
    expect([up?.direction, down?.direction, nextSorting(down, 'a')]).toEqual(['ascending', 'descending', null]);
    expect(nextSorting(down, 'b')).toEqual({ column: 'b', direction: 'ascending' });
  });
});
