// Rebuilds tables without their old ids: rows, row numbers, indexes, views and triggers come along.
import { BRIEF_TABLES } from './brief-tables.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { type LegacyTable, tableNamed } from './legacy-shape.ts';
import type { MigrationPlan } from './plan-migration.ts';
import { foldName, quote, sameName } from './quote-name.ts';
import { indexWithoutOldIds, type Replacements, tableWithoutOldIds } from './without-old-ids.ts';

export interface Rebuild {
  /** What cannot be carried over; when there is any, nothing may be done. */
  readonly objections: readonly string[];
  run(db: LegacyConnection, progress: (rows: number) => void): void;
  /** Rows that are copied. */
  readonly rows: number;
}

interface TableRebuild {
  readonly table: LegacyTable;
  readonly as: string;
  readonly sql: string;
  /** Columns that stay, in order. */
  readonly columns: readonly string[];
}

const EVENTS = 'run_events';

export function planRebuild({ shape, entities, references }: MigrationPlan): Rebuild {
  const replacements = replacementsOf({ entities, references });
  const objections: string[] = [];
  const rebuilds = shape.tables.flatMap((table): readonly TableRebuild[] => {
    const mine = replacements.get(foldName(table.name));
    if (mine === undefined) return [];
    const as = `patchbay_rebuilt_${table.name}`;
    const own = entities.find((entity) => entity.table === table && entity.dropsId)?.ulidColumn ?? null;
    const made = tableWithoutOldIds({ name: table.name, sql: table.sql, as, replacements, own });
    objections.push(...made.objections);
    const columns = table.columns.map(({ name }) => name).filter((name) => !mine.has(foldName(name)));
    return [{ table, as, sql: made.sql, columns }];
  });
  const rebuilt = new Set(rebuilds.map(({ table }) => foldName(table.name)));
  const indexes = shape.indexes
    .filter((index) => rebuilt.has(foldName(index.table)) || sameName(index.table, EVENTS))
    .flatMap((index) => indexWithoutOldIds(index, replacements) ?? []);
  objections.push(...indexes.flatMap((index) => index.objections));
  return {
    objections,
    rows: rebuilds.reduce((sum, { table }) => sum + table.rows, 0),
    run: (db, progress) => {
      for (const { name } of shape.triggers) db.exec(`DROP TRIGGER ${quote(name)}`);
      for (const { name } of shape.views) db.exec(`DROP VIEW ${quote(name)}`);
      const runs = entities.find(({ role }) => role === 'run');
      const events = tableNamed(shape, EVENTS);
      if (runs && events)
        moveEvents(db, { from: quote(runs.idColumn), runs: quote(runs.table.name), ulid: runs.ulidColumn });
      for (const rebuild of rebuilds) copy(db, rebuild, progress);
      for (const rebuild of rebuilds) takePlace(db, rebuild);
      for (const { sql } of indexes) db.exec(sql);
      for (const { sql } of [...shape.views, ...shape.triggers]) db.exec(sql);
    },
  };
}

export function replacementsOf({ entities, references }: Pick<MigrationPlan, 'entities' | 'references'>): Replacements {
  const found = new Map<string, Map<string, string>>();
  const replace = (table: LegacyTable, column: string, ulid: string) => {
    const mine = found.get(foldName(table.name)) ?? new Map<string, string>();
    mine.set(foldName(column), ulid);
    found.set(foldName(table.name), mine);
  };
  for (const { table, idColumn, ulidColumn, dropsId } of entities) {
    if (!dropsId) continue;
    replace(table, idColumn, ulidColumn);
    const [key, second] = table.columns.filter((column) => column.key > 0);
    if (key && !second) replace(table, key.name, ulidColumn);
  }
  for (const { table, column, ulidColumn, to, toColumn } of references) {
    if (!to.dropsId) continue;
    replace(table, column, ulidColumn);
    replace(to.table, toColumn, to.ulidColumn);
  }
  return found;
}

function copy(db: LegacyConnection, { table, as, sql, columns }: TableRebuild, progress: (rows: number) => void): void {
  db.exec(sql);
  const names = columns.map(quote);
  // The number of a row is kept, or is a column of its own.
  const isNumbered = table.columns.some(
    ({ name, key, type }) => key === 1 && sameName(type, 'integer') && columns.includes(name),
  );
  const all = table.rowid === null || isNumbered ? names : [table.rowid, ...names];
  db.run(`INSERT INTO ${quote(as)} (${all.join(', ')}) SELECT ${all.join(', ')} FROM ${quote(table.name)}`);
  progress(table.rows);
}

function takePlace(db: LegacyConnection, { table, as }: TableRebuild): void {
  const counts = db.value(`SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_sequence'`) === 1;
  const sequence = counts ? db.value('SELECT seq FROM sqlite_sequence WHERE name = ?', table.name) : undefined;
  db.exec(`DROP TABLE ${quote(table.name)}`);
  db.exec(`ALTER TABLE ${quote(as)} RENAME TO ${quote(table.name)}`);
  // Numbers of deleted rows are not given out again.
  if (typeof sequence === 'number') db.run('UPDATE sqlite_sequence SET seq = ? WHERE name = ?', sequence, table.name);
}

/** Its rows name their run by the old id or by the ULID; from now on by the ULID. */
function moveEvents(db: LegacyConnection, { from, runs, ulid }: { from: string; runs: string; ulid: string }): void {
  const sql = BRIEF_TABLES.find(({ name }) => name === EVENTS)?.sql(ulid) ?? '';
  db.exec(sql.replace(EVENTS, `patchbay_rebuilt_${EVENTS}`));
  const run = `coalesce((SELECT ${quote(ulid)} FROM ${runs} AS r WHERE r.${from} = e.run_id), e.run_id)`;
  db.run(
    `INSERT INTO patchbay_rebuilt_${EVENTS} (event_id, run_id, event_type, timestamp, payload, source)
     SELECT event_id, ${run}, event_type, timestamp, payload, source FROM ${EVENTS} AS e ORDER BY rowid`,
  );
  db.exec(`DROP TABLE ${EVENTS}`);
  db.exec(`ALTER TABLE patchbay_rebuilt_${EVENTS} RENAME TO ${EVENTS}`);
}
