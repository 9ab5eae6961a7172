// Reads runs and what belongs to them from a migrated database: by ULID alone, whatever shape its tables have.
import type {
  LegacyCount,
  LegacyEvent,
  LegacyPatch,
  LegacyRecord,
  LegacyRow,
  LegacyRun,
} from '../../../shared/ports/legacy-library.ts';
import { connectLegacy, type LegacyConnection } from './legacy-connection.ts';
import { inspectLegacyFile } from './legacy-file.ts';
import { hasJournal, IDS_TABLE } from './legacy-journal.ts';
import { legacyError, notUsable } from './legacy-problem.ts';
import { parseLegacyTime } from './legacy-time.ts';
import { foldName, sameName } from './quote-name.ts';

export interface LegacyReader {
  /** Newest first. */
  runs(limit: number): readonly LegacyRun[];
  runCount(): number;
  /** Per run, in the order of `runUlids`. */
  counts(runUlids: readonly string[]): readonly (readonly [runUlid: string, counts: readonly LegacyCount[]])[];
  find(id: string): LegacyRun | null;
  records(runUlid: string, limit: number): readonly LegacyRecord[];
  events(runUlid: string, page: { readonly from: number; readonly limit: number }): readonly LegacyEvent[];
  patches(runUlid: string | null, limit: number): readonly LegacyPatch[];
  findPatch(id: string): LegacyPatch | null;
}

/** Opens the database for the time of `read`. Throws `E_LEGACY` when it is not a migrated one. */
export function readLegacy<T>(file: string, read: (reader: LegacyReader) => T, waitMs?: number): T {
  const { path, isWal } = inspectLegacyFile(file);
  try {
    // A read-only connection would leave the files of a write-ahead log behind; this one takes them along.
    const db = connectLegacy({ file: path, readOnly: !isWal, faults: { at: () => {} }, waitMs });
    try {
      db.exec('PRAGMA query_only = ON');
      if (!hasJournal(db)) throw notUsable(path, 'is not migrated', 'Apply the migration again.');
      return read(createReader(db, path));
    } finally {
      db.close();
    }
  } catch (thrown) {
    throw legacyError(thrown, path);
  }
}

/** What belongs to a run, in the order in which it is told. */
const PARTS: readonly (readonly [role: string, tables: readonly string[]])[] = [
  ['workstream', ['workstreams']],
  ['task', ['tasks']],
  ['attempt', ['attempts', 'step_attempts']],
  ['step_attempt', ['step_attempts']],
  ['error', ['errors']],
];

const PATCH_PART = ['patch', ['legacy_patches', 'patches']] as const;

function createReader(db: LegacyConnection, database: string): LegacyReader {
  const columnsOf = (table: string) =>
    db.all<{ readonly name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => foldName(name));
  const has = (table: string, ...columns: readonly string[]) => {
    const found = columnsOf(table);
    return columns.every((column) => found.includes(column));
  };
  const runOf = (row: LegacyRow): LegacyRun => ({ ...recordOf(db, 'run', row), database });
  const patchOf = (row: LegacyRow): LegacyPatch => {
    return { ...recordOf(db, 'patch', row), database, runUlid: text(firstOf(row, ['run_ulid'])) };
  };
  const patchTable = () => PATCH_PART[1].find((name) => has(name, 'patch_ulid')) ?? null;
  const tableOf = (role: string, tables: readonly string[]) =>
    tables.find((name) => has(name, `${role}_ulid`, 'run_ulid')) ?? null;
  const ulidOf = (role: string, id: string) => {
    const known = db.value(`SELECT ulid FROM ${IDS_TABLE} WHERE role = ? AND old_id = ?`, role, id);
    return typeof known === 'string' ? known : id.toUpperCase();
  };
  return {
    runs: (limit) =>
      rowsOf(db, `SELECT * FROM runs WHERE run_ulid IS NOT NULL ORDER BY run_ulid DESC LIMIT ?`, limit).map(runOf),
    runCount: () => Number(db.value('SELECT count(*) FROM runs WHERE run_ulid IS NOT NULL')),
    counts: (runUlids) => {
      const found = [...PARTS, PATCH_PART].flatMap(([role, tables]) => {
        const table = tableOf(role, tables);
        return table === null ? [] : [{ role, table }];
      });
      return runUlids.map((runUlid) => [runUlid, found.map((part) => countOf(db, part, runUlid))]);
    },
    find: (id) => {
      const [row] = rowsOf(db, 'SELECT * FROM runs WHERE run_ulid = ?', ulidOf('run', id));
      return row === undefined ? null : runOf(row);
    },
    records: (runUlid, limit) =>
      PARTS.flatMap(([role, tables]) => {
        const table = tableOf(role, tables);
        if (table === null) return [];
        const sql = `SELECT * FROM ${table} WHERE run_ulid = ? AND ${role}_ulid IS NOT NULL ORDER BY ${role}_ulid LIMIT ?`;
        return rowsOf(db, sql, runUlid, limit).map((row) => recordOf(db, role, row));
      }),
    events: (runUlid, page) => {
      const table = ['events', 'uet_events'].find((name) => has(name, 'run_ulid'));
      const old = table === undefined ? [] : oldEvents(db, { table, runUlid, ...page });
      if (old.length >= page.limit) return old;
      const base = table === undefined ? 0 : Number(db.value(`SELECT coalesce(max(rowid), 0) FROM ${table}`));
      return [...old, ...newEvents(db, { runUlid, base, from: page.from, limit: page.limit - old.length })];
    },
    patches: (runUlid, limit) => {
      const table = patchTable();
      if (table === null || (runUlid !== null && !has(table, 'run_ulid'))) return [];
      const where = runUlid === null ? '' : 'AND run_ulid = ?';
      const sql = `SELECT * FROM ${table} WHERE patch_ulid IS NOT NULL ${where} ORDER BY patch_ulid DESC LIMIT ?`;
      return rowsOf(db, sql, ...(runUlid === null ? [] : [runUlid]), limit).map(patchOf);
    },
    findPatch: (id) => {
      const table = patchTable();
      if (table === null) return null;
      const [row] = rowsOf(db, `SELECT * FROM ${table} WHERE patch_ulid = ?`, ulidOf('patch', id));
      return row === undefined ? null : patchOf(row);
    },
  };
}

function countOf(
  db: LegacyConnection,
  { role, table }: { readonly role: string; readonly table: string },
  runUlid: string,
): LegacyCount {
  const sql = `SELECT count(*) FROM ${table} WHERE run_ulid = ? AND ${role}_ulid IS NOT NULL`;
  return { role, count: Number(db.value(sql, runUlid)) };
}

interface EventPage {
  readonly runUlid: string;
  readonly from: number;
  readonly limit: number;
}

function oldEvents(db: LegacyConnection, { table, runUlid, from, limit }: EventPage & { readonly table: string }) {
  const sql = `SELECT rowid AS patchbay_seq, * FROM ${table} WHERE run_ulid = ? AND rowid >= ? ORDER BY rowid LIMIT ?`;
  return rowsOf(db, sql, runUlid, from, limit).map((row) => eventOf(row, 0));
}

/** Written since the migration into the table of the plan; numbered after the old ones. */
function newEvents(db: LegacyConnection, { runUlid, base, from, limit }: EventPage & { readonly base: number }) {
  const sql = `SELECT rowid AS patchbay_seq, * FROM run_events
    WHERE (run_id = ? OR run_id IN (SELECT old_id FROM ${IDS_TABLE} WHERE role = 'run' AND ulid = ?)) AND rowid + ? >= ? ORDER BY rowid LIMIT ?`;
  return rowsOf(db, sql, runUlid, runUlid, base, from, limit).map((row) => eventOf(row, base));
}

function eventOf({ patchbay_seq: seq = 0, ...row }: LegacyRow, base: number): LegacyEvent {
  return {
    seq: base + Number(seq),
    eventId: text(firstOf(row, ['event_ulid', 'event_id'])),
    kind: text(firstOf(row, ['event_type', 'kind', 'type', 'name'])) ?? 'event',
    at: time(firstOf(row, ['timestamp', 'created_at', 'ts', 'at', 'time'])),
    row,
  };
}

function recordOf(db: LegacyConnection, role: string, row: LegacyRow): LegacyRecord {
  const ulid = text(firstOf(row, [`${role}_ulid`])) ?? '';
  // Where a row had a name and a number, people know it by its name.
  const sql = `SELECT old_id FROM ${IDS_TABLE} WHERE ulid = ? AND role = ? ORDER BY old_id GLOB '[0-9]*', old_id`;
  const legacyId = db.value(sql, ulid, role);
  return {
    role,
    ulid,
    legacyId: typeof legacyId === 'string' ? legacyId : null,
    state: text(firstOf(row, ['state', 'status', 'error_code'])),
    createdAt: time(firstOf(row, ['created_at', 'started_at', 'timestamp', 'first_seen_at', 'start_time', 'ts'])),
    startedAt: time(firstOf(row, ['started_at', 'start_time'])),
    endedAt: time(firstOf(row, ['ended_at', 'completed_at', 'finished_at', 'end_time'])),
    row,
  };
}

/** Of the first of these columns that says anything. */
function firstOf(row: LegacyRow, names: readonly string[]): string | number | null {
  for (const wanted of names) {
    const name = Object.keys(row).find((each) => sameName(each, wanted));
    const value = name === undefined ? null : (row[name] ?? null);
    if (value !== null) return value;
  }
  return null;
}

function text(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function time(value: string | number | null): string | null {
  const ms = parseLegacyTime(value);
  return ms === null ? text(value) : new Date(ms).toISOString();
}

/** Bytes become base64; numbers beyond 2^53 become text, for JSON would round them. */
function rowsOf(db: LegacyConnection, sql: string, ...values: readonly (string | number)[]): readonly LegacyRow[] {
  return db.exact<Readonly<Record<string, unknown>>>(sql, ...values).map((row) => {
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
  });
}

function plain(value: unknown): string | number | null {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : null;
}
