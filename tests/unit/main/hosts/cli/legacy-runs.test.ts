// Runs of old pipelines in the commands of a project: listed, read by either id, and never changed.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLegacyLibrary } from '../../../../../src/main/hosts/service/open-legacy-library.ts';
import { applyMigration } from '../../../../../src/main/store/legacy/apply-migration.ts';
import { finalizeMigration } from '../../../../../src/main/store/legacy/finalize-migration.ts';
import { rollbackMigration } from '../../../../../src/main/store/legacy/rollback-migration.ts';
import type { LegacyLibrary } from '../../../../../src/shared/ports/legacy-library.ts';
import { RUN_ID, runReport } from '../../../../fakes/fake-service.ts';
import { type TempRepository, tempRepository, writeFile } from '../../../../fakes/temp-repository.ts';
import { LATER, type LegacyFolder, legacyFolder, OLDEST, PORTS, sha } from '../../store/legacy/legacy-fixture.ts';
import { cli } from './cli-rig.ts';

let place: LegacyFolder;
let repository: TempRepository;
beforeEach(() => {
  place = legacyFolder();
  repository = tempRepository('repo');
});
afterEach(() => {
  place.remove();
  repository.remove();
});

const open = (): Promise<LegacyLibrary> =>
  openLegacyLibrary({ projectDir: repository.root, dataDir: join(place.folder, 'data') });

/** A migrated database that the project shows. */
async function shown(sql: string, name?: string): Promise<{ readonly file: string; readonly legacy: LegacyLibrary }> {
  const file = place.make(sql, name);
  await applyMigration(file, PORTS);
  const legacy = await open();
  legacy.add(file);
  return { file, legacy };
}

const ulidOf = (file: string, id: number) =>
  place.use(file, (db) => String(db.prepare('SELECT run_ulid FROM runs WHERE run_id = ?').pluck().get(id)));

test('status lists them, newest first, marked as what they are', async () => {
  const { file, legacy } = await shown(OLDEST);
  const { code, json } = await cli(['status', '--json'], { legacy, answers: { 'run.list': () => ({ runs: [] }) } });
  expect(code).toBe(0);
  expect(json).toMatchObject({
    runs: [30, 7, 2, 1].map((id) => ({
      run_id: ulidOf(file, id),
      legacy_id: String(id),
      legacy: true,
      read_only: true,
      database: file,
    })),
  });
  const { stdout } = await cli(['status'], { legacy, answers: { 'run.list': () => ({ runs: [] }) } });
  expect(stdout).toMatch(/FAILED +old pipeline, read-only/);
});

test.each(['7', 'the ULID', 'the ulid'])('status of one takes %s', async (named) => {
  const { file, legacy } = await shown(OLDEST);
  const ulid = ulidOf(file, 7);
  const id = named === '7' ? '7' : named === 'the ULID' ? ulid : ulid.toLowerCase();
  const { code, json } = await cli(['status', id, '--json'], { legacy });
  expect(code).toBe(0);
  expect(json).toMatchObject({
    run_id: ulid,
    state: 'running',
    created_at: '2025-01-01T00:00:00.000Z',
    record: { run_id: 7, status: 'running' },
    records: [
      { kind: 'workstream', legacy_id: '3', record: { name: 'core' } },
      { kind: 'attempt', legacy_id: '4', state: 'running' },
    ],
  });
});

test('events and patches of the later shape are told in their own words', async () => {
  const { legacy } = await shown(LATER);
  const events = await cli(['events', 'run-b', '--json'], { legacy });
  const lines = events.stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    { seq: 1, kind: 'STEP_STARTED', at: '2025-01-02T03:04:05.000Z', data: { payload_json: '{"a":1}' } },
  ]);
  const { json } = await cli(['patch', 'list', '--run', 'run-b', '--json'], { legacy });
  expect(json).toMatchObject({ patches: [{ legacy: true, legacy_id: '9', record: { diff_hash: 'abc' } }] });
  const all = await cli(['patch', 'list', '--json'], {
    legacy,
    answers: { 'patch.list': () => ({ patches: [], next: null }) },
  });
  expect(all.json).toEqual(json);
});

test('a patch is shown by either id, and its bytes are not made up', async () => {
  const { legacy } = await shown(LATER);
  const { json } = await cli(['patch', 'show', '9', '--json'], { legacy });
  expect(json).toMatchObject({ legacy_id: '9', record: { patch_file: '.ledger/patches/9.patch' } });
  const ulid = String(Reflect.get(Object(json), 'patch_id'));
  expect((await cli(['patch', 'show', ulid, '--json'], { legacy })).json).toEqual(json);
  expect(await cli(['patch', 'export', '9'], { legacy })).toMatchObject({ code: 2, stdout: '', sessions: [] });
  expect((await cli(['patch', 'show', '10'], { legacy })).stderr).toMatch(/`10` is no patch/);
});

test('events written into the new table are told after the old ones, whichever id they name', async () => {
  const { file, legacy } = await shown(LATER);
  place.use(file, (db) =>
    db.exec(`INSERT INTO run_events VALUES ('e9', 'run-b', 'note', '2026-01-01T00:00:00Z', '{}', NULL)`),
  );
  const { stdout } = await cli(['events', 'run-b', '--json'], { legacy });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => Reflect.get(JSON.parse(line), 'seq')),
  ).toEqual([1, 4]);
  expect((await cli(['events', 'run-b', '--from', '2', '--json'], { legacy })).stdout).toContain('"e9"');
});

test('reading a database with a write-ahead log leaves nothing beside it', async () => {
  const { file, legacy } = await shown(`PRAGMA journal_mode = WAL; ${OLDEST}`);
  const before = sha(file);
  expect(legacy.runs(9)).toHaveLength(4);
  expect(sha(file)).toBe(before);
  expect(place.names().filter((name) => name.startsWith('pipeline'))).toHaveLength(2);
});

test('after finalizing the old ids are still taken', async () => {
  const { file, legacy } = await shown(OLDEST);
  const ulid = ulidOf(file, 7);
  await finalizeMigration(file, PORTS);
  expect((await cli(['status', '7', '--json'], { legacy })).json).toMatchObject({ run_id: ulid, legacy_id: '7' });
});

test.each([
  ['cancel', '7'],
  ['resume', '7'],
  ['verify', '7'],
  ['publish', '7'],
])('%s refuses one, and says how it can be looked at', async (...args) => {
  const { file, legacy } = await shown(OLDEST);
  const before = sha(file);
  const { code, stderr, sessions } = await cli(args, { legacy, cwd: place.folder });
  expect(code).toBe(2);
  expect(stderr).toMatch(/E_WRONG_STATE: Run 7 .* read-only[\s\S]*patchbay status/);
  expect(sessions).toEqual([]);
  expect(sha(file)).toBe(before);
});

describe('an export', () => {
  const files = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(place.folder, ...path), 'utf8'));

  test('as UET v1 has valid documents of what the rows say, and names those that do not say enough', async () => {
    const { legacy } = await shown(LATER);
    const { code, json } = await cli(['export', 'run-b', '--uet', '--out', 'out', '--json'], {
      legacy,
      cwd: place.folder,
    });
    expect(code).toBe(0);
    const ulid = String(Reflect.get(Object(json), 'run_id'));
    expect(read('out', 'run_record', `${ulid}.json`)).toMatchObject({
      run_id: ulid,
      state: 'succeeded',
      created_at: '2025-01-02T03:04:05.000Z',
      state_reason: 'old pipeline: completed, id run-b',
      counters: { step_attempts: 1 },
    });
    expect(json).toMatchObject({ legacy: true, legacy_id: 'run-b', left_out: [] });
    expect(read('out', 'run_event', 'events.jsonl')).toMatchObject({ kind: 'note', payload: { type: 'STEP_STARTED' } });
    const documents = files(join(place.folder, 'out')).filter(
      (name) => /\.json$/.test(name) && name !== 'manifest.json',
    );
    const checked = await cli(['validate', ...documents, '--json'], { cwd: join(place.folder, 'out') });
    expect(checked.json).toMatchObject({
      ok: true,
      files: [{ schema: 'run_record.v1' }, { schema: 'step_attempt.v1' }],
    });
    const other = await cli(['export', 'run-a', '--uet', '--json'], { legacy, cwd: place.folder });
    expect(other.json).toMatchObject({
      left_out: [{ kind: 'step_attempt.v1', reason: expect.stringMatching(/started_at/) }],
    });
  });

  test('without --uet has every row as it is', async () => {
    const { legacy } = await shown(OLDEST);
    await cli(['export', '1', '--out', 'out'], { legacy, cwd: place.folder });
    expect(files(join(place.folder, 'out'))).toEqual(['events.jsonl', 'manifest.json', 'records.jsonl', 'run.json']);
    const lines = readFileSync(join(place.folder, 'out', 'records.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(5);
    expect(read('out', 'run.json')).toMatchObject({ legacyId: '1', row: { status: 'completed' } });
  });
});

test('a run of the project is what it was', async () => {
  const { legacy } = await shown(OLDEST);
  const { json } = await cli(['status', RUN_ID, '--json'], { legacy, answers: { 'run.report': () => runReport() } });
  expect(json).toMatchObject({ run_id: RUN_ID });
});

describe('the library', () => {
  test('shows old ids where the project says so, and takes either all the same', async () => {
    const { file } = await shown(OLDEST);
    writeFile(
      join(repository.root, 'patchbay.yaml'),
      'schema: patchbay/project.v1\nproject_id: demo\nflags: { ulid_enabled: false }\n',
    );
    const legacy = await open();
    expect(legacy.runs(9).map(legacy.shown)).toEqual(['30', '7', '2', '1']);
    expect(legacy.find(ulidOf(file, 2))?.legacyId).toBe('2');
  });

  test('refuses an old id that two databases have, and names the ULIDs', async () => {
    await shown(OLDEST, 'a.db');
    const { legacy } = await shown(`${OLDEST} UPDATE runs SET status = 'x'`, 'b.db');
    expect(() => legacy.find('7')).toThrow(/More than one old database has the id 7/);
  });

  test('names a database that is gone or went back, and shows the others', async () => {
    const { file } = await shown(OLDEST, 'a.db');
    const { file: second, legacy } = await shown(LATER, 'b.db');
    rmSync(file);
    expect(legacy.runs(9)).toHaveLength(2);
    expect(legacy.problems()).toEqual([expect.stringMatching(/not shown.*a\.db/)]);
    await rollbackMigration(second, { discardNewRows: false }, PORTS);
    expect(legacy.runs(9)).toEqual([]);
    expect(legacy.problems()).toHaveLength(2);
  });

  test('is filled by an apply and emptied by a rollback', async () => {
    const file = place.make(OLDEST);
    const legacy = await open();
    expect((await cli(['migrate-legacy', file, '--apply', '--json'], { legacy })).json).toMatchObject({
      shown_in_project: true,
    });
    expect(legacy.runs(9)).toHaveLength(4);
    await cli(['migrate-legacy', file, '--rollback'], { legacy });
    expect(legacy.runs(9)).toEqual([]);
    expect(legacy.problems()).toEqual([]);
    expect(readFileSync(join(place.folder, 'data', 'projects', ...projectFolder(), 'legacy.json'), 'utf8')).toContain(
      '[]',
    );
  });
});

function projectFolder(): readonly string[] {
  return readdirSync(join(place.folder, 'data', 'projects')).slice(0, 1);
}
