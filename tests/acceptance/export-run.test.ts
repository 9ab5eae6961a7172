// Runs written as files by the real program: every document is pure UET v1, and together they say every name of an event.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventHash } from '../../src/main/store/event-hash.ts';
import { ABSENT_NAMES } from '../../src/shared/events/absent-names.ts';
import { EVENT_NAMES, type EventName } from '../../src/shared/events/event-names.ts';
import type { EventRow } from '../../src/shared/events/read-event.ts';
import type { RunEvent } from '../../src/shared/events/to-run-event.ts';
import type { ExecutionRequest } from '../../src/shared/plan/execution-request.ts';
import type { PromptInstance } from '../../src/shared/plan/prompt-instance.ts';
import { type RefusalShape, type RunShape, taskOf } from './cli-shapes.ts';
import { badPlan, cancelledRun, finishedRun, goodPlan, routedPlan, toolFiles, watchedRun } from './exported-runs.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { uetProblems } from './uet-problems.ts';

interface Manifest {
  readonly out: string;
  readonly form: string;
  readonly run_id: string;
  readonly state: string;
  readonly events: number;
  readonly last_seq: number;
  readonly manifest_sha256: string;
  readonly files: readonly {
    readonly path: string;
    readonly schema: string | null;
    readonly documents: number;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

type Document = Readonly<Record<string, unknown>>;

let desk: Desk;
let good: RunShape;
let bad: RunShape;
let routed: RunShape;
let cancelled: string;
/** Exports of the three runs, and of the one that hung while it did. */
const exported = new Map<string, Manifest>();

async function exportRun(runId: string, name: string, ...more: readonly string[]): Promise<Manifest> {
  const out = join(desk.repository.folder, 'exports', name);
  const { answer, json } = await desk.ask<Manifest>(['export', runId, '--out', out, ...more]);
  expect(answer.code, answer.stderr).toBe(0);
  return json;
}

beforeAll(async () => {
  desk = openDesk('exported runs');
  desk.repository.commit({ 'a.txt': 'a\n', ...toolFiles(desk.repository.folder) });
  good = await finishedRun(desk, goodPlan(), 'good');
  bad = await finishedRun(desk, badPlan(), 'bad');
  routed = await finishedRun(desk, routedPlan(), 'routed');
  const watched = await watchedRun(desk);
  cancelled = await cancelledRun(desk, async (runId) => {
    exported.set('hanging', await exportRun(runId, 'hanging', '--uet'));
  });
  for (const [name, runId] of Object.entries({
    good: good.run_id,
    bad: bad.run_id,
    routed: routed.run_id,
    watched,
    cancelled,
  })) {
    exported.set(name, await exportRun(runId, name, '--uet'));
  }
}, 180_000);
afterAll(() => desk.remove());

function manifestOf(name: string): Manifest {
  return exported.get(name) ?? expect.fail(`${name} was not exported`);
}

/** All documents of a schema in an export. */
function documents<T = Document>(name: string, schema: string): readonly T[] {
  const { out, files } = manifestOf(name);
  return files
    .filter((file) => file.schema === `${schema}.v1`)
    .flatMap(({ path }) => {
      const text = readFileSync(join(out, path), 'utf8');
      return path.endsWith('.jsonl') ? jsonLines<T>(text) : [JSON.parse(text) as T];
    });
}

const RUNS = ['good', 'bad', 'routed', 'cancelled', 'hanging', 'watched'] as const;
const SCHEMAS = [
  'run_record',
  'step_attempt',
  'execution_request',
  'prompt_instance',
  'patch_artifact',
  'patch_ledger_entry',
  'run_event',
] as const;

describe('the runs that are exported', () => {
  test('succeed, fail in every way that was planned, and are cancelled', () => {
    expect(good).toMatchObject({ state: 'succeeded' });
    expect(taskOf(good, 'again')).toMatchObject({ state: 'completed', attempts: 2 });
    expect(bad).toMatchObject({ state: 'failed' });
    expect(routed).toMatchObject({ state: 'succeeded' });
    expect(bad.patches.find((patch) => patch.task_id === 'refused')).toMatchObject({ state: 'quarantined' });
    expect(bad.tasks.map((task) => [task.task_id, task.state])).toContainEqual(['after-fails', 'blocked']);
    expect(manifestOf('cancelled').state).toBe('canceled');
    expect(manifestOf('hanging').state).toBe('running');
  });
});

describe.each(RUNS)('the export of the run %s', (name) => {
  test.each(SCHEMAS)('has %s documents that are pure v1', (schema) => {
    const found = documents(name, schema);
    if (!(name === 'hanging' && schema.startsWith('patch'))) expect(found).not.toEqual([]);
    for (const document of found) expect(uetProblems(`${schema}.v1`, document)).toEqual([]);
  });

  test('lists its files with their sizes and sums, in the manifest and in the answer', () => {
    // The sum of the manifest is in the answer alone: it cannot hold its own.
    const { out, manifest_sha256, ...manifest } = manifestOf(name);
    const text = readFileSync(join(out, 'manifest.json'));
    expect(JSON.parse(text.toString())).toEqual(manifest);
    expect(createHash('sha256').update(text).digest('hex')).toBe(manifest_sha256);
    const onDisk = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(onDisk).toHaveLength(manifest.files.length + 1);
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(out, path));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
  });

  test('has one request and one prompt for each attempt, named by it and by its patches', () => {
    const attempts = documents(name, 'step_attempt');
    const requests = documents<ExecutionRequest>(name, 'execution_request');
    const prompts = documents<PromptInstance>(name, 'prompt_instance');
    expect(attempts.map((attempt) => attempt['sequence'])).toEqual(attempts.map((_, at) => at + 1));
    expect(attempts.map((attempt) => attempt['execution_request_id'])).toEqual(requests.map((one) => one.request_id));
    expect(attempts.map((attempt) => attempt['prompt_id'])).toEqual(prompts.map((one) => one.prompt_instance_id));
    expect(requests.map((request) => request.prompt_spec)).toEqual(prompts.map((one) => one.prompt_instance_id));
    for (const patch of documents<{ origin: Document }>(name, 'patch_artifact')) {
      const of = attempts.find((attempt) => attempt['step_attempt_id'] === patch.origin['tool_run_id']);
      expect([patch.origin['execution_request_id'], patch.origin['prompt_id']]).toEqual([
        of?.['execution_request_id'],
        of?.['prompt_id'],
      ]);
    }
  });

  test('has every event of the log, in order', () => {
    const { events, last_seq } = manifestOf(name);
    const found = documents<RunEvent>(name, 'run_event');
    expect(found).toHaveLength(events);
    expect(found.at(-1)?.payload.seq).toBe(last_seq);
    expect(found.map((event) => event.payload.seq)).toEqual(
      found.map((event) => event.payload.seq).sort((a, b) => a - b),
    );
  });
});

test('each phase of a run is a record of its own, with its own state', () => {
  const states = (name: string) => documents(name, 'run_record').map((record) => [record['phase_id'], record['state']]);
  expect(states('good')).toEqual([
    ['first: ü', 'succeeded'],
    ['second', 'succeeded'],
  ]);
  expect(states('bad')).toEqual([
    ['first', 'failed'],
    ['second', 'canceled'],
  ]);
  expect(states('cancelled')).toEqual([['only', 'canceled']]);
  expect(states('hanging')).toEqual([['only', 'running']]);
  expect(documents('good', 'run_record')[0]).toMatchObject({
    run_id: good.run_id,
    counters: { step_attempts: 5, patches_created: 4, patches_applied: 3, errors: 0 },
  });
  expect(documents('bad', 'run_record')[1]).toMatchObject({
    started_at: null,
    state_reason: expect.stringMatching(/first/),
  });
});

test('a request says what was asked, and a prompt what the tool was given at that try', () => {
  const request = documents<ExecutionRequest>('bad', 'execution_request').find(
    (one) => one.resource_scope.write.length > 0,
  );
  expect(request).toMatchObject({
    phase_id: 'first',
    task_kind: 'code_edit',
    classification: { complexity: 'moderate', risk_tier: 'R2', priority: 'high' },
    resource_scope: { write: ['src/**'], create: ['src/**'] },
    constraints: { patch_only: true },
    routing: { strategy: 'fixed', allowed_tools: ['script'] },
  });
  const tries = documents<PromptInstance>('good', 'prompt_instance').filter((one) =>
    one.sections.HEADER.includes('again'),
  );
  expect(tries.map((one) => one.sections.CONTEXT)).toEqual([
    '{"write":"a.txt","text":"a\\n"}',
    '{"write":"again.txt","text":"x\\n"}',
  ]);
});

test('what a tool wrote before it was stopped is exported as a patch in quarantine', () => {
  const [entry] = documents<{ patch_id: string; state_history: readonly Document[] }>(
    'cancelled',
    'patch_ledger_entry',
  );
  expect(entry).toMatchObject({ state: 'quarantined', quarantine: { is_quarantined: true } });
  expect(documents('cancelled', 'patch_artifact')).toMatchObject([
    { patch_id: entry?.patch_id, scope: { files_touched: ['partial.txt'] } },
  ]);
});

test('a diff that is no text lies beside its document byte for byte', () => {
  const { out, files } = manifestOf('good');
  const raw = files.filter((file) => file.path.endsWith('.patch'));
  expect(raw).toHaveLength(1);
  expect(readFileSync(join(out, raw[0]?.path ?? '')).includes(Buffer.from([0xfc, 0x62, 10]))).toBe(true);
});

test('an event says what it is about and how its state moved, in words, too', () => {
  const events = documents<RunEvent>('bad', 'run_event');
  const conflict = events.find(({ payload }) => payload.names.includes('MERGE_CONFLICT'));
  expect(conflict).toMatchObject({
    kind: 'patch_apply_failed',
    step_attempt_id: expect.stringMatching(/^[0-9A-Z]{26}$/),
    payload: {
      type: 'patch-apply-failed',
      severity: 'error',
      message: expect.stringMatching(/^Patch did not apply: .*a\.txt/),
      from_state: 'queued',
      to_state: 'apply_failed',
      phase_id: 'first',
      workstream_id: 'WS of first',
      task_id: 'right',
      tool_id: 'script',
      worker_id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      patch_id: conflict?.payload.entity_id,
      data: { code: 'E_MERGE_CONFLICT', files: ['a.txt'] },
    },
  });
  const busy = events.filter(({ payload }) => payload.names.includes('WORKER_BUSY'));
  const idle = events.filter(({ payload }) => payload.names.includes('WORKER_IDLE'));
  // Idle is who was made ready, and whoever was busy and has ended what it had.
  const ready = events.filter(({ payload }) => payload.type === 'worker-ready');
  expect(idle.map((event) => event.payload.worker_id).sort()).toEqual(
    [...ready, ...busy].map((event) => event.payload.worker_id).sort(),
  );
  const queued = events.find(({ payload }) => payload.type === 'task-queued');
  expect(queued?.payload).toMatchObject({ from_state: 'pending', to_state: 'queued', severity: 'info' });
  expect(events[0]?.payload).toMatchObject({ type: 'run-created', from_state: null, to_state: 'pending' });
});

test('every name of an event is said in these runs or has a reason, and none has both', () => {
  const events = RUNS.flatMap((name) => documents<RunEvent>(name, 'run_event'));
  const said: ReadonlySet<string> = new Set(events.flatMap(({ kind, payload }) => [kind, ...payload.names]));
  const absent = (name: EventName) => ABSENT_NAMES[name] !== undefined;
  expect({
    'neither said nor excused': EVENT_NAMES.filter((name) => !said.has(name) && !absent(name)),
    'said and excused': EVENT_NAMES.filter((name) => said.has(name) && absent(name)),
  }).toEqual({ 'neither said nor excused': [], 'said and excused': [] });
});

test('patchbay itself recognises every document of an export and finds it valid', async () => {
  const { out, files } = manifestOf('bad');
  const wanted = files.filter((file) => file.path.endsWith('.json'));
  const { answer, json } = await desk.ask<{ ok: boolean; files: readonly { file: string; schema: string }[] }>([
    'validate',
    ...wanted.map((file) => join(out, file.path)),
  ]);
  expect(answer.code, answer.stdout).toBe(0);
  expect(json.files.map((file) => file.schema)).toEqual(wanted.map((file) => file.schema));
});

test('an exported run is the same however often it is exported', async () => {
  const again = await exportRun(bad.run_id, 'bad again', '--uet');
  expect({ ...again, out: '' }).toEqual({ ...manifestOf('bad'), out: '' });
});

test('without --uet the bundle holds the log as stored, whose hashes can be computed anew, and every diff', async () => {
  const { out, files } = await exportRun(bad.run_id, 'bundle');
  const rows = jsonLines<EventRow>(readFileSync(join(out, 'events.jsonl'), 'utf8'));
  expect(rows.map((row) => eventHash(row))).toEqual(rows.map((row) => row.hash));
  expect(files.map((file) => file.path).sort()).toEqual(
    [
      ...['events.jsonl', 'links.jsonl', 'ledger.jsonl', 'workers.jsonl', 'git.json', 'verify.mjs'],
      ...bad.patches.map((patch) => `patches/${patch.patch_id}.patch`),
    ].sort(),
  );
});

describe('an export is refused', () => {
  test('into a folder or over a file that exists, and leaves it as it was', async () => {
    const file = join(desk.repository.folder, 'mine.txt');
    writeFileSync(file, 'mine');
    const { answer, json } = await desk.ask<RefusalShape>(['export', good.run_id, '--out', file]);
    expect(answer.code).toBe(2);
    expect(json.error).toMatchObject({ code: 'E_USAGE', message: expect.stringContaining('mine.txt exists already') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(dirname(file)).filter((entry) => entry.includes('partial'))).toEqual([]);
  });

  test('of a run that is not there, and writes nothing', async () => {
    const out = join(desk.repository.folder, 'nothing');
    const unknown = await desk.ask<RefusalShape>([
      'export',
      good.run_id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      '--out',
      out,
    ]);
    expect(unknown.answer.code).toBe(2);
    expect(unknown.json.error.code).toBe('E_NOT_FOUND');
    const word = await desk.ask<RefusalShape>(['export', 'yesterday', '--out', out]);
    expect(word.json.error).toMatchObject({ code: 'E_USAGE', message: '`yesterday` is no run' });
    expect(existsSync(out)).toBe(false);
  });

  test('where the disk refuses, with its words', async () => {
    const below = join(desk.root, 'a.txt', 'export');
    const { answer, json } = await desk.ask<RefusalShape>(['export', good.run_id, '--out', below]);
    expect(answer.code).toBe(4);
    expect(json.error).toMatchObject({ code: 'E_DISK', message: expect.stringMatching(/a\.txt.*(ENOTDIR|EEXIST)/s) });
  });
});
