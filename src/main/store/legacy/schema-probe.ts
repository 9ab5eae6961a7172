// Compiles everything that views and triggers say, to see which of them a change of the tables has broken.
import type { LegacyConnection } from './legacy-connection.ts';
import type { LegacyShape } from './legacy-shape.ts';
import { quote } from './quote-name.ts';

/** What does not compile → why: `view x`, or `triggers of x`. */
export function brokenObjects(db: LegacyConnection, shape: LegacyShape): ReadonlyMap<string, string> {
  const broken = new Map<string, string>();
  const probe = (name: string, sql: string) => {
    try {
      db.compile(sql);
    } catch (thrown) {
      broken.set(name, thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  for (const { name } of shape.views) probe(`view ${name}`, `SELECT * FROM ${quote(name)}`);
  // A trigger is compiled with the statement that fires it.
  for (const table of new Set(shape.triggers.map((trigger) => trigger.table))) {
    probe(`triggers of ${table}`, `DELETE FROM ${quote(table)}`);
    probe(`triggers of ${table}`, `INSERT INTO ${quote(table)} DEFAULT VALUES`);
    const [first] = db.all<{ readonly name: string }>('SELECT name FROM pragma_table_info(?)', table);
    if (first) probe(`triggers of ${table}`, updateAll(db, table));
  }
  return broken;
}

/** An UPDATE of every column fires `UPDATE OF` triggers as well. */
function updateAll(db: LegacyConnection, table: string): string {
  const columns = db.all<{ readonly name: string }>('SELECT name FROM pragma_table_info(?)', table);
  const sets = columns.map(({ name }) => `${quote(name)} = ${quote(name)}`);
  return `UPDATE ${quote(table)} SET ${sets.join(', ')}`;
}
