// A connection to somebody else's database: every statement passes a fail point, so that a test can kill at each.
import Database from 'better-sqlite3';
import type { Faults } from '../../../shared/ports/faults.ts';
import type { SqlValue } from '../bulk-insert.ts';

/** Row numbers may be greater than a number can hold exactly. */
export type LegacyValue = SqlValue | bigint;

export interface LegacyConnection {
  readonly file: string;
  /** Any statements without values or results. */
  exec(sql: string): void;
  /** How many rows it changed. */
  run(sql: string, ...values: readonly LegacyValue[]): number;
  all<T>(sql: string, ...values: readonly LegacyValue[]): readonly T[];
  /** As `all`, with every integer as a bigint. */
  exact<T>(sql: string, ...values: readonly LegacyValue[]): readonly T[];
  /** The first column of the first row; undefined when there is none. */
  value(sql: string, ...values: readonly LegacyValue[]): unknown;
  /** Compiles and does not run: throws what is wrong with it. */
  compile(sql: string): void;
  /** Copies the whole database, page by page, with what the write-ahead log holds. */
  copyTo(file: string, progress: (done: number, total: number) => void): Promise<void>;
  close(): void;
}

export interface ConnectOptions {
  readonly file: string;
  readonly readOnly: boolean;
  readonly faults: Faults;
  /** How long another program's lock is waited for before it is reported. */
  readonly waitMs?: number | undefined;
}

const BUSY_TIMEOUT_MS = 5_000;
/** Pages a step: about 4 MiB, between which others get their turn. */
const COPY_PAGES = 1_024;

export function connectLegacy({ file, readOnly, faults, waitMs = BUSY_TIMEOUT_MS }: ConnectOptions): LegacyConnection {
  const db = new Database(file, { readonly: readOnly, fileMustExist: true, timeout: waitMs });
  const statements = new Map<string, { readonly statement: Database.Statement; readonly point: string }>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? { statement: db.prepare(sql), point: pointOf(sql) };
    statements.set(sql, known);
    faults.at(known.point);
    return known.statement;
  };
  const connection: LegacyConnection = {
    file,
    exec: (sql) => {
      faults.at(pointOf(sql));
      db.exec(sql);
    },
    run: (sql, ...values) => prepared(sql).run(...values).changes,
    all: <T>(sql: string, ...values: readonly LegacyValue[]) => prepared(sql).all(...values) as T[], // the caller names the columns it asks for
    exact: <T>(sql: string, ...values: readonly LegacyValue[]) =>
      prepared(sql)
        .safeIntegers()
        .all(...values) as T[], // as above
    value: (sql, ...values) =>
      prepared(sql)
        .pluck()
        .get(...values),
    compile: (sql) => void db.prepare(sql),
    copyTo: async (to, progress) => {
      await db.backup(to, {
        progress: ({ totalPages, remainingPages }) => {
          faults.at('copy pages');
          progress(totalPages - remainingPages, totalPages);
          return COPY_PAGES;
        },
      });
    },
    close: () => db.close(),
  };
  for (const setting of settings(readOnly)) connection.exec(setting);
  return connection;
}

/** A statement as the name of a fail point: the beginning of it, on one line. */
function pointOf(sql: string): string {
  return sql.replace(/\s+/g, ' ').slice(0, 80);
}

function settings(readOnly: boolean): readonly string[] {
  const cautious = [
    // Rows that broke a foreign key before must not stop the migration; they are counted before and after instead.
    'PRAGMA foreign_keys = OFF',
    'PRAGMA legacy_alter_table = OFF',
    // 32 MiB of pages, and what does not fit goes to a file: memory does not grow with the database.
    'PRAGMA cache_size = -32768',
    'PRAGMA temp_store = FILE',
  ];
  if (readOnly) return cautious;
  return [...cautious, 'PRAGMA synchronous = FULL', 'PRAGMA fullfsync = 1', 'PRAGMA checkpoint_fullfsync = 1'];
}
