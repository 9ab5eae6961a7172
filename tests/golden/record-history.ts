// `node tests/golden/record-history.ts`: records runs of today's engine as a golden history, one for each release.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS_DIR } from '../../build/dump-ledger.ts';
import { readMigrations } from '../../src/main/store/migrations.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { NewEvent } from '../../src/shared/events/event.ts';
import { EVENT_WORDS } from '../../src/shared/events/event-words.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { commitOfRun, copyRun, copyRunId, recordRun } from '../fakes/recorded-runs.ts';
import { randomPerson } from '../simulation/random-person.ts';
import { randomPlan } from '../simulation/random-plan.ts';
import { withTools } from '../simulation/tool-plan.ts';

/** Seeds tried; a run is kept when it has a kind of event that none before it had. */
const SEEDS = 400;
const AT = '2026-01-02T00:00:00.000Z';

export type RecordedValue = string | number | null | { readonly base64: string };

export interface RecordedHistory {
  /** How many migrations its ledger has. */
  readonly schema: number;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, RecordedValue>>[]>>;
}

async function record(): Promise<void> {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  const schema = readMigrations(MIGRATIONS_DIR).length;
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-history-'));
  try {
    const file = join(folder, 'ledger.db');
    const kinds = await writeRuns(file);
    const history: RecordedHistory = { schema, tables: readTables(file) };
    const to = join(import.meta.dirname, 'histories', `${version}-schema-${schema}.json`);
    writeFileSync(to, textOf(history));
    const missing = Object.keys(EVENT_WORDS).filter((kind) => !kinds.has(kind));
    process.stdout.write(`${to}\n${kinds.size} kinds of events; none of: ${missing.join(', ') || '-'}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeRuns(file: string): Promise<ReadonlySet<string>> {
  const store = openStore({ file, migrationsDir: MIGRATIONS_DIR });
  const kinds = new Set<string>();
  let kept = 0;
  try {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const events = await simulated(seed, kept + 1);
      if (!events.some(({ kind }) => !kinds.has(kind))) continue;
      kept += 1;
      store.commit(commitOfRun(kept === 1 ? [...events, ...afterwards()] : events));
      for (const { kind } of [...events, ...(kept === 1 ? afterwards() : [])]) kinds.add(kind);
    }
  } finally {
    store.close();
  }
  return kinds;
}

/** By turns with tools of the project and with direct edits, with a person, with crashes and with tools that stall. */
async function simulated(seed: number, copy: number): Promise<readonly NewEvent[]> {
  const random = seed % 7 === 0 ? handingOn(randomPlan(seed)) : randomPlan(seed, 0.3);
  const plan = seed % 2 === 0 ? withTools(random, seed) : random;
  const more = seed % 3 === 0 ? { person: randomPerson(seed, 0.05).person } : {};
  try {
    const options = { plan, seed, troubleChance: 0.25, crashChance: 0.02, stallChance: seed % 5 === 0 ? 0.1 : 0 };
    return copyRun(await recordRun({ ...options, ...more }), copy);
  } catch {
    return []; // a combination that the short simulation does not bring to an end: there are enough others
  }
}

/** Tasks hand their work on in words, and every patch passes two gates, one after the other. */
function handingOn(plan: Plan): Plan {
  const gate = { kind: 'unit', argv: ['true'], shell: false, required: true, timeoutMs: 1000, expectedExit: 0, env: {} };
  const gates = [
    { ...gate, gateId: 'unit', after: [] },
    { ...gate, gateId: 'second', after: ['unit'] },
  ];
  const tasks = plan.tasks.map((task) => {
    const after = task.after.map((edge) => ({ ...edge, edge: 'artifact' as const }));
    return { ...task, after, gates: ['unit', 'second'] };
  });
  return { ...plan, gates, tasks };
}

/** What is said of a run from outside of the engine's simulation. */
function afterwards(): readonly NewEvent[] {
  const runId = copyRunId(1);
  const of = { runId, at: AT, entity: 'run', id: runId } as const;
  const published = { branch: 'main', mode: 'ff', from: null, to: 'f'.repeat(40) };
  const archived = { file: 'a.jsonl.gz', sha256: '0'.repeat(64), bytes: 1, events: 1, lastSeq: 1, lastHash: '0'.repeat(64) };
  return [
    { ...of, eventId: '01JZ0000000000000000000001', kind: 'run-published', data: published },
    { ...of, eventId: '01JZ0000000000000000000002', kind: 'run-archived', data: archived },
    { ...of, eventId: '01JZ0000000000000000000003', kind: 'run-restored', data: { file: 'a.jsonl.gz', sha256: '0'.repeat(64) } },
  ];
}

/** Every row of every table that has any; bytes as base64. */
function readTables(file: string): RecordedHistory['tables'] {
  const db = new Database(file, { readonly: true });
  try {
    const names = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`).pluck();
    const rowsOf = (table: string) => db.prepare<[], Record<string, string | number | null | Uint8Array>>(`SELECT * FROM ${table}`).all().map(asJson);
    const tables = (names.all() as string[]).map((table) => [table, rowsOf(table)] as const);
    return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0));
  } finally {
    db.close();
  }
}

function asJson(row: Record<string, string | number | null | Uint8Array>): Record<string, RecordedValue> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
    ]),
  );
}

/** A line for each row, so that a difference can be read. */
function textOf({ schema, tables }: RecordedHistory): string {
  const parts = Object.entries(tables).map(
    ([table, rows]) => `    ${JSON.stringify(table)}: [\n${rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`,
  );
  return `{\n  "schema": ${schema},\n  "tables": {\n${parts.join(',\n')}\n  }\n}\n`;
}

if (import.meta.main) await record();
