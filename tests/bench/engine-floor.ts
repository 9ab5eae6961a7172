// The floor of `bench engine`: the very rows that the engine wrote, written again by raw statements with nothing around them.
import { hash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { applyMigration, readMigrations } from '../../src/main/store/migrations.ts';
import { openDatabase, type Synchronous } from '../../src/main/store/open-database.ts';
import type { NewEvent } from '../../src/shared/events/event.ts';
import { type LedgerCommit, STATE_KEYS } from '../../src/shared/ports/store.ts';
import { type Cost, measureCost } from './measure-cost.ts';

export interface FloorOrder {
  /** What a run through the engine gave its store: the floor has the same rows in the same transactions. */
  readonly commits: readonly LedgerCommit[];
  readonly synchronous: Synchronous;
  /** A folder of its own; removed at the end. */
  readonly dir: string;
}

/** Columns that never change once a row is there; the store leaves them alone, too. */
const IDENTITY: ReadonlySet<string> = new Set([...Object.values(STATE_KEYS), 'run_id']);

type Row = Readonly<Record<string, string | number | null>>;

const MIGRATIONS = join(import.meta.dirname, '../../schema/migrations');

/** Without opening and closing the ledger. */
export async function runFloor({ commits, synchronous, dir }: FloorOrder): Promise<Cost> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const db = openDatabase({ file: join(dir, 'floor.db'), readOnly: false, synchronous });
  try {
    for (const migration of readMigrations(MIGRATIONS)) applyMigration(db, migration);
    const write = prepareWrite(db, commits);
    return await measureCost(() => {
      for (const commit of commits) write(commit);
    });
  } finally {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One prepared statement a table, run once a row, in one transaction a commit. */
function prepareWrite(db: Database.Database, commits: readonly LedgerCommit[]): (commit: LedgerCommit) => void {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const end = db.prepare('COMMIT');
  const event = prepareEvents(db);
  const tables = prepareTables(db, commits);
  const intend = db.prepare('INSERT INTO outbox (effect_id, run_id, kind, body) VALUES (?, ?, ?, ?)');
  const settle = db.prepare('DELETE FROM outbox WHERE effect_id = ?');
  return ({ rows, events, outboxAdded, outboxDone }) => {
    begin.run();
    for (const [table, write] of tables) for (const row of rowsOf(rows, table)) write(row);
    event(events);
    for (const { effectId, runId, kind, body } of outboxAdded) intend.run(effectId, runId, kind, body);
    for (const effectId of outboxDone) settle.run(effectId);
    end.run();
  };
}

function prepareEvents(db: Database.Database): (events: readonly NewEvent[]) => void {
  const insert = db.prepare(`INSERT INTO run_events
    (seq, event_id, run_id, event_type, timestamp, payload, source, entity, entity_id, prev_hash, hash, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const keepHead = db.prepare(`INSERT INTO meta (key, value) VALUES ('head_seq', ?), ('head_hash', ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
  let seq = 0;
  let last = '0'.repeat(64);
  return (events) => {
    if (events.length === 0) return;
    for (const { eventId, runId, kind, at, entity, id, data } of events) {
      seq += 1;
      const payload = JSON.stringify(data);
      const source = `${entity}:${id}`;
      const next = hash('sha256', `${last}${seq}|${eventId}|${runId}|${kind}|${at}|${source}|${payload}`, 'hex');
      insert.run(seq, eventId, runId, kind, at, payload, source, entity, id, last, next, 1);
      last = next;
    }
    keepHead.run(String(seq), last);
  };
}

/** An upsert for each table that the commits touch, in the order of foreign keys. */
function prepareTables(db: Database.Database, commits: readonly LedgerCommit[]) {
  return Object.keys(STATE_KEYS).flatMap((table) => {
    const sample = commits.flatMap(({ rows }) => rowsOf(rows, table).slice(0, 1))[0];
    return sample === undefined ? [] : [[table, prepareUpsert(db, table, Object.keys(sample))] as const];
  });
}

function prepareUpsert(db: Database.Database, table: string, columns: readonly string[]): (row: Row) => void {
  const keys = db
    .prepare<[string], { readonly name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map(({ name }) => name);
  const names = table === 'runs' ? [...columns, 'run_ulid'] : columns;
  const set = columns.filter((name) => !IDENTITY.has(name)).map((name) => `${name} = excluded.${name}`);
  const upsert = db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${set.join(', ')}`);
  return (row) => {
    const values = columns.map((name) => row[name]);
    if (table === 'runs') values.push(row['run_id']);
    upsert.run(...values);
  };
}

function rowsOf(rows: LedgerCommit['rows'], table: string): readonly Row[] {
  return (rows as Readonly<Record<string, readonly Row[] | undefined>>)[table] ?? []; // a row's columns are SQL values by its type
}
