// A sortable table that keeps only the rows on screen in the page; arrows move, Enter opens.
// biome-ignore-all lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useAriaPropsSupportedByRole: rows are placed by hand, which a table element does not allow; the roles say the same
import './data-table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { nextSorting, type Sorting, type SortValue, sortedRows } from './table-sort.ts';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  /** A track of CSS grid, for example `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
  readonly cell: (row: T) => ReactNode;
  readonly sort?: (row: T) => SortValue;
}

export interface DataTableProps<T extends { readonly key: string }> {
  readonly label: string;
  /** Must keep their identity between renders: rows render again when columns change. */
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly selected?: string | null;
  /** Pixels; 40 when not said. */
  readonly rowHeight?: number;
  /** Name of a row for assistive tools. */
  readonly rowLabel: (row: T) => string;
  /** Without it a row can be reached and read, and nothing else. */
  readonly onOpen?: (row: T) => void;
}

export function DataTable<T extends { readonly key: string }>(props: DataTableProps<T>) {
  const { columns, rowHeight = 40 } = props;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = useSorted(props.rows, columns, sorting);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 36,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  const tracks = useMemo(() => ({ gridTemplateColumns: columns.map((each) => each.width).join(' ') }), [columns]);
  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(virtual.options.count - 1, index));
    virtual.scrollToIndex(target);
    // A row far away is in the page after the next frame only.
    if (!focusRow(box, target)) requestAnimationFrame(() => focusRow(box, target));
  };
  const first = virtual.getVirtualItems()[0]?.index ?? 0;
  return (
    <div ref={box} className="table-box">
      <div role="table" className="table" aria-label={props.label} aria-rowcount={rows.length + 1}>
        <HeaderRow columns={columns} tracks={tracks} sorting={sorting} onSort={setSorting} />
        <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <Row
                key={item.key}
                row={row}
                columns={columns}
                tracks={tracks}
                index={item.index}
                place={item.start}
                height={rowHeight}
                selected={props.selected === row.key}
                tabbable={props.selected === row.key || item.index === first}
                rowLabel={props.rowLabel}
                onMove={moveTo}
                {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function useSorted<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting | null): readonly T[] {
  return useMemo(() => {
    if (sorting === null) return rows;
    return sortedRows(rows, columns.find((each) => each.id === sorting.column)?.sort, sorting.direction);
  }, [rows, columns, sorting]);
}

function focusRow(box: RefObject<HTMLDivElement | null>, index: number): boolean {
  const row = box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);
  row?.focus();
  return row !== null && row !== undefined;
}

interface HeaderProps<T> {
  readonly columns: readonly Column<T>[];
  readonly tracks: { readonly gridTemplateColumns: string };
  readonly sorting: Sorting | null;
  onSort(sorting: Sorting | null): void;
}

function HeaderRow<T>({ columns, tracks, sorting, onSort }: HeaderProps<T>) {
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" className="table-row" style={tracks}>
        {columns.map((column) => {
          const direction = sorting?.column === column.id ? sorting.direction : 'none';
          return (
            <div key={column.id} role="columnheader" aria-sort={direction} data-align={column.align}>
              {column.sort === undefined ? (
                column.title
              ) : (
                <button type="button" onClick={() => onSort(nextSorting(sorting, column.id))}>
                  {column.title}
                  {direction === 'ascending' ? <ArrowUp size={12} aria-hidden /> : null}
                  {direction === 'descending' ? <ArrowDown size={12} aria-hidden /> : null}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly columns: readonly Column<T>[];
  readonly tracks: { readonly gridTemplateColumns: string };
  readonly index: number;
  readonly place: number;
  readonly height: number;
  readonly selected: boolean;
  readonly tabbable: boolean;
  readonly rowLabel: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  onMove(index: number): void;
}

function TableRow<T>({ row, columns, tracks, index, place, height, selected, ...rest }: RowProps<T>) {
  return (
    <div
      role="row"
      className="table-row table-line"
      data-row={index}
      data-opens={rest.onOpen !== undefined || undefined}
      data-selected={selected || undefined}
      aria-rowindex={index + 2}
      aria-label={rest.rowLabel(row)}
      aria-current={selected || undefined}
      tabIndex={rest.tabbable ? 0 : -1}
      style={{ ...tracks, height, transform: `translateY(${place}px)` }}
      onClick={() => rest.onOpen?.(row)}
      onKeyDown={(event) => onRowKey(event, index, rest.onMove, () => rest.onOpen?.(row))}
    >
      {columns.map((column) => (
        <div key={column.id} role="cell" data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

// `memo` drops the type parameter; the cast gives it back.
const Row = memo(TableRow, sameRow) as typeof TableRow;

/** Handlers are made anew with every render but mean the same while row, place and columns are the same. */
function sameRow<T>(a: RowProps<T>, b: RowProps<T>): boolean {
  return (
    a.row === b.row &&
    a.columns === b.columns &&
    a.index === b.index &&
    a.place === b.place &&
    a.height === b.height &&
    a.selected === b.selected &&
    a.tabbable === b.tabbable &&
    a.onOpen === b.onOpen
  );
}

function onRowKey(event: KeyboardEvent, index: number, onMove: (index: number) => void, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };
  const step = steps[event.key];
  if (step !== undefined) onMove(index + step);
  else if (event.key === 'Home') onMove(0);
  else if (event.key === 'End') onMove(Number.MAX_SAFE_INTEGER);
  else if (event.key === 'Enter' || event.key === ' ') open();
  else return;
  event.preventDefault();
}
