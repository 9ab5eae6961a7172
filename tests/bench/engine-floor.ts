// The floor of `bench engine`: the rows of no-op tasks written by raw prepared statements, with nothing around them.
import { hash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { applyMigration, readMigrations } from '../../src/main/store/migrations.ts';
import { openDatabase, type Synchronous } from '../../src/main/store/open-database.ts';
import { executionRequest } from '../../src/shared/plan/execution-request.ts';
import { makePlan, makeTask } from '../fakes/make-plan.ts';

export interface FloorOrder {
  readonly tasks: number;
  readonly synchronous: Synchronous;
  /** Tasks a transaction. Three transactions touch each task; the steps of different tasks share one. */
  readonly batch: number;
  /** A folder of its own; removed at the end. */
  readonly dir: string;
}

/** What the engine writes for a task at each of the three ticks that touch it. */
type Step = (task: FloorTask) => void;

interface FloorTask {
  readonly ulid: string;
  readonly attempt: string;
  readonly name: string;
  readonly worker: string;
}

const RUN = '01JD0000000000000000000000';
const BASE = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
const AT = '2026-11-24T01:02:03.456Z';
const TASK = makeTask({ taskId: 'task' });
const PLAN = makePlan({ tasks: [TASK] });
const MIGRATIONS = join(import.meta.dirname, '../../schema/migrations');

/** Seconds a task, over `order.tasks` tasks of one run, without opening and closing the ledger. */
export function measureFloor(order: FloorOrder): number {
  rmSync(order.dir, { recursive: true, force: true });
  mkdirSync(order.dir, { recursive: true });
  const db = openDatabase({ file: join(order.dir, 'floor.db'), readOnly: false, synchronous: order.synchronous });
  try {
    for (const migration of readMigrations(MIGRATIONS)) applyMigration(db, migration);
    const tasks = Array.from({ length: order.tasks }, (_, n) => floorTask(n));
    insertRun(db);
    const steps = prepareSteps(db);
    const from = process.hrtime.bigint();
    pipeline(db, tasks, steps, order.batch);
    return Number(process.hrtime.bigint() - from) / 1e9 / order.tasks;
  } finally {
    db.close();
    rmSync(order.dir, { recursive: true, force: true });
  }
}

/** Transaction n holds the first step of group n, the second of group n-1 and the last of group n-2. */
function pipeline(db: Database.Database, tasks: readonly FloorTask[], steps: readonly Step[], batch: number): void {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const end = db.prepare('COMMIT');
  const groups = Math.ceil(tasks.length / batch);
  for (let tick = 0; tick < groups + steps.length - 1; tick++) {
    begin.run();
    for (const [behind, step] of steps.entries()) {
      const from = (tick - behind) * batch;
      for (let n = Math.max(0, from); n < Math.min(from + batch, tasks.length); n++) {
        const task = tasks[n];
        if (task !== undefined) step(task);
      }
    }
    end.run();
  }
}

function prepareSteps(db: Database.Database): readonly Step[] {
  const event = prepareEvent(db);
  const rows = prepareRows(db);
  return [
    (task) => {
      event('task-queued', 'task', task.ulid, { taskId: task.name });
      event('attempt-created', 'attempt', task.attempt, created(task));
      rows.task(task, 'running', null);
      rows.attempt(task, 'pending', null);
      rows.worker(task, 'BUSY');
      rows.intend(task);
    },
    (task) => {
      event('attempt-started', 'attempt', task.attempt, { pid: null, processStart: null, workspace: '' });
      event('attempt-finished', 'attempt', task.attempt, finished(task));
      rows.task(task, 'validating', null);
      rows.attempt(task, 'completed', AT);
      rows.worker(task, 'IDLE');
      rows.settle(task);
    },
    (task) => {
      event('task-completed', 'task', task.ulid, { taskId: task.name, completion: 'no_change', failures: 0 });
      rows.task(task, 'completed', AT);
    },
  ];
}

function created({ name, attempt }: FloorTask): unknown {
  const facts = { requestId: attempt, promptId: attempt, attemptId: attempt, requestedBy: 'person', at: AT };
  const request = executionRequest(PLAN, TASK, facts);
  return {
    taskId: name,
    number: 1,
    tryNumber: 1,
    workerId: attempt,
    lease: 1,
    tool: 'none',
    base: BASE,
    requestId: attempt,
    promptId: attempt,
    request,
  };
}

function finished(task: FloorTask): unknown {
  const usage = { exitCode: 0, signal: null, durationMs: 0, outputBytes: 0, outputTruncated: false, leftovers: 0 };
  return { taskId: task.name, state: 'completed', result: 'no_change', failure: null, usage, logs: null, notes: [] };
}

function prepareEvent(db: Database.Database) {
  const insert = db.prepare(`INSERT INTO run_events
    (seq, event_id, run_id, event_type, timestamp, payload, source, entity, entity_id, prev_hash, hash, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  let seq = 0;
  let last = '0'.repeat(64);
  return (kind: string, entity: string, id: string, data: unknown) => {
    const payload = JSON.stringify(data);
    const eventId = `01JE${String(++seq).padStart(22, '0')}`;
    const source = `${entity}:${id}`;
    const next = hash('sha256', `${last}${seq}|${eventId}|${RUN}|${kind}|${AT}|${source}|${payload}`, 'hex');
    insert.run(seq, eventId, RUN, kind, AT, payload, source, entity, id, last, next, 1);
    last = next;
  };
}

function prepareRows(db: Database.Database) {
  const task = db.prepare(`INSERT INTO tasks (task_ulid, run_id, task_id, workstream_id, phase_id, kind, tool_id,
      state, state_reason, attempts, not_before, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (run_id, task_ulid) DO UPDATE SET state = excluded.state, state_reason = excluded.state_reason,
      attempts = excluded.attempts, not_before = excluded.not_before, started_at = excluded.started_at,
      ended_at = excluded.ended_at`);
  const attempt = db.prepare(`INSERT INTO attempts (attempt_ulid, run_id, task_ulid, execution_request_id, number,
      tool_id, base_commit, state, state_reason, created_at, started_at, ended_at, pid, process_start,
      workspace_path, exit_code, output_bytes, logs_path, notes, worker_ulid, lease)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (run_id, attempt_ulid) DO UPDATE SET state = excluded.state, state_reason = excluded.state_reason,
      started_at = excluded.started_at, ended_at = excluded.ended_at, pid = excluded.pid,
      process_start = excluded.process_start, workspace_path = excluded.workspace_path,
      exit_code = excluded.exit_code, output_bytes = excluded.output_bytes, logs_path = excluded.logs_path,
      notes = excluded.notes`);
  const worker = db.prepare(`INSERT INTO workers (worker_ulid, run_id, number, state, state_reason, current_attempt,
      lease, missed_heartbeats, last_seen_at, quarantined_at, quarantine_reason, attempts_completed, attempts_failed,
      busy_ms, spawned_at, terminated_at) VALUES (?, ?, 1, ?, NULL, ?, ?, 0, ?, NULL, NULL, 1, 0, 0, ?, NULL)
    ON CONFLICT (run_id, worker_ulid) DO UPDATE SET number = excluded.number, state = excluded.state,
      state_reason = excluded.state_reason, current_attempt = excluded.current_attempt, lease = excluded.lease,
      missed_heartbeats = excluded.missed_heartbeats, last_seen_at = excluded.last_seen_at,
      quarantined_at = excluded.quarantined_at, quarantine_reason = excluded.quarantine_reason,
      attempts_completed = excluded.attempts_completed, attempts_failed = excluded.attempts_failed,
      busy_ms = excluded.busy_ms, spawned_at = excluded.spawned_at, terminated_at = excluded.terminated_at`);
  const intend = db.prepare('INSERT INTO outbox (effect_id, run_id, kind, body) VALUES (?, ?, ?, ?)');
  const settle = db.prepare('DELETE FROM outbox WHERE effect_id = ?');
  return {
    task: (t: FloorTask, state: string, ended: string | null) =>
      task.run(t.ulid, RUN, t.name, 'ws-1', 'ph-1', 'implementation', 'none', state, null, 1, null, AT, ended),
    attempt: ({ ulid, attempt: id }: FloorTask, state: string, ended: string | null) => {
      const exit = ended === null ? null : 0;
      attempt.run(
        id,
        RUN,
        ulid,
        id,
        1,
        'none',
        BASE,
        state,
        null,
        AT,
        ended,
        ended,
        null,
        null,
        null,
        exit,
        0,
        null,
        '[]',
        id,
        1,
      );
    },
    worker: (t: FloorTask, state: string) =>
      worker.run(t.worker, RUN, state, state === 'BUSY' ? t.attempt : null, state === 'BUSY' ? 1 : null, AT, AT),
    intend: (t: FloorTask) =>
      intend.run(t.attempt, RUN, 'start-attempt', JSON.stringify({ attemptId: t.attempt, taskId: t.name, base: BASE })),
    settle: (t: FloorTask) => settle.run(t.attempt),
  };
}

function floorTask(n: number): FloorTask {
  const tail = String(n).padStart(22, '0');
  // As many workers as the engine's run has: tasks share them.
  const worker = `01JW${String(n % 64).padStart(22, '0')}`;
  return { ulid: `01JT${tail}`, attempt: `01JA${tail}`, name: `task-${n}`, worker };
}

function insertRun(db: Database.Database): void {
  db.prepare(`INSERT INTO runs VALUES (?, ?, 'p', 'plan', NULL, '/repo', 'running', NULL, 'active', NULL, 'dag', 4,
    ?, NULL, ?, ?, ?, NULL)`).run(RUN, RUN, BASE, BASE, AT, AT);
}
