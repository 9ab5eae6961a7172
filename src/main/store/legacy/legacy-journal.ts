// The two tables of ours in a migrated database: what was done to it, and which ULID stands for which old id.
import type { LegacyConnection } from './legacy-connection.ts';

export const STEPS_TABLE = 'patchbay_migrations';
export const IDS_TABLE = 'patchbay_legacy_ids';

export interface MigrationStep {
  readonly step: number;
  readonly kind: 'apply' | 'finalize';
  readonly at: string;
  /** Name of the backup, in the folder of the database. */
  readonly backup: string;
  readonly sha256: string;
  /** Ordinary tables that came with this step. */
  readonly tables: readonly string[];
}

const STEPS_SQL = `CREATE TABLE IF NOT EXISTS ${STEPS_TABLE} (
    step INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    backup TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    tables TEXT NOT NULL
)`;

const IDS_SQL = `CREATE TABLE IF NOT EXISTS ${IDS_TABLE} (
    role TEXT NOT NULL,
    old_id TEXT NOT NULL,
    ulid TEXT NOT NULL,
    PRIMARY KEY (role, old_id)
) WITHOUT ROWID`;

export function makeJournal(db: LegacyConnection): void {
  db.exec(STEPS_SQL);
  db.exec(IDS_SQL);
  db.exec(`CREATE INDEX IF NOT EXISTS ${IDS_TABLE}_by_ulid ON ${IDS_TABLE} (ulid)`);
}

export function hasJournal(db: LegacyConnection): boolean {
  return db.value(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?`, STEPS_TABLE) === 1;
}

/** The newest step; null in a database that was never migrated. */
export function lastStep(db: LegacyConnection): MigrationStep | null {
  if (!hasJournal(db)) return null;
  const [row] = db.all<Omit<MigrationStep, 'tables'> & { readonly tables: string }>(
    `SELECT step, kind, at, backup, sha256, tables FROM ${STEPS_TABLE} ORDER BY step DESC LIMIT 1`,
  );
  return row === undefined ? null : { ...row, tables: JSON.parse(row.tables) };
}

export function addStep(db: LegacyConnection, step: Omit<MigrationStep, 'step'>): void {
  const { kind, at, backup, sha256, tables } = step;
  const sql = `INSERT INTO ${STEPS_TABLE} (kind, at, backup, sha256, tables) VALUES (?, ?, ?, ?, ?)`;
  db.run(sql, kind, at, backup, sha256, JSON.stringify(tables));
}
