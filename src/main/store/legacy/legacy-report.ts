// What `migrate-legacy` answers: the tables, what is added to them, and what was found.
import { dirname, join } from 'node:path';
import type { Problem } from '../../../shared/lib/errors.ts';
import { type MigrationPlan, needsWork } from './plan-migration.ts';

export interface LegacyTableReport {
  readonly table: string;
  readonly rows: number;
  /** What its rows are: `run`, `workstream`, …; null for a table that only refers to such, or to nothing. */
  readonly role: string | null;
  readonly id_column: string | null;
  readonly columns_added: readonly string[];
  readonly references: readonly {
    readonly column: string;
    readonly to: string;
    readonly ulid_column: string;
    readonly by: 'foreign key' | 'name';
    readonly rows: number;
    readonly orphans: number;
  }[];
}

export interface LegacyReport {
  readonly ok: boolean;
  readonly mode: 'dry-run' | 'apply' | 'rollback' | 'finalize';
  readonly file: string;
  /** What the database is after the command. */
  readonly state: 'old' | 'migrated' | 'finalized';
  readonly changed: boolean;
  /** The whole path of the backup that belongs to that state. */
  readonly backup: string | null;
  readonly tables: readonly LegacyTableReport[];
  readonly new_tables: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Of all tables together. */
  readonly rows: number;
  readonly bytes: { readonly now: number; readonly added: number; readonly needed: number };
  readonly problems: readonly Problem[];
}

/** A ULID takes 27 bytes in its row and about 40 in its index; each id kept takes about 60. */
const ULID_BYTES = 27;
const INDEX_BYTES = 40;
const KEPT_BYTES = 60;

export function sizes(plan: MigrationPlan, now: number): LegacyReport['bytes'] {
  if (!needsWork(plan)) return { now, added: 0, needed: 0 };
  const rowsOf = (table: string) => plan.shape.tables.find(({ name }) => name === table)?.rows ?? 0;
  const filled = plan.newColumns.reduce((sum, { table }) => sum + rowsOf(table), 0);
  const kept = plan.entities.filter(({ dropsId }) => dropsId).reduce((sum, { table }) => sum + table.rows, 0);
  const added = filled * (ULID_BYTES + INDEX_BYTES) + kept * KEPT_BYTES + 65_536;
  // The backup, the pages that SQLite keeps until it commits, and the growth of the file.
  return { now, added, needed: 2 * now + 2 * added };
}

export function reportTables({ shape, entities, references, newColumns }: MigrationPlan): readonly LegacyTableReport[] {
  return shape.tables.map((table) => {
    const entity = entities.find((each) => each.table === table);
    return {
      table: table.name,
      rows: table.rows,
      role: entity?.role ?? null,
      id_column: entity?.idColumn ?? null,
      columns_added: newColumns.filter((column) => column.table === table.name).map(({ column }) => column),
      references: references
        .filter((reference) => reference.table === table)
        .map(({ column, to, ulidColumn, by, rows, orphans }) => {
          return { column, to: to.table.name, ulid_column: ulidColumn, by, rows, orphans };
        }),
    };
  });
}

export function stateOf({ last }: MigrationPlan): LegacyReport['state'] {
  if (last === null) return 'old';
  return last.kind === 'apply' ? 'migrated' : 'finalized';
}

export interface ReportSource {
  readonly path: string;
  readonly bytes: number;
}

export interface Outcome {
  /** Before an apply: what it found; after a finalize: what is there. */
  readonly plan: MigrationPlan;
  /** Null when nothing was done. */
  readonly backup: { readonly path: string } | null;
}

export function reportOf(
  mode: 'apply' | 'finalize' | 'rollback',
  { path, bytes }: ReportSource,
  { plan, backup }: Outcome,
): LegacyReport {
  const changed = backup !== null;
  const last = plan.last === null ? null : join(dirname(path), plan.last.backup);
  return {
    ok: true,
    mode,
    file: path,
    state: changed && mode === 'apply' ? 'migrated' : stateOf(plan),
    changed,
    backup: backup?.path ?? last,
    tables: reportTables(plan),
    new_tables: changed && mode === 'apply' ? plan.newTables.map(({ name }) => name) : [],
    renamed: plan.renames,
    rows: plan.shape.tables.reduce((sum, table) => sum + table.rows, 0),
    bytes: mode === 'apply' ? sizes(plan, bytes) : { now: bytes, added: 0, needed: 0 },
    problems: plan.problems,
  };
}
