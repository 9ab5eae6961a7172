// Sorting of table rows: stable, numbers as numbers, text in the user's order, missing values last.

export type SortValue = string | number | null;

export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A first click sorts upwards, a second downwards, a third gives the given order back. */
export function nextSorting(current: Sorting | null, column: string): Sorting | null {
  if (current?.column !== column) return { column, direction: 'ascending' };
  return current.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

export function sortedRows<T>(
  rows: readonly T[],
  sortValue: ((row: T) => SortValue) | undefined,
  direction: Sorting['direction'],
): readonly T[] {
  if (sortValue === undefined) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortValue(row) }))
    .sort((a, b) => compared(a.value, b.value, sign))
    .map(({ row }) => row);
}

function compared(a: SortValue, b: SortValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * WORDS.compare(String(a), String(b));
}

const WORDS = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
