// Reads the state tables and the patches.
import type { Database } from 'better-sqlite3';
import type { ReviewRow } from '../../shared/ports/review-row.ts';
import type { LedgerEntryRow, PatchRow, RunCounts, RunRow, StateRows, StateTable } from '../../shared/ports/store.ts';
import { STATE_KEYS } from '../../shared/ports/store.ts';
import { tableShape } from './table-shape.ts';

/** Columns that the original plan names and no row of ours carries: the diff is read on its own. */
const UNREAD: ReadonlySet<string> = new Set(['run_ulid', 'diff_text']);

export interface RowReaders {
  readonly runRows: () => readonly RunRow[];
  readonly runRow: (runId: string) => RunRow | null;
  readonly openRunIds: () => readonly string[];
  readonly rowsOf: <T extends StateTable>(table: T, runId: string) => readonly StateRows[T][];
  readonly runCounts: (runId: string) => RunCounts;
  readonly ledgerEntries: (filter: { readonly runId?: string; readonly limit: number }) => readonly LedgerEntryRow[];
  readonly reviewRows: (filter: { readonly open: boolean; readonly limit: number }) => readonly ReviewRow[];
  readonly reviewRow: (reviewId: string) => ReviewRow | null;
  readonly patchRow: (patchId: string) => PatchRow | null;
  readonly ledgerEntryOf: (patchId: string) => LedgerEntryRow | null;
  readonly patchDiff: (patchId: string) => Uint8Array | null;
}

export function prepareReadRows(db: Database): RowReaders {
  return {
    ...prepareRuns(db),
    ...preparePatches(db),
    ...prepareEntries(db),
    ...prepareReviews(db),
    runCounts: prepareCounts(db),
    rowsOf: prepareRowsOf(db),
  };
}

function columns(db: Database, table: StateTable): string {
  return tableShape(db, table)
    .columns.filter((column) => !UNREAD.has(column))
    .join(', ');
}

function prepareRuns(db: Database) {
  const all = db.prepare<[], RunRow>(`SELECT ${columns(db, 'runs')} FROM runs ORDER BY run_id`);
  const one = db.prepare<[string], RunRow>(`SELECT ${columns(db, 'runs')} FROM runs WHERE run_id = ?`);
  const open = db
    .prepare<[], string>(`SELECT run_id FROM runs WHERE state IN ('pending', 'running') ORDER BY run_id`)
    .pluck();
  return {
    runRows: () => all.all(),
    runRow: (runId: string) => one.get(runId) ?? null,
    openRunIds: () => open.all(),
  };
}

function prepareCounts(db: Database): RowReaders['runCounts'] {
  const prepare = (table: string, which = '') => {
    const sql = `SELECT state, count(*) AS n FROM ${table} WHERE run_id = @runId${which} GROUP BY state`;
    const count = db.prepare<[{ readonly runId: string }], { readonly state: string; readonly n: number }>(sql);
    return (runId: string) => Object.fromEntries(count.all({ runId }).map(({ state, n }) => [state, n]));
  };
  // Of a task that was tried again only its newest life is one of the plan's tasks.
  const newest = ' AND task_ulid NOT IN (SELECT retry_of FROM tasks WHERE run_id = @runId AND retry_of IS NOT NULL)';
  const tasks = prepare('tasks', newest);
  const [patches, changes] = [prepare('patch_ledger_entries'), prepare('direct_changes')];
  return (runId) => ({ tasks: tasks(runId), patches: patches(runId), directChanges: changes(runId) });
}

function preparePatches(db: Database) {
  const row = db.prepare<[string], PatchRow>(`SELECT ${columns(db, 'patches')} FROM patches WHERE patch_id = ?`);
  const diff = db.prepare<[string], Uint8Array>('SELECT diff_text FROM patches WHERE patch_id = ?').pluck();
  return {
    patchRow: (patchId: string) => row.get(patchId) ?? null,
    patchDiff: (patchId: string) => diff.get(patchId) ?? null,
  };
}

function prepareEntries(db: Database) {
  const select = `SELECT ${columns(db, 'patch_ledger_entries')} FROM patch_ledger_entries`;
  const newestFirst = 'ORDER BY ledger_id DESC LIMIT ?';
  const all = db.prepare<[number], LedgerEntryRow>(`${select} ${newestFirst}`);
  const ofRun = db.prepare<[string, number], LedgerEntryRow>(`${select} WHERE run_id = ? ${newestFirst}`);
  const ofPatch = db.prepare<[string, number], LedgerEntryRow>(`${select} WHERE patch_id = ? ${newestFirst}`);
  return {
    ledgerEntries: ({ runId, limit }: { readonly runId?: string; readonly limit: number }) =>
      runId === undefined ? all.all(limit) : ofRun.all(runId, limit),
    ledgerEntryOf: (patchId: string) => ofPatch.get(patchId, 1) ?? null,
  };
}

function prepareReviews(db: Database) {
  const select = `SELECT ${columns(db, 'reviews')} FROM reviews`;
  const all = db.prepare<[number], ReviewRow>(`${select} ORDER BY review_id DESC LIMIT ?`);
  const open = db.prepare<[number], ReviewRow>(`${select} WHERE ended_at IS NULL ORDER BY review_id DESC LIMIT ?`);
  const one = db.prepare<[string], ReviewRow>(`${select} WHERE review_id = ?`);
  return {
    reviewRows: (filter: { readonly open: boolean; readonly limit: number }) =>
      (filter.open ? open : all).all(filter.limit),
    reviewRow: (reviewId: string) => one.get(reviewId) ?? null,
  };
}

function prepareRowsOf(db: Database): RowReaders['rowsOf'] {
  const prepare = (table: StateTable) =>
    db.prepare<[string], never>(
      `SELECT ${columns(db, table)} FROM ${table} WHERE run_id = ? ORDER BY ${STATE_KEYS[table]}`,
    );
  const tables = Object.keys(STATE_KEYS) as StateTable[]; // its keys are exactly StateTable by its type
  const statements = new Map(tables.map((table) => [table, prepare(table)]));
  return (table, runId) => statements.get(table)?.all(runId) ?? [];
}
