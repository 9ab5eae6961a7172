// Reads how tools did in the newest runs: what the router chooses by.
import type { Database } from 'better-sqlite3';
import type { ToolRecord } from '../../shared/domain/routing.ts';

interface Asked {
  readonly tools: string;
  readonly runs: number;
}

/** Of the named tools in the newest `runs` runs; a tool without an attempt is left out. O(runs · tools). */
export function prepareReadToolRecords(
  db: Database,
): (toolIds: readonly string[], runs: number) => readonly ToolRecord[] {
  // Run ids are ULIDs, so the greatest are the newest.
  const select = db.prepare<[Asked], ToolRecord>(
    `SELECT tool_id AS toolId, sum(attempts_completed) AS successes, sum(attempts_failed) AS failures, sum(busy_ms) AS totalMs
     FROM breakers
     WHERE run_id IN (SELECT run_id FROM runs ORDER BY run_id DESC LIMIT :runs)
       AND tool_id IN (SELECT value FROM json_each(:tools))
     GROUP BY tool_id HAVING successes + failures > 0 ORDER BY tool_id`,
  );
  return (toolIds, runs) => select.all({ tools: JSON.stringify(toolIds), runs });
}
