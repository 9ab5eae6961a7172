// Reads how long tasks, tools and gates took in the newest runs.
import type { Database } from 'better-sqlite3';
import type { Durations, GateDuration, TaskDuration, ToolDuration } from '../../shared/domain/durations.ts';
import { LIMITS } from '../../shared/domain/limits.ts';

/** Run ids are ULIDs, so the greatest are the newest. */
const RECENT = 'recent AS (SELECT run_id, plan_id FROM runs ORDER BY run_id DESC LIMIT :runs)';

/** Attempts that went well; tools that were stopped or failed say nothing about how long the work takes. */
const TIMED = `timed AS (
  SELECT recent.plan_id, tasks.task_id, attempts.tool_id,
    CAST(round((julianday(attempts.ended_at) - julianday(attempts.started_at)) * 86400000) AS INTEGER) AS ms
  FROM recent
  JOIN attempts ON attempts.run_id = recent.run_id
  JOIN tasks ON tasks.run_id = attempts.run_id AND tasks.task_ulid = attempts.task_ulid
  WHERE attempts.state = 'completed' AND attempts.started_at IS NOT NULL AND attempts.ended_at IS NOT NULL)`;

const GATED = `gated AS (
  SELECT gate_runs.gate_id, gate_runs.duration_ms AS ms
  FROM recent JOIN gate_runs ON gate_runs.run_id = recent.run_id
  WHERE gate_runs.state = 'passed' AND gate_runs.cached = 0 AND gate_runs.duration_ms IS NOT NULL)`;

interface Asked {
  readonly runs: number;
  readonly rows: number;
}

/** Of the newest `runs` runs, at most {@link LIMITS.durationRows} entries of a sort. O(attempts of those runs). */
export function prepareReadDurations(db: Database): (runs: number) => Durations {
  const taskKey = 'plan_id AS planId, task_id AS taskId, tool_id AS toolId';
  const tasks = db.prepare<[Asked], TaskDuration>(medians([RECENT, TIMED], 'timed', taskKey));
  const tools = db.prepare<[Asked], ToolDuration>(medians([RECENT, TIMED], 'timed', 'tool_id AS toolId'));
  const gates = db.prepare<[Asked], GateDuration>(medians([RECENT, GATED], 'gated', 'gate_id AS gateId'));
  const count = db.prepare<[{ runs: number }], number>(`WITH ${RECENT} SELECT count(*) FROM recent`).pluck();
  return (runs) => {
    const asked = { runs, rows: LIMITS.durationRows };
    return {
      runs: count.get({ runs }) ?? 0,
      tasks: tasks.all(asked),
      tools: tools.all(asked),
      gates: gates.all(asked),
    };
  };
}

/** The lower median of `ms` for each `key`, a list of `column AS name`. */
function medians(tables: readonly string[], from: string, key: string): string {
  const columns = key.replaceAll(/ AS \w+/g, '');
  const names = key.replaceAll(/\w+ AS /g, '');
  return `WITH ${tables.join(', ')}, ranked AS (
    SELECT ${key}, ms, row_number() OVER (PARTITION BY ${columns} ORDER BY ms) AS place,
      count(*) OVER (PARTITION BY ${columns}) AS samples
    FROM ${from})
  SELECT ${names}, ms AS medianMs, samples FROM ranked WHERE place = (samples + 1) / 2 ORDER BY ${names} LIMIT :rows`;
}
