// Which tables of an old pipeline hold runs, workstreams, attempts and the like, and how their rows are named.
import type { LegacyConnection } from './legacy-connection.ts';
import { columnNamed, keyOf, type LegacyShape, type LegacyTable, tableNamed } from './legacy-shape.ts';
import { quote, sameName } from './quote-name.ts';

export interface Entity {
  readonly role: string;
  readonly table: LegacyTable;
  /** Holds the id that people and references use. */
  readonly idColumn: string;
  readonly ulidColumn: string;
  /** When a row was made, as far as a column says it. */
  readonly timeColumn: string | null;
  /** Columns elsewhere that mean a row of this table by their name alone. */
  readonly referenceNames: readonly string[];
  /** False for logs: their number is an order, and nothing refers to it. */
  readonly dropsId: boolean;
}

export interface FoundEntities {
  readonly entities: readonly Entity[];
  /** Tables of a known name whose id column cannot be told, or whose ids are not unique. */
  readonly unclear: readonly { readonly table: string; readonly what: string }[];
}

interface Role {
  readonly role: string;
  readonly tables: readonly string[];
  readonly ids: readonly string[];
  readonly dropsId: boolean;
}

const ROLES: readonly Role[] = [
  { role: 'run', tables: ['runs'], ids: ['run_id'], dropsId: true },
  { role: 'workstream', tables: ['workstreams'], ids: ['workstream_id', 'ws_id'], dropsId: true },
  { role: 'task', tables: ['tasks'], ids: ['task_id'], dropsId: true },
  { role: 'attempt', tables: ['attempts'], ids: ['attempt_id'], dropsId: true },
  { role: 'step_attempt', tables: ['step_attempts'], ids: ['step_attempt_id'], dropsId: true },
  { role: 'patch', tables: ['legacy_patches', 'patches'], ids: ['patch_id'], dropsId: true },
  { role: 'event', tables: ['events', 'uet_events'], ids: ['event_id'], dropsId: false },
  { role: 'error', tables: ['errors'], ids: ['error_id'], dropsId: false },
];

/** In this order: what says most exactly when the row was made. */
const TIMES = ['created_at', 'started_at', 'timestamp', 'first_seen_at', 'created', 'start_time', 'ts', 'time', 'at'];

export function findEntities(
  db: LegacyConnection,
  shape: LegacyShape,
  isOurs: (table: LegacyTable) => boolean,
): FoundEntities {
  const entities: Entity[] = [];
  const unclear: { table: string; what: string }[] = [];
  for (const role of rolesFor(shape)) {
    const table = role.tables.map((name) => tableNamed(shape, name)).find((found) => found && !isOurs(found));
    if (table === undefined) continue;
    const idColumn = idColumnOf(db, table, role);
    if ('what' in idColumn) unclear.push({ table: table.name, what: idColumn.what });
    else entities.push(entityOf(table, role, idColumn.column));
  }
  return { entities, unclear };
}

/** Where there are no `attempts`, the step attempts are the attempts. */
function rolesFor(shape: LegacyShape): readonly Role[] {
  if (tableNamed(shape, 'attempts') !== undefined) return ROLES;
  const attempt = { role: 'attempt', tables: ['step_attempts'], ids: ['attempt_id', 'step_attempt_id'], dropsId: true };
  return [...ROLES.filter(({ role }) => role !== 'attempt' && role !== 'step_attempt'), attempt];
}

function entityOf(table: LegacyTable, { role, ids, dropsId }: Role, idColumn: string): Entity {
  return {
    role,
    table,
    idColumn,
    ulidColumn: `${role}_ulid`,
    timeColumn: TIMES.map((name) => columnNamed(table, name)).find((name) => name !== undefined) ?? null,
    referenceNames: ids,
    dropsId,
  };
}

/** A column called after the role where there is one with unique values, else the single key column, else `id`. */
function idColumnOf(
  db: LegacyConnection,
  table: LegacyTable,
  role: Role,
): { readonly column: string } | { readonly what: string } {
  const [key, second] = keyOf(table);
  const single = key !== undefined && second === undefined ? [key] : [];
  const names = [...role.ids, ...single, 'id'].flatMap((name) => columnNamed(table, name) ?? []);
  const candidates = names.filter((name) => !sameName(name, `${role.role}_ulid`));
  if (candidates.length === 0) return { what: `has no column for ids (looked for ${role.ids.join(', ')}, id)` };
  const column = candidates.find((name) => isUnique(db, table, name));
  if (column !== undefined) return { column };
  const [tried = ''] = candidates;
  return { what: `has the same value in ${tried} more than once, for example ${example(db, table, tried)}` };
}

function isUnique(db: LegacyConnection, table: LegacyTable, column: string): boolean {
  const [key, second] = keyOf(table);
  if (key === column && second === undefined) return true;
  const name = quote(column);
  return db.value(`SELECT count(${name}) = count(DISTINCT ${name}) FROM ${quote(table.name)}`) === 1;
}

function example(db: LegacyConnection, table: LegacyTable, column: string): string {
  const name = quote(column);
  return String(
    db.value(
      `SELECT ${name} FROM ${quote(table.name)} WHERE ${name} IS NOT NULL GROUP BY ${name} HAVING count(*) > 1 LIMIT 1`,
    ),
  );
}
