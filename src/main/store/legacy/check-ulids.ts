// The validation queries on ULIDs: well-formed, unique, there where they must be, and the same in every reference.
import type { Problem } from '../../../shared/lib/errors.ts';
import type { Entity } from './find-entities.ts';
import type { Reference } from './find-references.ts';
import type { LegacyConnection } from './legacy-connection.ts';
import { legacyProblem } from './legacy-problem.ts';
import { columnNamed } from './legacy-shape.ts';
import { quote } from './quote-name.ts';

/** `gaps`: rows that still wait for their ULID. */
export interface UlidCheck {
  readonly gaps: number;
  readonly problems: readonly Problem[];
}

const WELL_FORMED = `'${'[0-9A-HJKMNP-TV-Z]'.repeat(26)}'`;
const MENDING = 'Set the wrong values to NULL, or correct them; rows without a ULID get one.';

export function checkEntity(db: LegacyConnection, entity: Entity): UlidCheck {
  const { table, ulidColumn } = entity;
  const column = columnNamed(table, ulidColumn);
  if (column === undefined) return { gaps: table.rows, problems: [] };
  const name = quote(column);
  const [found] = db.all<{ gaps: number; malformed: number; doubled: number; example: string | null }>(
    `SELECT count(*) - count(${name}) AS gaps, count(*) FILTER (WHERE ${name} NOT GLOB ${WELL_FORMED}) AS malformed,
       count(${name}) - count(DISTINCT ${name}) AS doubled, max(${name}) FILTER (WHERE ${name} NOT GLOB ${WELL_FORMED}) AS example
     FROM ${quote(table.name)}`,
  );
  const { gaps = 0, malformed = 0, doubled = 0, example = null } = found ?? {};
  const problems: Problem[] = [];
  const place = [table.name, column];
  if (malformed > 0)
    problems.push(legacyProblem(place, `${malformed} values are no ULIDs, for example '${example}'`, MENDING));
  if (doubled > 0) problems.push(legacyProblem(place, `${doubled} ULIDs stand there more than once`, MENDING));
  return { gaps, problems };
}

export function checkReference(db: LegacyConnection, reference: Reference): UlidCheck {
  const { table, to, column, toColumn } = reference;
  const own = columnNamed(table, reference.ulidColumn);
  if (own === undefined) return { gaps: reference.rows - reference.orphans, problems: [] };
  const theirs = columnNamed(to.table, to.ulidColumn);
  const [found] = db.all<{ gaps: number; wrong: number; example: string | null }>(
    `SELECT count(*) FILTER (WHERE c.u IS NULL AND p.found = 1) AS gaps, count(*) FILTER (WHERE c.u IS NOT NULL AND c.u IS NOT p.u) AS wrong,
       max(c.id) FILTER (WHERE c.u IS NOT NULL AND c.u IS NOT p.u) AS example
     FROM (SELECT ${quote(column)} AS id, ${quote(own)} AS u FROM ${quote(table.name)} WHERE ${quote(column)} IS NOT NULL) AS c
     LEFT JOIN (SELECT ${quote(toColumn)} AS id, ${theirs === undefined ? 'NULL' : quote(theirs)} AS u, 1 AS found FROM ${quote(to.table.name)}) AS p ON p.id = c.id`,
  );
  const { gaps = 0, wrong = 0, example = null } = found ?? {};
  if (wrong === 0) return { gaps, problems: [] };
  const what = `${wrong} rows name another ULID than the ${to.role} they refer to, for example ${column} ${example}`;
  return { gaps, problems: [legacyProblem([table.name, own], what, MENDING)] };
}
